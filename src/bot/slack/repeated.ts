import type { Spoken } from './hear';

/**
 * Slack sends an event up to three times more when it saw no answer in time (docs.slack.dev/apis/events-api). What is
 * being answered, or was, is not answered by a second message; what failed may come again. Remembered by this process alone, and on purpose: whoever
 * spoke to a copy that died before it answered is answered by the next one, and what their words did is not done again (`inbound`).
 */
export function makeEventMemory(most = 10_000) {
  const seen = new Set<string>();
  const isEvent = ({ way }: Spoken) => way.kind === 'direct message' || way.kind === 'mention';
  return {
    isNew(spoken: Spoken): boolean {
      if (!isEvent(spoken)) return true;
      if (seen.has(spoken.heard.identity)) return false;
      seen.add(spoken.heard.identity);
      if (seen.size > most) seen.delete(seen.values().next().value as string);
      return true;
    },
    forget: ({ heard }: Spoken): void => void seen.delete(heard.identity),
  };
}
