import { unavailable } from '../available';
import { type Category, categories, downloadFor, left, type Stocked, withoutKeys } from '../benefit';
import type { Block, Button, Card } from '../card';
import type { PersonRef } from '../person';
import type { ReaderClock } from '../reader-clock';
import type { Refusal } from '../refusal';
import type { Instant } from '../time';
import { type Locale, type Words, wordsIn } from '../words';
import { amount } from './amount';
import { pageBlocks, pageOf } from './paging';
import { sentence } from './said';
import { type Deciding, decidesOf } from './who-decides';

/** For whom a card is drawn, and the moment at which it is true. */
export interface View {
  /** In the reader's language, with moments by their clock. */
  words: Words;
  locale: Locale;
  now: Instant;
  /** Where that clock stands (IANA): a day of theirs begins and ends there. UTC where nothing is said. */
  zone?: string;
  /** Who reads it, where it is for one person alone: what is about them says “you”. */
  reader?: string;
}

/** The words for a reader, and all else a card for them hangs on. */
export const viewFor = (locale: Locale, clock: ReaderClock, now: Instant, reader?: string): View => ({
  words: wordsIn(locale, clock),
  locale,
  now,
  zone: clock.zone,
  ...(reader !== undefined && { reader }),
});

/** The same for everybody in a chat: nobody is spoken to. */
export const forAll = ({ reader: _, ...view }: View): View => view;

/** What the company has, by category, with what is left of each. */
export function list(view: View, benefits: Stocked[], category: Category | undefined, page: number): Card {
  const { words, locale } = view;
  const ordered = categories.flatMap((one) => benefits.filter((benefit) => benefit.category === one));
  const current = pageOf(ordered, page, (benefit) => [row(view, benefit)]);

  const blocks = categories.flatMap((one): Block[] => {
    const rows = current.rows.filter((benefit) => benefit.category === one);
    if (rows.length === 0) return [];
    const drawn = rows.map((benefit) => row(view, benefit));
    return category ? drawn : [{ type: 'heading', text: words.categories[one] }, ...drawn];
  });

  return {
    title: category ? words.catalogue.titleOf(words.categories[category]) : words.catalogue.title,
    blocks: [
      ...blocks,
      { type: 'text', text: ordered.length > 0 ? words.catalogue.hint : words.catalogue.empty, weak: true },
      ...pageBlocks(words, current, (to) => ({ type: 'list', ...(category && { category }), page: to })),
    ],
    place: 'here',
    locale,
  };
}

/** A benefit in one line, with the button that asks for it. */
export function row(view: View, benefit: Stocked): Block {
  const text = whatIsLeft(view, benefit);
  const button: Button = {
    label: view.words.buttons.request,
    about: benefit.name,
    press: { type: 'ask', benefit: benefit.id },
  };
  return { type: 'row', title: benefit.name, text, ...(!unavailable(benefit, view.now) && { button }) };
}

/** `3 of 10 left (licences) · 2 waiting`, and why it cannot be given where that is so. */
export function whatIsLeft({ words, now }: View, benefit: Stocked): string {
  const amount = words.catalogue.left(
    left(benefit),
    benefit.quantity,
    words.unit(benefit.unit, benefit.quantity),
  );
  const obstacle = unavailable(benefit, now);
  const { waiting } = benefit.stock;
  return [
    amount,
    ...(obstacle ? whyNot(words, obstacle) : withoutKeys(benefit) ? [words.catalogue.waitsForKey] : []),
    ...(waiting > 0 ? [words.catalogue.waiting(waiting)] : []),
  ].join(' · ');
}

function whyNot(words: Words, obstacle: Refusal): string[] {
  switch (obstacle.why) {
    case 'not-begun':
      return [words.catalogue.begins(words.day(obstacle.from))];
    case 'dropped':
      return [words.catalogue.dropped(words.day(obstacle.on))];
    case 'ended':
      return [words.catalogue.ended(words.day(obstacle.on))];
    case 'membership-over':
      return [words.catalogue.overSince(words.day(obstacle.on))];
    default:
      return [];
  }
}

/** The links a person may choose from, one for each language and system; more than this would bury the card. */
const mostLinks = 5;

/**
 * Everything about one benefit.
 * @param mayAssign the reader is an admin, who can give it without being asked
 * @param asked how many were named in the same breath, and for whom
 */
export function show(
  view: View,
  benefit: Stocked,
  deciding: Deciding,
  mayAssign = false,
  asked: { quantity?: number; person?: PersonRef } = {},
): Card {
  const { words, locale } = view;
  const facts: Array<[string, string]> = [
    [words.fields.category, words.categories[benefit.category]],
    [words.fields.available, whatIsLeft(view, benefit)],
    [words.fields.quantity, amount(words, benefit.unit, benefit.quantity)],
    [words.fields.delivery, words.deliveries[benefit.delivery]],
    [words.fields.package, benefit.package.name],
    [words.fields.ends, words.day(benefit.package.ends)],
  ];
  if (benefit.activateBy) facts.push([words.fields.activateBy, words.day(benefit.activateBy)]);
  if (benefit.languages.length > 0) facts.push([words.fields.languages, words.list(benefit.languages)]);
  if (benefit.systems.length > 0) facts.push([words.fields.systems, words.list(benefit.systems)]);
  const { refused } = deciding;
  facts.push(decidesOf(words, deciding));

  const instructions = instructionsOf(benefit, locale);
  const obstacle = unavailable(benefit, view.now);
  const inVain: Refusal | undefined =
    obstacle ??
    (refused && !refused.onlyForOneself
      ? { why: 'policy-refuses', benefit: benefit.name, reason: refused.reason }
      : undefined);
  const buttons: Button[] = [
    ...(inVain
      ? []
      : [
          {
            label: words.buttons.request,
            style: 'primary',
            press: { type: 'ask', benefit: benefit.id, ...asked },
          } as const,
        ]),
    ...(mayAssign && !obstacle
      ? [{ label: words.buttons.assign, press: { type: 'assign-form', benefit: benefit.id } } as const]
      : []),
    ...(mayAssign
      ? [{ label: words.buttons.holders, press: { type: 'holders', benefit: benefit.id } } as const]
      : []),
    ...downloads(words, benefit),
  ];
  return {
    title: benefit.name,
    blocks: [
      // Somebody may have come here to ask for it: why not, in the words of a refusal.
      ...(inVain ? [{ type: 'text', text: sentence(words, inVain) } as const] : []),
      { type: 'facts', facts },
      ...(instructions
        ? ([
            { type: 'heading', text: words.show.instructions },
            { type: 'text', text: instructions },
          ] as const)
        : []),
      ...(buttons.length > 0 ? [{ type: 'buttons', buttons } as const] : []),
      ...(choicesOf(benefit).length > mostLinks
        ? [{ type: 'text', text: words.show.moreDownloads, weak: true } as const]
        : []),
    ],
    place: 'here',
    locale,
  };
}

/** The special instructions in the reader's language, else in the one they were written in. */
export const instructionsOf = (
  { instructions }: Pick<Stocked, 'instructions'>,
  locale: Locale,
): string | undefined =>
  locale === 'zh-TW' ? (instructions.zhTW ?? instructions.en) : (instructions.en ?? instructions.zhTW);

function choicesOf(benefit: Stocked): Array<{ language?: string; system?: string }> {
  const url = benefit.downloadUrl;
  if (!url) return [];
  const languages = url.includes('{language}') ? benefit.languages.map((language) => ({ language })) : [{}];
  const systems = url.includes('{system}') ? benefit.systems.map((system) => ({ system })) : [{}];
  return languages.flatMap((language) => systems.map((system) => ({ ...language, ...system })));
}

/** The chosen language and system in one breath; empty where there was nothing to choose. */
export const choiceOf = (words: Words, chosen: { language?: string; system?: string }): string =>
  words.list([chosen.language, chosen.system].filter((part) => part !== undefined));

function downloads(words: Words, benefit: Stocked): Button[] {
  return choicesOf(benefit)
    .slice(0, mostLinks)
    .flatMap((chosen): Button[] => {
      const url = downloadFor(benefit, chosen);
      const what = choiceOf(words, chosen);
      return url
        ? [{ label: what ? words.show.downloadFor(what) : words.buttons.download, about: benefit.name, url }]
        : [];
    });
}
