import { isPeoplePicker } from './card-form';
import { type Json, objects, words } from './json';
import { findPerson, type Person } from './people';

/**
 * What a person typed or chose, by input id. In a people picker one types a name, an e-mail address or an id; where it takes several,
 * they stand with commas between them.
 */
export type Filled = Record<string, string>;

/** An input the client refuses to send, with the sentence it shows below it. */
export type InputProblem = { id: string; message: string };

/**
 * What the client sends for these inputs: what was filled in, else the card's own value; empty ones are
 * left out. A people picker sends Entra object ids, several joined by commas. Names problems instead when an input is required or does not fit: then nothing is sent.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/input-validation (2026-09)
 * @param inputs the inputs that the pressed button sends along.
 * @param onCard every input of the card: others than the button's may be filled in, and stay where they are.
 * @param people whom a people picker finds.
 * Throws when something is filled in that the card does not have.
 */
export function fillIn(
  inputs: readonly Json[],
  filled: Filled,
  onCard: readonly Json[] = inputs,
  people: readonly Person[] = [],
): { values: Filled; problems: InputProblem[] } {
  const ids = onCard.map((input) => String(input.id));
  const strangers = Object.keys(filled).filter((id) => !ids.includes(id));
  if (strangers.length > 0)
    throw new Error(`The card has no input ${strangers.join(', ')}; it has: ${ids.join(', ') || 'none'}`);
  const values: Filled = {};
  const problems: InputProblem[] = [];
  for (const input of inputs) {
    const id = String(input.id);
    const given = filled[id] ?? presetOf(input);
    const { value, nobody } = isPeoplePicker(input)
      ? picked(given, input.isMultiSelect === true, people)
      : { value: given, nobody: undefined };
    const wrong = problemWith(input, value);
    // Nobody can be chosen whom the picker does not find.
    if (nobody !== undefined) problems.push({ id, message: `No match was found for ${nobody}` });
    else if (wrong) problems.push({ id, message: words(input.errorMessage) ?? wrong });
    if (value !== '') values[id] = value;
  }
  return { values, problems };
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker (2026-11) */
function picked(
  given: string,
  several: boolean,
  people: readonly Person[],
): { value: string; nobody: string | undefined } {
  const keys = (several ? given.split(',') : [given]).map((key) => key.trim()).filter((key) => key !== '');
  const found = keys.map((key) => findPerson(people, key));
  const ids = new Set(found.flatMap((person) => person?.aadObjectId ?? []));
  return { value: [...ids].join(','), nobody: keys[found.indexOf(undefined)] };
}

function presetOf(input: Json): string {
  if (input.type === 'Input.Toggle') return String(input.value ?? input.valueOff ?? 'false');
  return input.value === undefined || input.value === null ? '' : String(input.value);
}

function problemWith(input: Json, value: string): string | undefined {
  if (value === '') return input.isRequired === true ? 'This field is required' : undefined;
  switch (input.type) {
    case 'Input.Toggle':
      return input.isRequired === true && value !== String(input.valueOn ?? 'true')
        ? 'This field is required'
        : undefined;
    case 'Input.Number': {
      const number = Number(value);
      if (!Number.isFinite(number)) return 'Enter a number';
      if (typeof input.min === 'number' && number < input.min) return `At least ${input.min}`;
      if (typeof input.max === 'number' && number > input.max) return `At most ${input.max}`;
      return undefined;
    }
    case 'Input.Text': {
      // The text box itself stops at maxLength, so a longer value cannot be typed.
      if (typeof input.maxLength === 'number' && value.length > input.maxLength)
        return `At most ${input.maxLength} characters`;
      const pattern = words(input.regex);
      return pattern && !new RegExp(pattern).test(value) ? 'This does not have the right form' : undefined;
    }
    // A client's date picker knows no other form: https://adaptivecards.io/explorer/Input.Date.html (2026-11)
    case 'Input.Date': {
      if (!isDay(value)) return 'Enter a date';
      if (typeof input.min === 'string' && value < input.min) return `Not before ${input.min}`;
      if (typeof input.max === 'string' && value > input.max) return `Not after ${input.max}`;
      return undefined;
    }
    case 'Input.ChoiceSet': {
      if (input['choices.data'] !== undefined) return undefined;
      const offered = objects(input.choices).map((choice) => String(choice.value));
      const chosen = input.isMultiSelect === true ? value.split(',') : [value];
      return chosen.every((one) => offered.includes(one)) ? undefined : 'Choose one of the list';
    }
    default:
      return undefined;
  }
}

/** True for a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
