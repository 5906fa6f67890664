import type { InputBlock, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { Field } from '../../core/card';
import { limits } from './limits';
import { clip, plain } from './text';

/** Every input of a form has one element of this name; the block bears the name of the field. */
const element = 'value';

/** The fields of a form as inputs of a modal (docs.slack.dev/reference/block-kit/blocks/input-block). */
export function inputsOf(fields: Field[]): InputBlock[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return [...byName.values()].flatMap((field) => {
    const input = inputOf(field);
    return input ? [input] : [];
  });
}

function inputOf(field: Field): InputBlock | undefined {
  const block = {
    type: 'input' as const,
    block_id: field.name,
    label: plain(field.label, limits.inputLabel),
    ...(field.hint?.trim() ? { hint: plain(field.hint, limits.inputLabel) } : {}),
  };
  switch (field.kind) {
    case 'text':
      return {
        ...block,
        optional: field.optional ?? false,
        element: {
          type: 'plain_text_input',
          action_id: element,
          multiline: field.lines === 'many',
          max_length: Math.min(Math.max(1, field.most), limits.inputText),
        },
      };
    case 'number':
      return {
        ...block,
        element: {
          type: 'number_input',
          action_id: element,
          is_decimal_allowed: false,
          min_value: String(field.least),
          max_value: String(Math.max(field.least, field.most)),
          initial_value: String(
            Math.min(Math.max(field.least, field.initial), Math.max(field.least, field.most)),
          ),
        },
      };
    case 'choice': {
      const options = optionsOf(field.choices);
      const initial = options.find(({ value }) => value === field.initial);
      if (options.length === 0) return undefined;
      return {
        ...block,
        element: {
          type: 'static_select',
          action_id: element,
          options,
          ...(initial ? { initial_option: initial } : {}),
        },
      };
    }
  }
}

/** A choice is its own value, so one that Slack cannot carry whole is cut in both. */
function optionsOf(choices: string[]): PlainTextOption[] {
  const values = new Set(
    choices.filter((choice) => choice.trim()).map((choice) => clip(choice, limits.optionValue)),
  );
  return [...values]
    .slice(0, limits.options)
    .map((value) => ({ text: plain(value, limits.optionText), value }));
}

const Entered = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
    }),
  ),
);

/**
 * What somebody entered, by the names of the fields; an empty field is absent.
 * @param values `view.state.values` of a submission (docs.slack.dev/reference/interaction-payloads/view-interactions-payload).
 */
export function enteredIn(values: unknown): Record<string, string> {
  const entered = Entered.safeParse(values);
  if (!entered.success) return {};
  return Object.fromEntries(
    Object.entries(entered.data).flatMap(([name, elements]) => {
      const answer = elements[element];
      const value = answer?.value ?? answer?.selected_option?.value;
      return value ? [[name, value]] : [];
    }),
  );
}
