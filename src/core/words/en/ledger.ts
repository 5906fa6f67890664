import type { Doubt } from '../../ledger';

/** English. */
export const ledgerWords = {
  ledger: {
    title: 'The ledger',
    sound: 'It contains everything that was noted of it outside the database.',
    nothing: 'Nothing in it is sealed yet.',
    strange: (seals: number) =>
      `${seals === 1 ? 'One seal was' : `${seals} seals were`} put into it without its key, and ${seals === 1 ? 'counts' : 'count'} for nothing. Find out who did that; “benefits audit verify” names ${seals === 1 ? 'it' : 'them'}.`,
    seal: 'Last seal',
    sealedAt: 'Sealed on',
    unsealed: 'Rows that wait for a seal',
    mac: 'Mark of the seal',
    today: 'Where the ledger ends today',
    todayText:
      'Nothing is to be done. As long as this message is kept, nobody can replace the ledger by an older or another one unnoticed.',
    inDoubt: 'The ledger is not the one it was',
    why: {
      shorter:
        'The database ends before what was noted of it outside: it is an older copy, or its end was cut off.',
      other:
        'The database says something else than what was noted of it outside: it is another copy, or was written anew.',
    } satisfies Record<Doubt['is'], string>,
    noted: 'Noted outside',
    found: 'In the database',
    at: (seal: number, on: string) => `seal ${seal} of ${on}`,
    none: 'no seal',
    stopped:
      'No key is shown to anybody until an admin says what happened. Everything else goes on. Do so only if you know; “benefits audit verify” shows more.',
    accepted: 'Keys are shown again',
    acceptedBy: 'Said by',
    goesOn: 'The ledger goes on from here, and this stands in it.',
    formTitle: 'What happened?',
    formText: 'From then on keys are shown again. Every admin can read what you write.',
  },
};
