import { randomUUID } from 'node:crypto';
import { type Card, canBePressed } from '../core/card';
import type { Change } from '../core/change';
import { effectOf, isForm, takesLong } from '../core/command-effects';
import { commandIn } from '../core/heard';
import { hasSameRights, type Speaker } from '../core/person';
import type { Refusal } from '../core/refusal';
import { viewFor } from '../core/views/catalogue';
import { refused, working } from '../core/views/said';
import type { Locale } from '../core/words';
import type { Ledger, Store } from '../store/open';
import type { Posted, Sender } from '../store/store';
import { clockOfReader } from './clock-of-reader';
import { rememberReaders } from './readers';
import { type Saving, savesNothing } from './saving';
import type { Here, Shown } from './verb';
import { makeVerbs } from './verbs';

/**
 * The card for whoever spoke; `seen` is to be called with what became of a card that shows a key, and `stands` with where a card of a
 * request stays in a chat.
 */
export interface Reply {
  card: Card;
  seen?: (shown: boolean) => Promise<void>;
  stands?: (at: Posted) => Promise<void>;
  /** The file that was offered is wanted: whoever has it fetches it and brings it, and its answer takes the place of this one. */
  wantsFile?: true;
}

/** The only door. Whoever knocks gets one card back; everyone else is told by notice. Never rejects: a failure is a card too. */
export interface Handle {
  /** @param identity names this delivery: the same one again gets the stored answer. */
  (input: unknown, from: Sender, identity: string): Promise<Reply>;
  /** What is shown while an answer is still being made. */
  working(locale: Locale): Card;
}

/** The door, as whoever opened it has it. */
export interface Door extends Handle {
  /** What somebody looks at already, as it is now. It counts as no word of theirs: where they last spoke, they are told what there is to tell. */
  again(input: unknown, from: Sender): Promise<Card>;
}

/** What the door needs. `report` is for the operator: a kind of trouble, an incident number, and the error itself. */
export interface Surroundings {
  store: Store;
  now(): Date;
  /** Wakes the courier: there may be something to deliver. */
  changed(): void;
  report(
    trouble: 'turn-failed' | 'key-sealed' | 'outcome-not-noted' | 'answer-not-noted',
    incident: string,
    error: unknown,
  ): void;
}

/** Opens the door. */
export function makeHandle({ store, now, changed, report }: Surroundings): Door {
  const verbs = makeVerbs((code, holding) => {
    const incident = newIncident();
    report('key-sealed', incident, Object.assign(new Error('a key cannot be opened'), { code, holding }));
    return incident;
  });
  const readers = rememberReaders(store);

  const handle = async (input: unknown, from: Sender, identity: string): Promise<Reply> => {
    const { profile } = from;
    const { locale } = profile;
    const no = (refusal: Refusal): Reply => ({ card: refused(locale, refusal) });
    try {
      if (profile.standing === 'unknown') return no({ why: 'directory-silent' });
      if (profile.standing === 'stranger') return no({ why: 'stranger' });

      const command = commandIn(input);
      if (!command) return no({ why: isForm(input) ? 'form-incomplete' : 'not-understood' });
      const at = now();
      const name = `${identity}|${from.home}|${from.user}`;
      const here = (ledger: Ledger, speaker: Speaker, saving: Saving = savesNothing): Promise<Here> =>
        hereOf(from, name, at, ledger, speaker, saving);

      const effect = effectOf[command.type];
      if (effect === 'reads') {
        const reader = await readers.of(from, profile, at);
        if (!reader) return no({ why: 'stranger' });
        const { speaker, remembered } = reader;
        const [shown, still] = await store.reading(async (ledger) =>
          Promise.all([
            verbs.carryOut(await here(ledger, speaker), command),
            remembered ? ledger.whoeverIs(from) : speaker,
          ]),
        );
        if (still && hasSameRights(still, speaker)) return replyOf(shown, speaker, at);
        // They were forgotten, linked to another, or got another role, by somebody else: nothing of before is shown to them any more.
        readers.drop(from);
        return handle(input, from, identity);
      }

      let reader: Speaker | undefined;
      const transaction = takesLong.has(command.type) ? store.longTransaction : store.transaction;
      const shown = await transaction(async (ledger): Promise<Shown> => {
        if (effect === 'reveals') {
          const speaker = await ledger.speaker(from, profile, at);
          if (!speaker) return refused(locale, { why: 'stranger' });
          readers.spoke(speaker, from);
          reader = speaker;
          const recordPart = (change: Change) => ledger.record(change, undefined, at);
          return verbs.carryOut(await here(ledger, speaker, { ...savesNothing, recordPart }), command);
        }

        const turn = await ledger.begin(from, profile, name, at);
        if (turn.is === 'of-a-stranger') {
          await ledger.withdraw(name);
          return refused(locale, { why: 'stranger' });
        }
        const { speaker } = turn;
        reader = speaker;
        readers.spoke(speaker, from);
        if (turn.is === 'repeated') return turn.answer;
        let stored = false;
        const saving: Saving = {
          async record(change, answer) {
            await ledger.record(change, { identity: name, answer }, at);
            stored = true;
            return answer;
          },
          recordPart: (change) => ledger.record(change, undefined, at),
          async answer(answer) {
            await ledger.storeAnswer({ identity: name, answer });
            stored = true;
            return answer;
          },
        };
        const answer = await verbs.carryOut(await here(ledger, speaker, saving), command);
        if (!stored) await ledger.withdraw(name);
        return answer;
      });
      // What somebody does may change who they are to us: whatever they read next is read as who they are then.
      readers.drop(from);
      changed();
      return replyOf(shown, reader, at);
    } catch (error) {
      // The commit may have been saved although its answer was lost: then somebody has to be told.
      changed();
      const incident = newIncident();
      report('turn-failed', incident, error);
      return no({ why: 'failed', incident });
    }
  };

  async function again(input: unknown, from: Sender): Promise<Card> {
    const { locale, standing } = from.profile;
    const no = (refusal: Refusal): Card => refused(locale, refusal);
    if (standing !== 'member') return no({ why: standing === 'unknown' ? 'directory-silent' : 'stranger' });
    const command = commandIn(input);
    if (!command || effectOf[command.type] !== 'reads') return no({ why: 'not-understood' });
    const at = now();
    const shown = await store.reading(async (ledger) => {
      const speaker = await ledger.whoeverIs(from);
      return (
        speaker && verbs.carryOut(await hereOf(from, 'again', at, ledger, speaker, savesNothing), command)
      );
    });
    if (!shown || 'attempt' in shown) return no({ why: 'stranger' });
    return 'wantsFile' in shown ? shown.card : shown;
  }

  function replyOf(shown: Shown, reader: Speaker | undefined, now: Date): Reply {
    if ('wantsFile' in shown) return { card: shown.card, wantsFile: true };
    if (!('attempt' in shown)) {
      const { shows } = shown;
      if (!reader || !shows || !canBePressed(shown)) return { card: shown };
      const stands = async (at: Posted) => {
        try {
          await store.ledger.noteAnswer(reader.id, subjectOf(shows), at, now);
        } catch (error) {
          // It is not drawn anew then; who presses it later reads all the same what has become of the request.
          report('answer-not-noted', newIncident(), error);
        }
      };
      return { card: shown, stands };
    }
    const { card, attempt } = shown;
    return {
      card,
      seen: async (was) => {
        try {
          await store.ledger.noteView(attempt, was);
        } catch (error) {
          // The attempt stays noted as one whose end is not known: nothing is lost, and it is not taken for unseen.
          report('outcome-not-noted', newIncident(), error);
        }
      },
    };
  }

  return Object.assign(handle, { working, again });
}

async function hereOf(
  from: Sender,
  delivery: string,
  now: Date,
  ledger: Ledger,
  speaker: Speaker,
  saving: Saving,
): Promise<Here> {
  const { platform, home, user, named = [] } = from;
  const { profile } = from;
  const { locale } = profile;
  const zone = profile.standing === 'member' ? profile.timeZone : undefined;
  return {
    ledger,
    speaker,
    view: viewFor(locale, await clockOfReader(zone, ledger), now.toISOString(), speaker.id),
    now,
    newId: randomUUID,
    delivery,
    from: { platform, home, user, named },
    ...saving,
  };
}

/** What a card of an answer is drawn anew with. */
const subjectOf = (shows: NonNullable<Card['shows']>): { subject: string; version?: number } =>
  'holding' in shows ? { subject: shows.holding } : { subject: shows.request, version: shows.version };

const newIncident = (): string => randomUUID().slice(0, 8);
