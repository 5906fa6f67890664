import type { Card } from '../core/card';
import type { Command } from '../core/command';
import { benefitsNamed } from '../core/find-benefit';
import type { Holding } from '../core/holding';
import type { ToDo } from '../core/understand';
import { ready, whichOne } from '../core/views/assigning';
import { heldSince } from '../core/views/course-facts';
import { offer } from '../core/views/understood';
import { type Acting, meantIn, namedOf, oneCalled } from './acting';
import { no, type Shown } from './verb';

/** Something is given back: of what the speaker holds. */
export async function toReturn(a: Acting, toDo: Extract<ToDo, { act: 'return' }>): Promise<Shown> {
  const { here } = a;
  const { words } = here.view;
  const held = await here.ledger.holdingsOf(here.speaker.id);
  if (toDo.of === '' && held.length === 0) return a.carryOut(here, { type: 'mine' });
  const fitting = toDo.of === '' ? { holdings: held, sure: true } : amongHeld(held, toDo);
  return chooseHolding(a, toDo, fitting, here.speaker.name, ({ id, benefit }) => ({
    label: words.buttons.return,
    press: { type: 'return-form', holding: id },
    text: words.assigning.returnReady(benefit.name),
    shows: { holding: id },
  }));
}

/** Something is taken from somebody, and may go to somebody else. */
export async function toTake(a: Acting, toDo: Extract<ToDo, { act: 'remove' | 'reassign' }>): Promise<Shown> {
  const { here } = a;
  const { words } = here.view;
  const from = await oneCalled(here, toDo.from);
  if ('refusal' in from) return no(here, from.refusal);
  const to = toDo.act === 'reassign' ? await oneCalled(here, toDo.to) : undefined;
  if (to && 'refusal' in to) return no(here, to.refusal);

  // Somebody whom we have not met holds nothing.
  const held = from.ref.startsWith('person:')
    ? await here.ledger.holdingsOf(from.ref.slice('person:'.length))
    : [];
  return chooseHolding(a, toDo, amongHeld(held, toDo), from.name, ({ id, benefit }) =>
    to
      ? {
          label: words.buttons.reassign,
          press: { type: 'reassign-form', holding: id, person: to.ref },
          text: words.assigning.moveReady(benefit.name, from.name, to.name),
          shows: { holding: id },
        }
      : {
          label: words.buttons.remove,
          press: { type: 'remove-form', holding: id },
          text: words.assigning.removeReady(benefit.name, from.name),
          shows: { holding: id },
        },
  );
}

/** The holdings whose benefit was meant: of those that the words name surely, else of those that come near among what is held. */
export function amongHeld(
  held: Holding[],
  { of, benefits, sure }: ToDo,
): { holdings: Holding[]; sure: boolean } {
  const exactly = held.filter(({ benefit }) => benefits.includes(benefit.id));
  if (exactly.length > 0) return { holdings: exactly, sure };
  const near = benefitsNamed(
    of,
    held.map(({ benefit }) => namedOf(benefit)),
  );
  return { holdings: held.filter(({ benefit }) => near.benefits.includes(benefit.id)), sure: false };
}

/** What was meant of a holding; `shows`: a card that asks whether it was is drawn anew with what becomes of it. */
interface Meaning extends Pick<Card, 'shows'> {
  label: string;
  press: Command;
  text: string;
}

function chooseHolding(
  { here, catalogue, dialog, carryOut }: Acting,
  { act, benefits }: Extract<ToDo, { act: 'return' | 'remove' | 'reassign' }>,
  { holdings, sure }: { holdings: Holding[]; sure: boolean },
  person: string,
  meaning: (holding: Holding) => Meaning,
): Promise<Shown> | Shown {
  const { view } = here;
  const [only, ...others] = holdings;
  if (!only) {
    const [meant] = meantIn(catalogue, benefits);
    if (!meant) return offer(view, [], false);
    const own = act === 'return' && ({ you: true } as const);
    return no(here, { why: 'not-held', person, benefit: meant.name, ...own });
  }
  const names = new Set(holdings.map(({ benefit }) => benefit.name));
  if (!sure && names.size === holdings.length)
    return offer(
      view,
      holdings.map((one) => {
        const name = view.words.offer.acts[act](one.benefit.name);
        return { label: name, press: meaning(one).press };
      }),
      false,
    );
  if (others.length > 0 || !sure) {
    return whichOne(
      view,
      sure,
      holdings.map((one) => ({ ...meaning(one), title: one.benefit.name, text: heldSince(view.words, one) })),
    );
  }
  const { label, press, text, shows } = meaning(only);
  if (dialog) return carryOut(here, press);
  return { ...ready(view, only.benefit.name, text, label, press), ...(shows && { shows }) };
}
