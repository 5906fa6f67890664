import type { MissingKeys, Unreadable } from '../../keys-trouble';

/** English. */
export const keysTroubleWords = {
  keysTrouble: {
    missing: 'No key can be opened',
    lacks: {
      lost: 'The bot cannot get at its own keys: the file .data/key-encryption-key is gone.',
      'no-number': (number: number) =>
        `The bot cannot get at its own keys: KEY_ENCRYPTION_KEYS lacks number ${number}, under which the keys of the database are wrapped now.`,
      another: (number: number) =>
        `The bot cannot get at its own keys: number ${number} of the key encryption keys is not the one under which the keys of the database are wrapped now. It may be of another database.`,
      incomplete: 'The bot cannot get at its own keys: the database has lost some of them.',
    },
    putRight: {
      lost: 'Whoever runs the bot puts the file back from a backup, and starts the bot again; “benefits doctor” says whether it is the right one.',
      'no-number':
        'Whoever runs the bot puts that number back, from where it is kept, and starts the bot again; “benefits doctor” says whether it is the right one.',
      another:
        'Whoever runs the bot puts the right one back, from where it is kept, and starts the bot again; “benefits doctor” says whether it is.',
      incomplete:
        'Whoever runs the bot restores the table sealed_secrets from a backup, and starts the bot again; “benefits doctor” says whether it is whole.',
    } satisfies Record<MissingKeys['is'], string>,
    goesOn:
      'Until then nobody is shown a key, and the ledger is not sealed. Everything else goes on: looking up, asking, approving, giving back.',
    unreadable: (benefit: string) => `A key for ${benefit} cannot be opened`,
    why: {
      'unknown-key': 'It was sealed under a key that the database does not have. Nothing was guessed.',
      malformed: 'What is stored is not a whole sealed key: it was cut or overwritten. Nothing was guessed.',
      'not-authentic': 'What is stored was changed, or belongs to another row. Nothing was guessed.',
    } satisfies Record<Unreadable, string>,
    incident: 'Number in the log',
    toDo: 'Somebody may have written in the database past the bot. Compare this row with a backup. If the key cannot be had back, its holder presses “This key does not work” and gets another.',
  },
};
