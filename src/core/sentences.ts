import { datedIn } from './dated';
import type { Day } from './time';

/** Something to be done about what people have, or are to have; people as they were written. */
export type Act =
  /** I give it back. */
  | { act: 'return' }
  /** Who has it now, or had it on a day. */
  | { act: 'holders'; on?: Day }
  /** What somebody has now, or had on a day. */
  | { act: 'holdings'; whose: string; on?: Day }
  | { act: 'assign'; to: string }
  | { act: 'reassign'; from: string; to: string }
  | { act: 'remove'; from: string };

/** A sentence that was recognised. `of`: the words that name the benefit; empty where none were said. */
export type Sentence = Act & {
  of: string;
  /** Its first word is a command of ours; else it is one only if a benefit is surely named in it. */
  strict: boolean;
};

interface Pattern {
  act: Act['act'];
  strict: boolean;
  looks: RegExp;
}

const strict = (act: Act['act'], looks: RegExp): Pattern => ({ act, strict: true, looks });
const loose = (act: Act['act'], looks: RegExp): Pattern => ({ act, strict: false, looks });

/** English, then Chinese; the more telling pattern first. */
const patterns: Pattern[] = [
  strict('reassign', /^(?:reassign|transfer|move) (?:the )?(?<of>.+?) from (?<from>.+?) to (?<to>.+)$/iu),
  loose('return', /^(?:remove|take(?: back)?) (?:the )?(?<of>.+?) (?:away )?from me$/iu),
  strict(
    'remove',
    /^(?:remove|revoke|take(?: back)?) (?:the )?(?<of>.+?) (?:away |back )?from (?<from>.+)$/iu,
  ),
  strict('assign', /^assign (?!me\b|us\b)(?:an? |the )?(?<of>.+?) to[:,]? (?<to>.+)$/iu),
  loose('assign', /^give (?!me\b|us\b|back\b)(?:an? |the )?(?<of>.+?) to (?!me\b|us\b)(?<to>.+)$/iu),
  strict('return', /^(?:return|give back|hand back)(?: (?:my |the |an? )?(?<of>.+))?$/iu),
  loose('return', /^give (?:my |the |an? )?(?<of>.+?) back$/iu),
  loose(
    'return',
    /^i (?:no longer|don['’]?t|do not) (?:need|use|want) (?:my |the |an? )?(?<of>.+?)(?: any ?more| any longer)?$/iu,
  ),
  loose('return', /^i(?: a|['’])m (?:done|finished) with (?:my |the )?(?<of>.+)$/iu),
  strict('holdings', /^what (?:holds|held) (?<whose>.+?) ?\??$/iu),
  strict('holdings', /^what (?:does|did) (?<whose>.+?) hold ?\??$/iu),
  loose(
    'holders',
    /^who (?:holds|held|has|had|uses|used|is using|is holding|has got) (?:an? |the )?(?<of>.+?) ?\??$/iu,
  ),
  strict('holders', /^(?:holders(?: of)?|reassign|remove) (?<of>.+)$/iu),
  strict('assign', /^assign (?!me\b|us\b)(?<of>.+)$/iu),

  strict(
    'reassign',
    /^(?:重新指派|改派|轉移) ?(?<of>.+?) ?(?:從|由|自) ?(?<from>.+?) ?(?:改給|轉給|給|到|至) ?(?<to>.+)$/u,
  ),
  loose(
    'reassign',
    /^(?:把|將) ?(?<of>.+?) ?(?:從|由|自) ?(?<from>.+?) ?(?:重新指派給|改派給|轉移給|轉給|改給|移給|給) ?(?<to>.+)$/u,
  ),
  loose(
    'reassign',
    /^(?:把|將) ?(?<from>.+?) ?的 ?(?<of>.+?) ?(?:重新指派給|改派給|轉移給|轉給|改給|移給) ?(?<to>.+)$/u,
  ),
  strict('remove', /^(?:移除|收回|取回|撤銷) ?(?<from>.+?) ?的 ?(?<of>.+)$/u),
  loose('remove', /^(?:從|自) ?(?<from>.+?) ?(?:那裡)?(?:移除|收回|取回|撤銷) ?(?<of>.+)$/u),
  strict('remove', /^(?:移除|收回|取回|撤銷) ?(?<of>.+?) ?(?:從|自) ?(?<from>.+)$/u),
  strict('assign', /^(?:指派|分配) ?(?<of>.+?) ?給[:,]? ?(?<to>.+)$/u),
  loose('assign', /^(?:把|將) ?(?<of>.+?) ?(?:指派給|分配給|給) ?(?<to>.+)$/u),
  strict('return', /^(?:我)?(?:想|要|想要)?(?:歸還|退還|交還|退回)(?:我的)? ?(?<of>.*)$/u),
  loose('return', /^(?:我)?(?:已經)?(?:不再|不)(?:需要|使用|用)(?:我的)? ?(?<of>.+?) ?了?$/u),
  loose('return', /^(?:我的)? ?(?<of>.+?) ?(?:我)?(?:已經)?(?:不用了|不需要了|用不到了|用不著了)$/u),
  strict('holdings', /^(?<whose>(?!誰|哪些人).+?) ?持有(?:了|過)?(?:什麼|哪些)(?:權益)? ?[??]?$/u),
  loose('holders', /^(?:誰|哪些人) ?(?:持有|擁有|在用|使用|有) ?(?<of>.+?) ?[??]?$/u),
  strict('holders', /^(?:持有人|重新指派|移除|收回) ?(?<of>.+)$/u),
  strict('assign', /^(?:指派|分配) ?(?<of>.+)$/u),
];

/** What is said for politeness, and marks around the whole. */
const polite = /^(?:["“「]+ ?)?(?:(?:please|pls|could you|can you|請) ?)*/iu;
const after = /(?:,? ?(?:please|pls|thanks|thank you|謝謝))?[”」"]*$/iu;

/**
 * What a sentence asks to be done with what people have: `assign X to A and B`, `reassign X from A to B`, `remove X from A`,
 * `return X`, `who holds X on a day`, `what holds A on a day`, or the same in Chinese.
 * @param said typed words, tidied but in their own case: names and mentions are kept as they were written.
 */
export function sentenceIn(said: string): Sentence | undefined {
  const words = said.replace(polite, '').replace(after, '').trim();
  const dated = datedIn(words);
  const past = dated && matched(dated.beside);
  // Nothing but a question is asked of another day than today.
  if (past && (past.act === 'holders' || past.act === 'holdings')) return { ...past, on: dated.on };
  return matched(words);
}

function matched(words: string): Sentence | undefined {
  for (const { act, strict: isStrict, looks } of patterns) {
    const groups = looks.exec(words)?.groups;
    if (!groups) continue;
    const [of, from, to, whose] = ['of', 'from', 'to', 'whose'].map((name) => (groups[name] ?? '').trim());
    const rest = { of: of as string, strict: isStrict };
    switch (act) {
      case 'return':
      case 'holders':
        return { act, ...rest };
      case 'holdings':
        return { act, whose: whose as string, ...rest };
      case 'assign':
        return { act, to: to as string, ...rest };
      case 'reassign':
        return { act, from: from as string, to: to as string, ...rest };
      case 'remove':
        return { act, from: from as string, ...rest };
    }
  }
  return undefined;
}
