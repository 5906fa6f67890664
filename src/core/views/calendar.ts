import type { Block, Card } from '../card';
import type { LapsingTogether } from '../notice';
import type { Words } from '../words';
import type { View } from './catalogue';
import { pageBlocks, pageOf } from './paging';

/** What lapses when, the soonest first, with how much of it is held and how much nobody has used. */
export function calendar({ words, locale }: View, groups: LapsingTogether[], page: number): Card {
  const current = pageOf(groups, page, (group) => [groupRow(words, group)]);
  return {
    title: words.calendar.title,
    blocks: [
      ...(groups.length > 0
        ? current.rows.map((group) => groupRow(words, group))
        : [{ type: 'text', text: words.calendar.nothing } as const]),
      ...pageBlocks(words, current, (to) => ({ type: 'calendar', page: to })),
    ],
    place: 'here',
    locale,
  };
}

/** What lapses together, as one line: the day and what it is; then the benefits, each with its counts. */
export function groupRow(words: Words, { package: pack, lapse, days, benefits }: LapsingTogether): Block {
  const { calendar } = words;
  return {
    type: 'row',
    title: `${words.day(lapse.on)} · ${calendar.kinds[lapse.what]} · ${pack}`,
    text: [
      ...(lapse.what === 'missed' ? [] : [calendar.within(days)]),
      ...(benefits.length > 1 ? [calendar.benefits(benefits.length)] : []),
      ...(lapse.what === 'package' && benefits.length > 1
        ? [heldOf(words, benefits)]
        : [
            namesIn(
              words,
              benefits.map((one) => counted(words, one)),
            ),
          ]),
    ].join(' · '),
  };
}

type Counted = LapsingTogether['benefits'][number];

function counted(words: Words, { name, held, unused, missedBy }: Counted): string {
  const { calendar } = words;
  if (missedBy) return words.aside(name, calendar.notLookedAt(namesIn(words, missedBy)));
  const counts = [calendar.held(held), ...(unused === undefined ? [] : [calendar.unused(unused)])];
  return words.aside(name, words.list(counts));
}

/** With a package everything in it ends: only what somebody holds is worth its name. */
function heldOf(words: Words, benefits: Counted[]): string {
  const held = benefits.filter((one) => one.held > 0).map((one) => words.aside(one.name, String(one.held)));
  return held.length > 0 ? words.calendar.heldOnes(namesIn(words, held)) : words.calendar.noneHeld;
}

/** Names in one breath, and how many more there are. */
export function namesIn(words: Words, names: string[]): string {
  const shown = names.slice(0, mostNamed);
  const rest = names.length - shown.length;
  return words.list(rest > 0 ? [...shown, words.calendar.more(rest)] : shown);
}

/** A package may have a hundred benefits; whoever wants them all types “stock”. */
const mostNamed = 12;
