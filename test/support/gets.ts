import type { Somebody } from './somebody';

/** Somebody asks for a benefit and it is approved: a key is theirs then, anything else is an admin's task. */
export async function gets(
  who: Somebody,
  approver: Somebody,
  [words, name]: [words: string, name: string],
  values: Record<string, string> = {},
): Promise<void> {
  await who.opensFormFor(words);
  await who.fills({ Reason: 'For the client project', ...values }, 'Request');
  await who.sees(`You asked for ${name}`);
  await who.closesWindow();
  // The newest card is the last one, and nobody has decided it.
  await approver.sees(new RegExp(`${who.figure.name} asks for ${name}(?![\\s\\S]*Decided by)`));
  await approver.presses('Approve', `${who.figure.name} asks for ${name}`);
  await who.sees(new RegExp(`${name} is (yours|approved)`));
}
