import { laws } from '../laws';
import { elementsOf, isObject, type Json } from './block';
import { all, boolean, type Check, Findings, list, object, rule, string, typed, url } from './checks';
import { plainText, text } from './composition';
import { accessory, image, ofActions, ofInput, slackFile } from './elements';

/** The blocks of Block Kit. docs.slack.dev/reference/block-kit/blocks (one page each) */

const blockId = { block_id: string(laws.blockId) };
/** Rich text is taken as it comes: this workspace shows it and has no opinion. */
const anything: Check = () => undefined;

const everywhere: Record<string, Check> = {
  section: all(
    object(
      {},
      {
        ...blockId,
        text: text(laws.sectionText),
        fields: list(text(laws.sectionField), laws.sectionFields),
        accessory,
        expand: boolean,
      },
    ),
    rule(
      (block) =>
        block.text === undefined && block.fields === undefined
          ? 'must define either `text` or `fields`'
          : undefined,
      '/type',
    ),
  ),
  header: object({ text: plainText(laws.headerText) }, blockId),
  divider: object({}, blockId),
  actions: object({ elements: list(ofActions, laws.actionsElements) }, blockId),
  context: object(
    { elements: list(typed({ image, ...textShapes(laws.contextText) }), laws.contextElements) },
    blockId,
  ),
  input: object(
    { label: plainText(laws.inputLabel), element: ofInput },
    { ...blockId, hint: plainText(laws.inputHint), optional: boolean, dispatch_action: boolean },
  ),
  image: all(
    object(
      { alt_text: string(laws.imageAlt) },
      { ...blockId, title: plainText(laws.imageTitle), image_url: url(laws.url), slack_file: slackFile },
    ),
    rule((block) => {
      if (block.image_url === undefined && block.slack_file === undefined)
        return 'missing required field: image_url';
      return block.image_url !== undefined && block.slack_file !== undefined
        ? 'must define either `image_url` or `slack_file`'
        : undefined;
    }),
  ),
  rich_text: object({ elements: list(anything, 1_000) }, blockId),
};

/** The `markdown` block is for messages only. docs.slack.dev/reference/block-kit/blocks/markdown-block */
const inMessages = { ...everywhere, markdown: object({ text: string(laws.markdownText) }, blockId) };

const forMessages = list(typed(inMessages), laws.messageBlocks, 0);
const forViews = list(typed(everywhere), laws.viewBlocks, 0);

/** Everything wrong with the blocks of a message or a view, as Slack would list it. */
export function findingsIn(blocks: unknown, surface: 'message' | 'view', at: string): Findings {
  const found = new Findings();
  (surface === 'message' ? forMessages : forViews)(blocks, at, found);
  if (Array.isArray(blocks)) findRepeatedIds(blocks.filter(isObject), at, found);
  return found;
}

/** A `block_id` is unique within the message or view, an `action_id` within its block. Same pages. */
function findRepeatedIds(blocks: readonly Json[], at: string, found: Findings): void {
  const blockIds = new Set<unknown>();
  for (const [index, block] of blocks.entries()) {
    if (typeof block.block_id === 'string' && blockIds.has(block.block_id)) {
      found.add(`\`block_id\` "${block.block_id}" already exists`, `${at}/${index}/block_id`);
    }
    blockIds.add(block.block_id);
    const actionIds = new Set<unknown>();
    for (const [place, element] of elementsOf(block).entries()) {
      if (typeof element.action_id !== 'string') continue;
      if (actionIds.has(element.action_id)) {
        found.add(
          `\`action_id\` "${element.action_id}" already exists`,
          `${at}/${index}/elements/${place}/action_id`,
        );
      }
      actionIds.add(element.action_id);
    }
  }
}

function textShapes(max: number): Record<string, Check> {
  return { plain_text: text(max), mrkdwn: text(max) };
}
