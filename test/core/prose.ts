import type { Json } from '../../playground/teams/json';

/**
 * Cards as they are sent to a platform, written down to be read: `#` a heading, `(…)` a remark, `[Label → verb]` a button (`!` the one
 * that stands out, `!!` the one to think about), `Label: ____` a field, `<…>` a picture by its words. Anything else of a card is drawn as it is, so that a
 * kind of block nobody thought of shows.
 */

const at = (node: unknown, ...path: Array<string | number>): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Json | undefined)?.[key], node);
const all = (node: unknown): Json[] => (Array.isArray(node) ? node : []);
const wordsIn = (node: unknown): string =>
  String(at(node, 'text') ?? '').replace(/&(amp|lt|gt);/g, (_, name: 'amp' | 'lt' | 'gt') => entities[name]);
const entities = { amp: '&', lt: '<', gt: '>' };

const signs: Record<string, string> = { primary: '! ', positive: '! ', danger: '!! ', destructive: '!! ' };
const button = (label: unknown, target: string, style: unknown, about: unknown): string =>
  `[${signs[String(style)] ?? ''}${label} → ${target}${about ? ` “${about}”` : ''}]`;
const field = (label: unknown, rest: Array<string | false>): string =>
  [`${label}: ____`, ...rest.filter(Boolean)].join(' ');
const choicesOf = (titles: unknown[]): string => `{${titles.join(' | ')}}`;

/** Blocks of a Slack message. */
export const slackBlocks = (blocks: readonly unknown[]): string => blocks.map(slackBlock).join('\n');

function slackBlock(given: unknown): string {
  const block = given as Json;
  switch (block.type) {
    case 'header':
      return `# ${wordsIn(block.text)}`;
    case 'section': {
      const text = block.text ? [wordsIn(block.text)] : [];
      const fields = all(block.fields).map((one) => `- ${wordsIn(one).replace('\n', ' ')}`);
      const accessory = block.accessory ? ` ${slackButton(block.accessory)}` : '';
      return [...text, ...fields].join('\n') + accessory;
    }
    case 'context':
      return all(block.elements)
        .map((element) => `(${wordsIn(element)})`)
        .join(' ');
    case 'actions':
      return all(block.elements).map(slackButton).join(' ');
    case 'rich_text':
      return all(block.elements).map(richLine).join('\n');
    case 'input': {
      const options = all(at(block, 'element', 'options')).map(({ text }) => wordsIn(text));
      const initial =
        at(block, 'element', 'initial_value') ?? at(block, 'element', 'initial_option', 'value');
      return field(wordsIn(block.label), [
        options.length > 0 && choicesOf(options),
        initial !== undefined && `= ${initial}`,
        block.optional === true && 'optional',
        block.hint ? `(${wordsIn(block.hint)})` : false,
      ]);
    }
    case 'image':
      return `<${block.alt_text}>\n(${wordsIn(block.title)})`;
    default:
      return JSON.stringify(block);
  }
}

const slackButton = (element: unknown): string => {
  const { url, value, style, confirm, accessibility_label: said } = element as Json;
  const label = wordsIn(at(element, 'text'));
  const about = typeof said === 'string' ? said.slice(label.length).replace(/^(: |：)/, '') : undefined;
  const asks = confirm ? `, asking “${wordsIn(at(confirm, 'title'))}”` : '';
  return button(label, (url ? String(url) : verbOf(JSON.parse(String(value)))) + asks, style, about);
};

const verbOf = (press: unknown): string => String(at(press, 'type'));

/** A Slack modal, with its title above and its buttons below. */
export const slackModal = (view: unknown): string => {
  const { title, close, submit, blocks, private_metadata: waiting } = view as Json;
  const submits = submit ? ` [${wordsIn(submit)} → ${verbOf(JSON.parse(String(waiting)))}]` : '';
  return `« ${wordsIn(title)} »\n${slackBlocks(all(blocks))}\n[${wordsIn(close)}]${submits}`;
};

/** An adaptive card. */
export const adaptiveCard = (card: unknown): string => all(at(card, 'body')).map(teamsElement).join('\n');

function teamsElement(given: unknown): string {
  const element = given as Json;
  switch (element.type) {
    case 'TextBlock':
      return element.style === 'heading' ? `# ${element.text}` : String(element.text);
    case 'RichTextBlock': {
      const runs = all(element.inlines);
      const text = runs.map(wordsIn).join('');
      if (runs.every((run) => run.isSubtle)) return `(${text})`;
      if (runs.length > 1) return `- ${text}`;
      return runs[0]?.weight === 'Bolder'
        ? `*${text}*`
        : runs[0]?.fontType === 'Monospace'
          ? `\`${text}\``
          : text;
    }
    case 'ColumnSet':
      return all(element.columns)
        .map(({ items }) => all(items).map(teamsElement).join('\n'))
        .join(' ');
    case 'Container':
      return all(element.items).map(teamsElement).join('\n');
    case 'ActionSet':
      return all(element.actions).map(teamsButton).join(' ');
    case 'Input.Text':
    case 'Input.Number':
    case 'Input.ChoiceSet': {
      const titles = all(element.choices).map(({ title }) => title);
      return field(element.label, [
        titles.length > 0 && choicesOf(titles),
        element.value !== undefined && `= ${element.value}`,
        element.isRequired !== true && 'optional',
        element.placeholder !== undefined && `(${element.placeholder})`,
      ]);
    }
    case 'Image':
      return `<${element.altText}>`;
    default:
      return JSON.stringify(element);
  }
}

const teamsButton = ({ type, title, url, data, style, tooltip }: Json): string => {
  const how = type === 'Action.Submit' && at(data, 'msteams') ? ' in a dialog' : '';
  return button(title, url ? String(url) : verbOf(data) + how, style, tooltip);
};

/** Facts are sections whose label is bold; a key is preformatted. */
function richLine({ type, elements }: Json): string {
  const words = all(elements).map(
    (element) => [wordsIn(element), at(element, 'style', 'bold') === true] as const,
  );
  if (type === 'rich_text_preformatted') return `\`${words.map(([text]) => text).join('')}\``;
  return `- ${words.map(([text, bold]) => (bold ? `*${text.replace(/: $/, '')}* ` : text)).join('')}`;
}
