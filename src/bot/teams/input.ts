import type { Choice, Field } from '../../core/card';
import type { Locale } from '../../core/words';
import { clip, type Json, plain } from './text';
import { words } from './words';

/** Everybody of the tenant, looked up by the client itself while somebody types. */
const everybody = { type: 'Data.Query', dataset: 'graph.microsoft.com/users' };

/**
 * A field as an input of an adaptive card. One that is not optional keeps the form from being sent while it is empty, with a sentence.
 * A picker of everybody works in the bot's personal chats and dialogs, which is where forms are.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker and adaptivecards.io/explorer (2026-11)
 */
export function input(field: Field, locale: Locale): Json {
  const label = plain(field.label);
  const common = {
    id: field.name,
    label,
    ...(field.hint === undefined ? {} : { placeholder: plain(field.hint) }),
  };
  const needed = field.optional ? {} : { isRequired: true, errorMessage: words[locale].needed(label) };
  switch (field.kind) {
    case 'text':
      return {
        type: 'Input.Text',
        ...common,
        ...needed,
        ...(field.lines === 'many' ? { isMultiline: true } : {}),
        ...(field.least
          ? {
              regex: `^[\\s\\S]{${field.least},}$`,
              errorMessage: words[locale].atLeast(label, field.least),
            }
          : {}),
        maxLength: field.most,
        ...(field.initial === undefined ? {} : { value: clip(field.initial, field.most) }),
      };
    case 'number':
      return {
        type: 'Input.Number',
        ...common,
        ...needed,
        errorMessage: words[locale].between(label, field.least, field.most),
        min: field.least,
        max: field.most,
        value: field.initial,
      };
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        ...common,
        ...needed,
        style: 'compact',
        choices: choicesOf(field.choices),
        ...(field.initial === undefined ? {} : { value: field.initial }),
      };
    case 'lookup':
      return {
        type: 'Input.ChoiceSet',
        ...common,
        ...needed,
        style: 'filtered',
        choices: choicesOf(field.choices.slice(0, mostFound)),
        'choices.data': { type: 'Data.Query', dataset: field.of },
      };
    case 'day':
      return {
        type: 'Input.Date',
        ...common,
        ...needed,
        ...(field.initial === undefined ? {} : { value: field.initial }),
      };
    case 'person': {
      const [, id] = /^teams:(.+)$/.exec(field.initial ?? '') ?? [];
      return { type: 'Input.ChoiceSet', ...common, ...needed, ...picker, ...(id ? { value: id } : {}) };
    }
    case 'people':
      return { type: 'Input.ChoiceSet', ...common, ...needed, ...picker, isMultiSelect: true };
  }
}

/** A client shows no more than so many of what was found for it (dynamic-search, 2026-11). */
export const mostFound = 15;
/** So much of each is shown: all of them fit into one answer, in whatever script. */
const mostLabel = 200;

const choicesOf = (choices: Choice[]): Json[] =>
  choices.map(({ value, label }) => ({ title: plain(label).trim() || '…', value }));

/** What fits what somebody is typing into a field that looks things up, as the client wants it. */
export const foundOf = (choices: Choice[]): object => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.search.searchResponse',
  value: {
    results: choicesOf(
      choices.slice(0, mostFound).map((choice) => ({ ...choice, label: clip(choice.label, mostLabel) })),
    ),
  },
});

const picker = { style: 'filtered', choices: [], 'choices.data': everybody };
