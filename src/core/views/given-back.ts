import { kindOf } from '../benefit';
import type { Block, Card } from '../card';
import type { Aftermath } from '../give-back';
import type { Ending, Holding } from '../holding';
import type { Leaver, SeveralBack } from '../notice';
import type { Words } from '../words';
import { amount } from './amount';
import type { View } from './catalogue';
import { reasonField } from './reason-field';

/** What the end will do, in sentences: to the holder, or to an admin about the holder. */
function sentencesOf(
  words: Words,
  holding: Holding,
  after: Aftermath,
  about: 'oneself' | 'another',
): string[] {
  const { giveBack, takeBack } = words;
  const { name } = holding.person;
  const own = about === 'oneself';
  switch (after.is) {
    case 'key-goes-on':
      return [
        ...(after.shown ? [own ? giveBack.uninstall : takeBack.uninstall(name)] : []),
        own ? giveBack.keyGoesOn : takeBack.keyGoesOn(name),
      ];
    case 'key-is-spent':
      return [own ? giveBack.uninstall : takeBack.uninstall(name), giveBack.keyIsSpent];
    case 'free-at-once':
      if (!after.shared) return [giveBack.freeAtOnce];
      return [own ? giveBack.shared : takeBack.shared(name)];
    case 'rest-is-free': {
      const { unit } = holding.benefit;
      return [giveBack.restIsFree(amount(words, unit, after.used), amount(words, unit, after.rest))];
    }
    case 'removed-by-hand':
      return [
        own ? giveBack.removedByHand : takeBack.removedByHand,
        ...(after.from ? [giveBack.notBefore(words.day(after.from))] : []),
      ];
  }
}

/** Asks the holder whether to give it back, and says what that will do. */
export const returnForm = (view: View, holding: Holding, after: Aftermath): Card =>
  form(view, holding, sentencesOf(view.words, holding, after, 'oneself'), 'return');

/** Asks an admin why it is taken back, and says what that will do. */
export const removeForm = (view: View, holding: Holding, after: Aftermath): Card =>
  form(view, holding, sentencesOf(view.words, holding, after, 'another'), 'remove');

function form(
  { words, locale }: View,
  { id, person, benefit, quantity }: Holding,
  sentences: string[],
  press: 'return' | 'remove',
): Card {
  const own = press === 'return';
  return {
    title: own ? words.giveBack.title : words.takeBack.title,
    blocks: [
      {
        type: 'facts',
        facts: [
          [words.fields.benefit, benefit.name],
          ...(own ? [] : [[words.fields.person, person.name] as [string, string]]),
          [words.fields.quantity, amount(words, benefit.unit, quantity)],
        ],
      },
      { type: 'text', text: [words.giveBack.what, ...sentences].join('\n') },
      {
        type: 'form',
        fields: [
          reasonField(words, own ? words.giveBack.reasonHint : words.takeBack.reasonHint(person.name), {
            most: 500,
            ...(own && { optional: true as const }),
          }),
        ],
        submit: words.buttons[press],
        press: { type: press, holding: id },
      },
    ],
    place: 'dialog',
    locale,
  };
}

/** What was held, from when to when, and why it ended. */
function factsOf(
  { words, now }: View,
  { benefit, quantity, since, state }: Holding,
  ending: Ending,
): Array<[string, string]> {
  const until = state.is === 'ended' ? state.at : now;
  return [
    [words.fields.benefit, benefit.name],
    [words.fields.quantity, amount(words, benefit.unit, quantity)],
    [words.ended.held, words.ended.heldFromTo(words.moment(since), words.moment(until))],
    ...('why' in ending && ending.why ? [[words.fields.reason, ending.why] as [string, string]] : []),
  ];
}

const whoEnded = (ending: Ending): string => ('by' in ending ? ending.by.name : '');

/** To whoever had it: it is not yours any more, why, and what to do. */
export function ended(view: View, holding: Holding, ending: Ending): Card {
  const { words, locale } = view;
  const { benefit, key, shown } = holding;
  const mayAskAgain = ending.how === 'taken-back' || ending.how === 'unanswered';
  const blocks: Block[] = [
    { type: 'text', text: words.ended.text[ending.how](whoEnded(ending)) },
    { type: 'facts', facts: factsOf(view, holding, ending) },
  ];
  if (key && shown && kindOf(benefit) === 'key') blocks.push({ type: 'text', text: words.ended.uninstall });
  if (mayAskAgain)
    blocks.push(
      { type: 'text', text: words.ended.again, weak: true },
      {
        type: 'buttons',
        buttons: [
          { label: words.buttons.request, about: benefit.name, press: { type: 'ask', benefit: benefit.id } },
        ],
      },
    );
  return { title: words.ended.title[ending.how](benefit.name), blocks, place: 'here', locale };
}

/** To the admins: whose it was, and why it has come back. */
export function cameBack(view: View, holding: Holding, ending: Ending): Card {
  const { words, locale } = view;
  const { person, benefit } = holding;
  return {
    title: words.cameBack.title[ending.how](benefit.name, person.name),
    blocks: [
      { type: 'text', text: words.cameBack.text[ending.how](person.name) },
      {
        type: 'facts',
        facts: [[words.fields.person, person.name], ...factsOf(view, holding, ending)],
      },
      { type: 'text', text: words.cameBack.next, weak: true },
    ],
    place: 'here',
    locale,
  };
}

/** To the admins: what has come back from several people, because nobody answered. */
export const severalBack = ({ words, locale }: View, back: SeveralBack): Card => ({
  title: words.cameBack.several(back.length),
  blocks: [
    { type: 'text', text: words.cameBack.nobodyAnswered },
    {
      type: 'text',
      text: lines(
        words,
        back.map((one) => `${one.benefit} · ${amount(words, one.unit, one.quantity)} · ${one.person}`),
      ),
    },
    { type: 'text', text: words.cameBack.next, weak: true },
  ],
  place: 'here',
  locale,
});

/** Longer lists are cut: what there is to do stands under “tasks” in full. */
const mostListed = 15;

/** Somebody has left: what came back, for the admins. */
export function leaver(
  { words, locale }: View,
  { person, gaveBack, cancelled, askedAgain = [] }: Leaver,
): Card {
  const held = gaveBack.map(({ benefit, quantity, task, key }) =>
    words.labelled(`${benefit} × ${quantity}`, task ? words.left.task : words.left[key ?? 'atOnce']),
  );
  return {
    title: words.left.title(person.name),
    blocks: [
      { type: 'text', text: words.left.text },
      { type: 'heading', text: words.left.gaveBack },
      { type: 'text', text: held.length > 0 ? lines(words, held) : words.left.nothing },
      ...(cancelled.length > 0
        ? [
            { type: 'heading', text: words.left.cancelled } as const,
            { type: 'text', text: lines(words, cancelled) } as const,
          ]
        : []),
      ...(askedAgain.length > 0
        ? [
            { type: 'heading', text: words.left.askedAgain } as const,
            {
              type: 'text',
              text: lines(
                words,
                askedAgain.map(({ requester, benefit, asked }) =>
                  words.left.nowAsked(requester, benefit, words.list(asked)),
                ),
              ),
            } as const,
          ]
        : []),
    ],
    place: 'here',
    locale,
  };
}

const lines = (words: Words, all: string[]): string =>
  [
    ...all.slice(0, mostListed),
    ...(all.length > mostListed ? [words.left.more(all.length - mostListed)] : []),
  ].join('\n');
