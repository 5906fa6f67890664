import type { Block, Card } from '../card';
import type { LapsingForYou, Notice } from '../notice';
import type { Words } from '../words';
import { groupRow, namesIn } from './calendar';
import type { View } from './catalogue';
import { pageOf } from './paging';

/** All that lapses soon and of which a word is due, in one card: of everything for the admins, of their own for everybody. */
export function lapsing({ words, locale }: View, { all, yours }: Extract<Notice, { kind: 'lapsing' }>): Card {
  const own = pageOf(yours, 1, (line) => [yourRow(words, line)]).rows.map((line) => yourRow(words, line));
  const beside: Block[] = own.length > 0 ? [{ type: 'heading', text: words.lapsing.yours }, ...own] : [];
  // What does not fit stands in the calendar.
  const { rows } = pageOf(all, 1, (group) => [groupRow(words, group)], beside);
  const isAdmin = all.length > 0;
  const renewable = all.some(({ lapse }) => lapse.what === 'package' || lapse.what === 'grace');
  const blocks: Block[] = rows.map((group) => groupRow(words, group));
  if (renewable) blocks.push({ type: 'text', text: words.lapsing.renew, weak: true });
  blocks.push(...(isAdmin ? beside : own));
  if (isAdmin)
    blocks.push({
      type: 'buttons',
      buttons: [{ label: words.buttons.calendar, press: { type: 'calendar' } }],
    });
  return { title: words.lapsing.title, blocks, place: 'here', locale };
}

function yourRow(words: Words, { package: pack, lapse, days, as, benefits }: LapsingForYou): Block {
  const say = as === 'held' ? (lapse.what === 'activate-by' ? 'unused' : lapse.what) : as;
  return {
    type: 'row',
    title: namesIn(words, benefits),
    text: words.lapsing[say](pack, words.day(lapse.on), days),
  };
}
