import type { Card } from '../core/card';
import { effectOf } from '../core/command-effects';
import { opensDialog } from '../core/dialogs';
import type { FetchFailure } from '../core/file';
import { commandIn } from '../core/heard';
import { mentionsIn, type PlatformName, personRef } from '../core/person';
import type { Locale } from '../core/words';
import type { Handle, Reply } from '../handlers/handle';
import type { Standing } from '../store/store';

/** What a platform heard: the words or the pressed command, and who is behind it by its verified identity. */
export interface Heard {
  /** Unparsed: whatever a person typed, or the payload that came back with a button or a form. */
  input: unknown;
  home: string;
  user: string;
  address: unknown;
  /** A file that was given with it; it is fetched only when it is wanted. */
  file?: { fetch(): Promise<Fetched> };
  /** Names this delivery, so that a repeated one gets the stored answer: an event, trigger or activity id. */
  identity: string;
}

/** The bytes of a file, or why there are none. */
export type Fetched = Uint8Array | FetchFailure;

/** A reply in time, or word that it is still coming. */
export type Answer =
  | { inTime: true; reply: Reply }
  /** `opensDialog`: what is coming belongs into a window over the chat, as far as that is known by now. */
  | { inTime: false; working: Card; later: Promise<Reply>; opensDialog: boolean };

export type Turn = (heard: Heard) => Promise<Answer>;

/** Both platforms give us 3 s (Slack: docs.slack.dev, acknowledging interactions); half a second stays for the way back. */
const patience = 2_500;

/**
 * The order of a turn, the same on both platforms: look up the sender, then through the only door, then the answer. Whoever
 * calls has verified the sender; calls outward come after the answer.
 * @param forDialog the patience with what will be answered by a window, where that has to be opened by a call outward within the same 3 s.
 */
export function makeTurn(
  platform: PlatformName,
  look: (home: string, user: string, how: 'fresh' | 'recent') => Promise<Standing>,
  handle: Handle,
  milliseconds = patience,
  forDialog = milliseconds,
): Turn {
  return async ({ input, home, user, address, identity, file }) => {
    let locale: Locale = 'en';
    const command = commandIn(input);
    const dialog = command !== undefined && opensDialog(command);
    const work = (async (): Promise<Reply> => {
      const how = command && effectOf[command.type] === 'reads' ? 'recent' : 'fresh';
      const profile = await look(home, user, how);
      locale = profile.locale;
      const named = await Promise.all(
        namedIn(input, platform).map(async ({ ref, user }) => ({
          ref,
          user,
          profile: await look(home, user, 'recent'),
        })),
      );
      const sender = { platform, home, user, address, profile, named };
      const reply = await handle(input, sender, `${platform}:${identity}`);
      if (!reply.wantsFile || !file || command?.type !== 'offer-file') return reply;
      const brought = { type: 'read-file', name: command.name, content: await file.fetch() };
      // Who speaks is looked up afresh: meanwhile they may have become somebody else to us.
      const fresh = await look(home, user, 'fresh');
      return handle(brought, { ...sender, profile: fresh }, `${platform}:${identity}:file`);
    })();

    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, dialog ? Math.min(forDialog, milliseconds) : milliseconds, 'late');
    });
    const first = await Promise.race([work, late]).finally(() => clearTimeout(timer));
    return first === 'late'
      ? { inTime: false, working: handle.working(locale), later: work, opensDialog: dialog }
      : { inTime: true, reply: first };
  };
}

/** More people than this are not named in one go. */
const mostNamed = 50;

/** Everybody of this platform whom the input names: by a mention in its words or by a picker of its form. */
function namedIn(input: unknown, platform: PlatformName): Array<{ ref: string; user: string }> {
  if (typeof input !== 'object' || input === null) return [];
  const { text, person, people } = input as Record<string, unknown>;
  const mentioned = typeof text === 'string' ? mentionsIn(text) : [];
  const picked = [person, ...(Array.isArray(people) ? people : [])].filter((ref) => typeof ref === 'string');
  return [...new Set([...mentioned, ...picked])].slice(0, mostNamed).flatMap((ref) => {
    const [, where, user] = personRef.exec(ref) ?? [];
    return where === platform && user ? [{ ref, user }] : [];
  });
}
