import type { Benefit } from '../benefit';
import type { Block, Card } from '../card';
import type { Holding } from '../holding';
import { portalOf } from '../programme';
import { dayOf } from '../time';
import type { Redeemed, TokenPlan } from '../token';
import { amount } from './amount';
import type { View } from './catalogue';

/** Where a token for an active subscription is redeemed ("Cloud services benefits", Partner Center documentation, October 2023). */
const adminCentre = 'https://admin.microsoft.com';

/** What the holder of a token has to know before it is redeemed, and what helps to redeem it rightly. */
export function beforeRedeeming(
  view: View,
  holding: Holding,
  { activateBy }: Pick<Benefit, 'activateBy'>,
): Block[] {
  const { words } = view;
  const { id, benefit, quantity } = holding;
  const about = benefit.name;
  const isOver = activateBy !== undefined && activateBy < dayOf(view.now);
  const redeemBy = isOver ? words.token.redeemedBy : words.token.redeemBy;
  return [
    { type: 'heading', text: words.token.first },
    { type: 'text', text: words.token.carries(amount(words, benefit.unit, quantity)) },
    ...(activateBy ? [{ type: 'text', text: redeemBy(words.day(activateBy)) } as const] : []),
    { type: 'text', text: words.token.choose },
    { type: 'text', text: words.token.window },
    {
      type: 'buttons',
      buttons: [
        { label: words.buttons.planToken, about, press: { type: 'plan-form', holding: id } },
        { label: words.buttons.newSubscription, about, url: portalOf(benefit) ?? adminCentre },
        { label: words.buttons.activeSubscription, about, url: adminCentre },
      ],
    },
  ];
}

/** Asks what is active, to say what adding seats or extending would come to. */
export function planForm(view: View, { id, benefit, quantity }: Holding): Card {
  const { words, locale } = view;
  return {
    title: words.token.title,
    blocks: [
      {
        type: 'facts',
        facts: [
          [words.fields.benefit, benefit.name],
          [words.fields.carries, String(quantity)],
        ],
      },
      {
        type: 'form',
        fields: [
          {
            kind: 'number',
            name: 'seats',
            label: words.fields.activeSeats,
            least: 0,
            most: 1_000_000,
            initial: 0,
            hint: words.token.activeHint,
          },
          {
            kind: 'day',
            name: 'until',
            label: words.fields.activeUntil,
            optional: true,
            hint: words.token.untilHint,
          },
        ],
        submit: words.buttons.plan,
        press: { type: 'plan-token', holding: id },
      },
    ],
    place: 'dialog',
    locale,
  };
}

/** Both ways in which a token can be redeemed, each with the day on which the seats then end. */
export function planned(view: View, { benefit }: Holding, plan: TokenPlan): Card {
  const { words, locale } = view;
  return {
    title: words.token.title,
    blocks: [
      whatItComesTo(view, benefit.name, benefit.unit, plan),
      { type: 'text', text: words.token.choose, weak: true },
      { type: 'text', text: words.token.today, weak: true },
    ],
    place: 'dialog',
    locale,
  };
}

function whatItComesTo(view: View, benefit: string, unit: string, plan: TokenPlan): Block {
  const { words } = view;
  const seats = ({ seats }: Redeemed) => amount(words, unit, seats);
  if (plan.is === 'new') return { type: 'text', text: words.token.new(seats(plan), words.day(plan.ends)) };
  return {
    type: 'facts',
    facts: [
      [words.fields.benefit, benefit],
      [words.fields.addSeats, added(view, seats(plan.add), plan.add)],
      [words.fields.extend, extended(view, seats(plan.extend), plan.extend)],
    ],
  };
}

const added = ({ words }: View, seats: string, { ends }: Redeemed): string =>
  ends ? words.token.addTo(seats, words.day(ends)) : words.token.addUndated(seats);

function extended(
  { words }: View,
  seats: string,
  { months, ends }: Extract<TokenPlan, { is: 'choice' }>['extend'],
): string {
  // Rounded down, as the day is.
  const longer = String(Math.floor(months * 10 + 1e-9) / 10);
  return ends
    ? words.token.extendTo(seats, longer, words.day(ends))
    : words.token.extendUndated(seats, longer);
}
