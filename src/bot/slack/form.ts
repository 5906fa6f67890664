import type { InputBlock, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { type Choice, type Field, lookedUp } from '../../core/card';
import { clip } from '../../core/prose';
import { limits } from './limits';
import { plain, refOf } from './text';

/** Every input of a form has one element, of this name unless it looks things up; the block bears the name of the field. */
const element = 'value';
/** The block of the field beside the catalogue. No field of a form is called so. */
export const searchField = 'search';

/** The fields of a form as inputs of a modal (docs.slack.dev/reference/block-kit/blocks/input-block). */
export function inputsOf(fields: Field[]): InputBlock[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return [...byName.values()].flatMap((field) => {
    const asking = elementOf(field);
    if (!asking) return [];
    return [
      {
        type: 'input' as const,
        block_id: field.name,
        label: plain(field.label, limits.inputLabel),
        ...(field.hint?.trim() ? { hint: plain(field.hint, limits.inputLabel) } : {}),
        optional: field.optional ?? false,
        element: asking,
      },
    ];
  });
}

function elementOf(field: Field): InputBlock['element'] | undefined {
  switch (field.kind) {
    case 'text': {
      const most = Math.min(Math.max(1, field.most), limits.inputText);
      return {
        type: 'plain_text_input',
        action_id: element,
        multiline: field.lines === 'many',
        ...(field.least ? { min_length: Math.min(field.least, most) } : {}),
        max_length: most,
        ...(field.initial ? { initial_value: clip(field.initial, most) } : {}),
      };
    }
    case 'number': {
      const most = Math.max(field.least, field.most);
      return {
        type: 'number_input',
        action_id: element,
        is_decimal_allowed: false,
        min_value: String(field.least),
        max_value: String(most),
        initial_value: String(Math.min(Math.max(field.least, field.initial), most)),
      };
    }
    case 'choice': {
      const options = optionsOf(field.choices);
      const initial = options.find(({ value }) => value === field.initial);
      if (options.length === 0) return undefined;
      return {
        type: 'static_select',
        action_id: element,
        options,
        ...(initial ? { initial_option: initial } : {}),
      };
    }
    case 'day':
      return {
        type: 'datepicker',
        action_id: element,
        ...(z.iso.date().safeParse(field.initial).success ? { initial_date: field.initial as string } : {}),
      };
    case 'lookup':
      return {
        type: 'external_select',
        action_id: field.of,
        min_query_length: 0,
        ...(field.hint?.trim() ? { placeholder: plain(field.hint, limits.placeholder) } : {}),
      };
    case 'person': {
      const [, user] = /^slack:(.+)$/.exec(field.initial ?? '') ?? [];
      return { type: 'users_select', action_id: element, ...(user ? { initial_user: user } : {}) };
    }
    case 'people':
      return {
        type: 'multi_users_select',
        action_id: element,
        max_selected_items: Math.max(1, Math.floor(field.most)),
      };
  }
}

/** A value is carried whole or not at all: one that was cut would mean something else. What is read may be cut. */
export function optionsOf(choices: Choice[]): PlainTextOption[] {
  const labels = new Map(
    choices
      .filter(({ value }) => value.trim() && value.length <= limits.optionValue)
      .map(({ value, label }) => [value, label]),
  );
  return [...labels]
    .slice(0, limits.options)
    .map(([value, label]) => ({ text: plain(label.trim() || value, limits.optionText), value }));
}

const Entered = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
      selected_date: z.string().nullish(),
      selected_user: z.string().nullish(),
      selected_users: z.array(z.string()).nullish(),
    }),
  ),
);

/**
 * What somebody entered, by the names of the fields; an empty field is absent. A person is `slack:U…`, people are an array of them.
 * @param values `view.state.values` of a submission (docs.slack.dev/reference/interaction-payloads/view-interactions-payload).
 */
export function enteredIn(values: unknown): Record<string, string | string[]> {
  const entered = Entered.safeParse(values);
  if (!entered.success) return {};
  return Object.fromEntries(
    Object.entries(entered.data).flatMap(([name, elements]) => {
      const answer = elements[element] ?? lookedUp.map((of) => elements[of]).find(Boolean);
      const value =
        answer?.value ??
        answer?.selected_option?.value ??
        answer?.selected_date ??
        (answer?.selected_user && refOf(answer.selected_user)) ??
        answer?.selected_users?.map(refOf);
      return value && value.length > 0 ? [[name, value]] : [];
    }),
  );
}
