import { type Json, objects, words } from './json';

/** What a person typed or chose, by input id. */
export type Filled = Record<string, string>;

/** An input the client refuses to send, with the sentence it shows below it. */
export type InputProblem = { id: string; message: string };

/**
 * What the client sends for these inputs: what was filled in, else the card's own value; empty ones are
 * left out. Names problems instead when an input is required or does not fit: then nothing is sent.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/input-validation (2026-09)
 * @param inputs the inputs that the pressed button sends along.
 * @param onCard every input of the card: others than the button's may be filled in, and stay where they are.
 * Throws when something is filled in that the card does not have.
 */
export function fillIn(
  inputs: readonly Json[],
  filled: Filled,
  onCard: readonly Json[] = inputs,
): { values: Filled; problems: InputProblem[] } {
  const ids = onCard.map((input) => String(input.id));
  const strangers = Object.keys(filled).filter((id) => !ids.includes(id));
  if (strangers.length > 0)
    throw new Error(`The card has no input ${strangers.join(', ')}; it has: ${ids.join(', ') || 'none'}`);
  const values: Filled = {};
  const problems: InputProblem[] = [];
  for (const input of inputs) {
    const id = String(input.id);
    const value = filled[id] ?? presetOf(input);
    const wrong = problemWith(input, value);
    if (wrong) problems.push({ id, message: words(input.errorMessage) ?? wrong });
    if (value !== '') values[id] = value;
  }
  return { values, problems };
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
    case 'Input.ChoiceSet': {
      if (input['choices.data'] !== undefined || input.style === 'filtered') return undefined;
      const offered = objects(input.choices).map((choice) => String(choice.value));
      const chosen = input.isMultiSelect === true ? value.split(',') : [value];
      return chosen.every((one) => offered.includes(one)) ? undefined : 'Choose one of the list';
    }
    default:
      return undefined;
  }
}
