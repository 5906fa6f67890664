import type { Holding } from '../../holding';

/** English. */
export const holdingWords = {
  mine: {
    title: 'What you hold',
    open: 'Your open requests',
    nothing: 'You hold nothing yet. Type “list” to see what there is.',
    since: {
      asked: (on: string, by: string) => `since ${on}, approved by ${by}`,
      assigned: (on: string, by: string) => `since ${on}, assigned by ${by}`,
      reassigned: (on: string, by: string) => `since ${on}, reassigned by ${by}`,
    } satisfies Record<Holding['way'], unknown>,
    usedOf: (used: number, of: number) => `${used} of ${of} used`,
    missed: (day: string) => `not activated by ${day}: that day is over`,
    answerBy: (until: string) => `still needed? Please answer by ${until}`,
  },
  holding: {
    of: (person: string, benefit: string) => `${benefit} of ${person}`,
    left: (left: number, unit: string) => `${left} ${unit} left`,
    live: 'In use',
    inquired: (until: string) => `Asked whether it is still needed; an answer is expected by ${until}`,
    ended: (how: string, on: string) => `${how} on ${on}`,
    endedHow: {
      returned: 'Given back',
      'taken-back': 'Taken back by an admin',
      reassigned: 'Passed on to somebody else',
      left: 'Given back because the person left',
      lapsed: 'Ended with the membership',
      unanswered: 'Taken back because nobody answered',
    },
    uses: 'What it was used for',
    use: (what: string, by: string) => `${what} · ${by}`,
    more: (count: number) => `And ${count} more`,
  },
};
