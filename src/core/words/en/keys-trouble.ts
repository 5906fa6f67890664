import type { Unreadable } from '../../keys-trouble';

/** English. */
export const keysTroubleWords = {
  keysTrouble: {
    missing: 'No key can be opened',
    missingText:
      'The bot cannot get at its own keys: KEY_ENCRYPTION_KEYS lacks the one it began with, or is of another database. Whoever runs the bot puts the old one back, from where it is kept, and starts the bot again; “benefits doctor” says which one is missing.',
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
