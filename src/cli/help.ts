import type { Answer, Verb } from './verb';

/** The list of verbs, or how one is typed. */
export function helpFor(verbs: Iterable<Verb>): Answer {
  const lines = [...verbs].flatMap(({ usage, purpose }) => [`  ${usage}`, `      ${purpose}`]);
  const text = ['npm run benefits -- <verb> [options]', '', ...lines, '', 'Every verb takes --json.'].join(
    '\n',
  );
  return { ok: true, json: { verbs: [...verbs].map(({ usage, purpose }) => ({ usage, purpose })) }, text };
}
