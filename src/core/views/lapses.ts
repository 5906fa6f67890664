import type { Block, Button, Card } from '../card';
import type { Lapse, LapsingForYou, Notice } from '../notice';
import type { Words } from '../words';
import { groupRow, namesIn } from './calendar';
import type { View } from './catalogue';
import { pageOf } from './paging';

/** All that lapses soon and of which a word is due, in one card: of everything for the admins, of their own for everybody. */
export function lapsing({ words, locale }: View, { all, yours }: Extract<Notice, { kind: 'lapsing' }>): Card {
  const own = pageOf(yours, 1, (line) => yourLine(words, line)).rows.flatMap((line) => yourLine(words, line));
  const beside: Block[] = own.length > 0 ? [{ type: 'heading', text: words.lapsing.yours }, ...own] : [];
  // What does not fit stands in the calendar.
  const { rows } = pageOf(all, 1, (group) => [groupRow(words, group)], beside);
  const isAdmin = all.length > 0;
  const renewable = all.some(({ lapse }) => lapse.what === 'package' || lapse.what === 'grace');
  const isOver = [...all, ...yours].every(({ lapse }) => lapse.what === 'missed');
  const blocks: Block[] = rows.map((group) => groupRow(words, group));
  if (renewable) blocks.push({ type: 'text', text: words.lapsing.renew, weak: true });
  blocks.push(...(isAdmin ? beside : own));
  if (isAdmin)
    blocks.push({
      type: 'buttons',
      buttons: [{ label: words.buttons.calendar, press: { type: 'calendar' } }],
    });
  return { title: isOver ? words.lapsing.titleOver : words.lapsing.title, blocks, place: 'here', locale };
}

/** What lapses of somebody's own, and the way to do something about each key. */
function yourLine(words: Words, line: LapsingForYou): Block[] {
  const { package: pack, lapse, days, as, benefits, keys = [] } = line;
  const say = as === 'waiting' ? as : lapse.what === 'activate-by' ? 'unused' : lapse.what;
  const text = words.lapsing[say](pack, words.day(lapse.on), days);
  const row: Block = { type: 'row', title: namesIn(words, benefits), text };
  const buttons = keys.slice(0, mostKeys).map((key) => keyButton(words, lapse, key));
  return buttons.length > 0 ? [row, { type: 'buttons', buttons }] : [row];
}

/** A key is looked at as long as that helps; afterwards it is given back. */
const keyButton = (
  { buttons }: Words,
  { what }: Lapse,
  { holding, benefit: about }: { holding: string; benefit: string },
): Button =>
  what === 'missed'
    ? { label: buttons.return, about, press: { type: 'return-form', holding } }
    : { label: buttons.showKey, about, press: { type: 'show-key', holding } };

/** More stand in `mine`. */
const mostKeys = 5;
