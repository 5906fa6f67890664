import type { CommandType } from '../../core/command';
import { effectOf, typeIn } from '../../core/command-effects';
import type { Posted } from '../../store/store';
import type { Turn } from '../turn';
import { isObject } from './form';
import { heardFrom } from './hear';
import type { Outward } from './outward';
import { languageOf, type Seals } from './seal';
import type { Spoken } from './spoken';

/**
 * What can be done on a card that others see too. Each answer is for whoever pressed alone; nothing of these shows a key, a code, or
 * what somebody has besides. Everything else belongs into the private chat.
 */
const inRooms: ReadonlySet<string> = new Set<CommandType>([
  'suggest',
  'pick',
  'share',
  'share-request',
  'shared',
  'ask',
  'request',
  'review',
  'approve',
  'approve-form',
  'refuse',
  'deny',
  'take-on',
  'remark-form',
  'remark',
  'hand-over-form',
  'hand-over',
  'change-form',
  'change',
  'nudge',
  'cancel',
  'accept',
  'decline',
  'override-form',
  'override',
]);

/** Whether a command can be pressed where others read along. */
export const belongsInRoom = (input: unknown): boolean => inRooms.has(typeIn(input) ?? '');

/** Whether a command only looks, or opens a form. */
export const onlyReads = (input: unknown): boolean => effectOf[typeIn(input) as CommandType] === 'reads';

/** A button that we did not draw decides nothing: whoever pressed it gets to read how the request stands that it is about. */
export const lookInstead = (input: unknown): unknown =>
  isObject(input) && input.request !== undefined
    ? { type: 'shared', request: input.request, version: 1 }
    : undefined;

const mostRemembered = 10_000;

/**
 * Keeps a shared card true for everybody who has no view of their own: when somebody presses something on it, and when somebody's look at
 * it shows that it was drawn of an older version. After an update a client may still send what the card before it held
 * (github.com/MicrosoftDocs/msteams-docs/issues/6441), so the same version is never put there twice, by
 * one process: another one puts there the same words. It stays in the language in which it was shared, whoever presses.
 */
export function makeRooms(turn: Turn, outward: Outward, seals: Seals, home: string) {
  const shown = new Map<string, number>();

  return {
    /** @param at the message that was pressed, or from which the dialog was opened; it shows the request, if what was pressed is as we drew it */
    async evenOut(spoken: Spoken, at: Posted | undefined): Promise<void> {
      const { input, said, address, drawnByUs } = spoken;
      if (!at || !drawnByUs || !isObject(input) || typeof input.request !== 'string') return;
      const locale = languageOf(said);
      const answer = await turn(
        heardFrom(
          said,
          { type: 'share-request', request: input.request, ...(locale && { locale }) },
          home,
          address,
        ),
      );
      const { card } = answer.inTime ? answer.reply : await answer.later;
      const look = card.each?.look;
      if (look?.type !== 'shared') return;
      const changed = effectOf[input.type as CommandType] === 'decides' || input.version !== look.version;
      const key = JSON.stringify(at.ref);
      if (!changed || shown.get(key) === look.version) return;
      shown.set(key, look.version);
      if (shown.size > mostRemembered) shown.delete(shown.keys().next().value as string);
      const outcome = await outward.redraw(at, card, seals.forRoom(said));
      // What did not arrive is put there by the next one who looks.
      if (!outcome.sent && shown.get(key) === look.version) shown.delete(key);
    },
  };
}
export type Rooms = ReturnType<typeof makeRooms>;
