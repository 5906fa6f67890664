import { isJson, type Json, objects, words } from './json';

/** A button of a card, where it stands, and the inputs it sends along. */
export type CardAction = {
  /** Keys and numbers from the card's root, joined by dots: `body.1.actions.0`. */
  path: string;
  type: string;
  label: string;
  action: Json;
  inputs: Json[];
};

/** Which button: by what stands on it (the `nth` of several, from 0), or by its path in the card. */
export type Which = { label: string; nth?: number } | { path: string };

/** Keys whose value is payload or an alternative, not part of what is drawn. */
const notDrawn = new Set([
  'data',
  'fallback',
  'choices',
  'choices.data',
  'msteams',
  'authentication',
  'refresh',
  'metadata',
]);

/** Every button of a card in reading order, those inside Action.ShowCard included. */
export function actionsOf(card: Json): CardAction[] {
  const found: CardAction[] = [];
  const walkCard = (inner: Json, path: string, outer: Json[]) => {
    const inputs = [...outer, ...inputsOf(inner)];
    walk(inner, path, (action, at) => {
      found.push({
        path: at,
        type: words(action.type) ?? '',
        label: words(action.title) ?? '',
        action,
        // As Microsoft's renderer has it: the inputs of the card around the button and of the cards around that.
        inputs: action.associatedInputs === 'none' ? [] : inputs,
      });
      if (isJson(action.card)) walkCard(action.card, `${at}.card`, inputs);
    });
  };
  walkCard(card, '', []);
  return found;
}

/** The button of the card that is meant, if it has it. */
export const lookUp = (card: Json, which: Which): CardAction | undefined => {
  const buttons = actionsOf(card);
  return 'path' in which
    ? buttons.find((b) => b.path === which.path)
    : buttons.filter((b) => b.label === which.label)[which.nth ?? 0];
};

/** The same, for who is sure that it is there: throws with the buttons there are. */
export function findButton(card: Json, which: Which): CardAction {
  const found = lookUp(card, which);
  if (found) return found;
  const labels = actionsOf(card).map((b) => b.label);
  throw new Error(`No button ${JSON.stringify(which)}; there are: ${labels.join(', ') || 'none'}`);
}

/** Every input of a card; those inside Action.ShowCard only when asked for. */
export function inputsOf(card: Json, inside: { showCards: boolean } = { showCards: false }): Json[] {
  const found: Json[] = [];
  walk(
    card,
    '',
    (action) => {
      if (inside.showCards && isJson(action.card)) found.push(...inputsOf(action.card, inside));
    },
    (input) => found.push(input),
  );
  return found;
}

/** A choice whose choices are the people of the tenant, found by the client while one types. */
export const isPeoplePicker = (input: Json): boolean =>
  input.type === 'Input.ChoiceSet' &&
  isJson(input['choices.data']) &&
  /^graph\.microsoft\.com\/users(\?|$)/.test(String(input['choices.data'].dataset));

/** The actions beyond the first six of any one set: Teams moves them into an overflow menu. */
export function overflowing(card: Json, most: number): string[] {
  const sets = new Map<string, CardAction[]>();
  for (const action of actionsOf(card)) {
    const set = /^(.*actions)\.\d+$/.exec(action.path)?.[1];
    if (set !== undefined && action.action.mode !== 'secondary')
      sets.set(set, [...(sets.get(set) ?? []), action]);
  }
  return [...sets.values()].flatMap((set) => set.slice(most).map((action) => action.label));
}

/** All text a person reads on a card, line by line: for tests and for a quick look. */
export function textOf(card: Json): string {
  const lines: string[] = [];
  const read = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) read(item);
    if (!isJson(node)) return;
    if (typeof node.type === 'string' && node.isVisible === false) return;
    if (node.type === 'RichTextBlock') {
      const runs = Array.isArray(node.inlines) ? node.inlines : [];
      lines.push(runs.map((run) => (isJson(run) ? (words(run.text) ?? '') : String(run))).join(''));
      return;
    }
    if (node.type === 'TextBlock') lines.push(words(node.text) ?? '');
    if (node.type === 'Image' && words(node.altText)) lines.push(String(node.altText));
    if (words(node.label)) lines.push(String(node.label));
    for (const fact of objects(node.facts)) lines.push(`${fact.title} ${fact.value}`);
    for (const key of ['body', 'items', 'columns', 'rows', 'cells', 'actions']) read(node[key]);
    if (typeof node.type === 'string' && node.type.startsWith('Action.') && words(node.title))
      lines.push(`[${node.title}]`);
  };
  read(card);
  return lines.join('\n');
}

function walk(
  node: unknown,
  path: string,
  onAction: (action: Json, path: string) => void,
  onInput: (input: Json) => void = () => {},
): void {
  const below = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  if (Array.isArray(node)) {
    node.forEach((item, index) => {
      walk(item, below(index), onAction, onInput);
    });
    return;
  }
  if (!isJson(node)) return;
  const type = words(node.type) ?? '';
  if (type.startsWith('Action.')) {
    onAction(node, path);
    return;
  }
  if (type.startsWith('Input.')) onInput(node);
  for (const [key, value] of Object.entries(node))
    if (!notDrawn.has(key)) walk(value, below(key), onAction, onInput);
}
