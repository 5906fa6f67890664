import { type Block, type Element, elementsOf, type Json } from './block';

/** What a person has put into inputs, by block and action id, in Slack's own words (`{type, selected_option}` …). */
export type Entered = Map<string, Map<string, Json>>;

/** The property of `state.values` in which each kind of input keeps its answer. docs.slack.dev/reference/interaction-payloads */
const answerProperty: Record<string, string> = {
  plain_text_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  number_input: 'value',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  overflow: 'selected_option',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  checkboxes: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
};

/** Where the answer of this kind of element stands; undefined for a button. */
export function answerOf(element: Json): string | undefined {
  return answerProperty[String(element.type)];
}

/** Whether the element's answer is part of `state.values`: all inputs are, a button and an overflow menu are not. */
export function isStateful(element: Json): boolean {
  return element.type !== 'overflow' && answerOf(element) !== undefined;
}

/** The `state.values` of a surface: what was entered, else what the app set as initial, else empty. */
export function stateValues(
  blocks: readonly Block[],
  entered: Entered | undefined,
): Record<string, Record<string, Json>> {
  const values: Record<string, Record<string, Json>> = {};
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      if (!isStateful(element)) continue;
      const held = entered?.get(block.block_id)?.get(element.action_id);
      values[block.block_id] ??= {};
      (values[block.block_id] as Record<string, Json>)[element.action_id] =
        held && held.type === element.type ? held : initialAnswer(element);
    }
  }
  return values;
}

/** Whether an answer holds anything. */
export function isEmptyAnswer(answer: Json): boolean {
  const value = answer[answerProperty[String(answer.type)] ?? 'value'];
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function initialAnswer(element: Element): Json {
  const property = answerOf(element) as string;
  const initial = element[property === 'value' ? 'initial_value' : property.replace('selected_', 'initial_')];
  const empty = property.endsWith('s') && property !== 'value' ? [] : null;
  return { type: element.type, [property]: initial ?? empty };
}

/** Keeps one answer. */
export function enter(entered: Entered, blockId: string, actionId: string, answer: Json): void {
  const block = entered.get(blockId) ?? new Map<string, Json>();
  block.set(actionId, answer);
  entered.set(blockId, block);
}
