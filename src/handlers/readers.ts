import type { Speaker } from '../core/person';
import type { Store } from '../store/open';
import type { Sender } from '../store/store';

/** A person who only reads is looked up in the database once a minute; whoever decides, every time. */
const rememberFor = 60_000;
const mostRemembered = 10_000;

type Member = Extract<Sender['profile'], { standing: 'member' }>;

/** Who reads: looked up, or remembered; then it has to be looked whether they are still the same to us. */
export interface Reader {
  speaker: Speaker;
  remembered: boolean;
}

/** Whoever reads, remembered for a minute. */
export function rememberReaders(store: Store) {
  const readers = new Map<string, { at: number; as: string; speaker: Speaker }>();
  /**
   * The account under which each of them spoke last: notices go there, so a change of chat is noted at once. Where another copy of the bot has heard
   * them since, it is noted within a minute, when `readers` has forgotten them.
   */
  const lastAccount = new Map<string, string>();

  return {
    /** Who reads; undefined for somebody who has left. */
    async of(from: Sender, profile: Member, at: Date): Promise<Reader | undefined> {
      const key = accountOf(from);
      const as = JSON.stringify([profile.locale, profile.timeZone, profile.email, from.address]);
      const known = readers.get(key);
      const recent = known?.as === as && Math.abs(at.getTime() - known.at) < rememberFor;
      if (known && recent && lastAccount.get(known.speaker.id) === key)
        return { speaker: known.speaker, remembered: true };
      readers.delete(key);
      const speaker = await store.transaction((ledger) => ledger.speaker(from, profile, at));
      if (speaker) {
        readers.set(key, { at: at.getTime(), as, speaker });
        lastAccount.set(speaker.id, key);
      }
      for (const memory of [readers, lastAccount])
        if (memory.size > mostRemembered) memory.delete(memory.keys().next().value as string);
      return speaker && { speaker, remembered: false };
    },

    /** They may be somebody else to us from now on: by what they have done, or since they were forgotten. */
    drop: (from: Sender): void => {
      readers.delete(accountOf(from));
    },

    /** They have spoken from this account. */
    spoke: (speaker: Speaker, from: Sender): void => {
      lastAccount.set(speaker.id, accountOf(from));
    },
  };
}

const accountOf = ({ platform, home, user }: Sender): string => `${platform}/${home}/${user}`;
