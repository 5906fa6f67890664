import type { Command } from './command';
import type { formTypes } from './command-effects';
import type { PersonRef, PlatformName } from './person';
import { type Locale, wordsIn } from './words';

/**
 * What a person sees, before any platform has an opinion about it. All text is plain: no markup of any platform, so that
 * nothing a person wrote can become a mention, a link or a picture.
 */
export interface Card {
  title: string;
  blocks: Block[];
  place: Place;
  locale: Locale;
  /** The request it is about, and which version of it, or the holding: where it stands in a chat for good, it is drawn anew with every other card of it. */
  shows?: { request: string; version: number } | { holding: string };
  /** Where several people see it: the command that shows each their own view of it, and the accounts of those who have one. */
  each?: { look: Command; whom: Onlooker[] };
}

/** An account whose owner sees a card of their own; `address` belongs to the platform. */
export interface Onlooker {
  platform: PlatformName;
  user: string;
  address: unknown;
}

/**
 * Where a card belongs.
 * `here`: the answer to typed words, or in the place of the card that was pressed.
 * `beside`: shown to whoever pressed, the pressed card stays as it is (refusals).
 * `dialog`: over the chat, never part of it: forms, and the one card that shows a key.
 */
export type Place = 'here' | 'beside' | 'dialog';

export type Block =
  /** A paragraph; `weak` is a remark beside the matter. */
  | { type: 'text'; text: string; weak?: true }
  /** A heading inside a card. */
  | { type: 'heading'; text: string }
  /** Labelled values, read in pairs. */
  | { type: 'facts'; facts: Array<[label: string, value: string]> }
  /** One line of a list: what it is, a remark, and at most one button that concerns this line only. */
  | { type: 'row'; title: string; text: string; button?: Button }
  /** Text to be copied letter by letter: a key. Only in a card whose place is `dialog`. */
  | { type: 'code'; label: string; text: string }
  /** A value to be taken over letter by letter into another window: an e-mail address, the name of a benefit. Never a key. */
  | { type: 'copy'; label: string; text: string }
  /**
   * Numbers that a platform may draw as bars, without a word in the picture. All that it says stands as text on the same card too: where no
   * picture can be shown, nothing is missing.
   */
  | Chart
  | { type: 'buttons'; buttons: Button[] }
  /** A field beside the catalogue: what is typed into it is looked for as soon as it is sent (`home`). */
  | { type: 'search'; label: string; hint: string; initial?: string }
  /**
   * Asks for values; they are put into the command that `submit` presses. At most one in a card. `back` shows again what the form was
   * opened from, where a platform puts it in that place.
   */
  | { type: 'form'; fields: Field[]; submit: string; press: Press; back?: Command };

export interface Chart {
  type: 'chart';
  title: string;
  /** What filled and outlined stand for; read beside a picture alone. */
  legend: string;
  bars: Bar[];
}

/** A bar: filled up to its value, and outlined up to the whole, both in one unit for all bars of a chart. */
export interface Bar {
  /** The number by which the line of the card is known that says the same. */
  nth: number;
  name: string;
  value: number;
  whole: number;
  /** The value in words. */
  says: string;
}

/** What a chart shows, for whoever does not see the picture. */
export function inWords({ title, bars }: Chart, locale: Locale): string {
  const { labelled, several } = wordsIn(locale);
  return labelled(title, several(bars.map(({ nth, name, says }) => labelled(`${nth}. ${name}`, says))));
}

/** A command waiting to be pressed, or a form's command still waiting for the values of its fields. */
export type Press = Command | { type: (typeof formTypes)[number]; [part: string]: unknown };

/** What is asked once more before a button does what it does, where a platform can; `yes` and `no` are its buttons. */
export interface Confirm {
  title: string;
  text: string;
  yes: string;
  no: string;
}

/**
 * A button is a command waiting to be pressed (opaque ids only; who pressed it comes from the platform) or a link.
 * `about` names what it is about where several buttons of one card share a label; screen readers say it.
 */
export type Button =
  | { label: string; about?: string; style?: 'primary' | 'danger'; confirm?: Confirm; press: Command }
  | { label: string; about?: string; url: string };

/** The values a form can ask for; the names are the command's own. */
export type FieldName =
  | 'quantity'
  | 'language'
  | 'system'
  | 'reason'
  | 'evidence'
  | 'person'
  | 'people'
  | 'names'
  | 'name'
  | 'email'
  | 'level'
  | 'accessId'
  | 'contractId'
  | 'outcome'
  | 'seats'
  | 'until'
  | 'from'
  | 'verdict'
  | 'what'
  | 'benefit';

/** What a choice submits, and what is read. */
export interface Choice {
  value: string;
  label: string;
}

/** What a field looks up: what can be asked for, for oneself or for somebody else, people, or the benefits that keys, or subscriptions of the portal, can go to. */
export const lookedUp = ['benefits', 'for-others', 'people', 'keyed', 'in-portal'] as const;
export type LookedUp = (typeof lookedUp)[number];

/** A field that is not optional must be filled before the form can be sent. */
export type Field = {
  name: FieldName;
  label: string;
  hint?: string;
  optional?: true;
} /** `least`: so many characters at least. */ & (
  | { kind: 'text'; lines: 'one' | 'many'; most: number; least?: number; initial?: string }
  | { kind: 'number'; least: number; most: number; initial: number }
  | { kind: 'choice'; choices: Choice[]; initial?: string }
  /** A calendar day; submits `YYYY-MM-DD`. */
  | { kind: 'day'; initial?: string }
  /** What is looked up while somebody types (`suggest`); `choices` are those to begin with, and all there are on a platform that cannot ask. */
  | { kind: 'lookup'; of: LookedUp; choices: Choice[] }
  /** Somebody of the company, by the platform's own picker; submits a `PersonRef` of that platform. */
  | { kind: 'person'; initial?: PersonRef }
  /** Up to `most` of them; submits an array of `PersonRef`. */
  | { kind: 'people'; most: number }
);

/** Whether anything on a card can be pressed: then it must not stay as it is when what it shows is over. */
export const canBePressed = ({ blocks }: Card): boolean =>
  blocks.some((block) => {
    const buttons = block.type === 'buttons' ? block.buttons : block.type === 'row' ? [block.button] : [];
    return (
      block.type === 'form' ||
      block.type === 'search' ||
      buttons.some((button) => button !== undefined && 'press' in button)
    );
  });

/** What stands between a label and what belongs to it, as a language writes it. */
export const colonIn = (locale: Locale): string => wordsIn(locale).labelled('', '');

/** The card in words alone: what a notification shows and a screen reader says. Never of a card that shows a key. */
export function plainText(card: Card): string {
  const colon = colonIn(card.locale);
  const lines = card.blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'text':
      case 'heading':
        return [block.text];
      case 'facts':
        return block.facts.map(([label, value]) => `${label}${colon}${value}`);
      case 'row':
        return [`${block.title}${colon}${block.text}`];
      case 'copy':
        return [`${block.label}${colon}${block.text}`];
      // What a chart shows is said by the lines beside it.
      case 'chart':
      case 'code':
      case 'buttons':
      case 'search':
      case 'form':
        return [];
    }
  });
  return [card.title, ...lines].join('\n');
}
