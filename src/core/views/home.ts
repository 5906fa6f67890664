import type { Stocked } from '../benefit';
import type { Block, Button, Card } from '../card';
import type { Command } from '../command';
import type { Holding } from '../holding';
import type { OnShelf } from '../listed';
import type { LapsingTogether } from '../notice';
import type { Report } from '../report';
import type { Pending, Request } from '../request';
import type { Unsettled } from '../scarce';
import type { OpenTask } from '../task';
import { amount } from './amount';
import { groupRow } from './calendar';
import { row, type View } from './catalogue';
import { heldSince } from './course-facts';
import { distinctNames } from './holdings';
import { pageBlocks, pageOf, tab } from './paging';
import { headlines } from './report';
import { namesWaitedFor, titleOf } from './request-facts';
import { requestBlocks, type Standing } from './requests';
import { shelf } from './stock';
import { taskRow } from './tasks';
import { unsettledRows } from './unsettled';

/** What matters to whoever looks. Of each list only the first few are shown, and a button leads to all of it. */
export interface AtHome {
  holdings: Holding[];
  /** What they asked for, or others for them, and what is still to come of it. */
  open: Request[];
  standing: Standing;
  /** For whoever decides: what they are asked to decide. */
  waiting?: Pending[];
  /** For admins: of what little is left, what is to be done, what lapses next and what came of it all lately. */
  upkeep?: {
    low: OnShelf[];
    tasks: OpenTask[];
    unsettled: Unsettled;
    lapses: LapsingTogether[];
    /** Not where it could not be had in time. */
    report?: Report;
  };
  /** What of the catalogue fits what was looked for; all of it where nothing was. */
  found: Stocked[];
  search: string;
}

/** So many of each list: more would push the catalogue out of sight. */
const few = 3;

/**
 * Everything that matters to somebody, on one page: what they have and wait for, what waits for them, and the catalogue.
 * @param isTab it fills a tab of its own, in which there is more room than in a message.
 */
export function home(view: View, facts: AtHome, page: number, isTab = false): Card {
  const { words, locale } = view;
  const { found, search } = facts;
  const own = [...yours(view, facts), ...forDeciders(view, facts), ...forAdmins(view, facts)];
  const draw = (benefit: Stocked) => [row(view, benefit)];
  const looking: Block[] = [
    { type: 'heading', text: words.home.catalogue },
    {
      type: 'search',
      label: words.home.search,
      hint: words.home.searchHint,
      ...(search && { initial: search }),
    },
    ...said(view, facts),
  ];
  const current = pageOf(found, page, draw, looking, { first: own, ...(isTab && { room: tab }) });
  return {
    title: words.home.title,
    blocks: [
      // Whoever turns the pages of the catalogue looks at the catalogue.
      ...(current.page === 1 ? own : []),
      ...looking,
      ...current.rows.flatMap(draw),
      ...pageBlocks(words, current, (to) => ({
        type: 'home',
        ...(search && { search }),
        page: to,
        ...(isTab && { tab: true }),
      })),
    ],
    place: 'here',
    locale,
  };
}

function said({ words }: View, { found, search }: AtHome): Block[] {
  if (found.length === 0)
    return [{ type: 'text', text: search ? words.home.nothingFits(search) : words.catalogue.empty }];
  return search ? [{ type: 'text', text: words.home.found(found.length, search), weak: true }] : [];
}

function yours(view: View, { holdings, open, standing }: AtHome): Block[] {
  const { words } = view;
  const names = distinctNames(holdings.map(({ benefit }) => benefit.name));
  return [
    { type: 'heading', text: words.home.yours },
    ...(holdings.length === 0
      ? [{ type: 'text', text: words.home.yoursNone } as const]
      : holdings.slice(0, few).map((one, at) => held(view, one, names[at] as string))),
    ...all(view, holdings.length, words.buttons.mine, { type: 'mine' }),
    ...(open.length > 0
      ? [
          { type: 'heading', text: words.home.asked } as const,
          ...open.slice(0, few).flatMap((request) => requestBlocks(view, request, standing)),
          ...all(view, open.length, words.buttons.requests, { type: 'requests' }),
        ]
      : []),
  ];
}

function held({ words }: View, holding: Holding, about: string) {
  const { id, benefit, quantity, key } = holding;
  const { showKey, details } = words.buttons;
  return {
    type: 'row',
    title: benefit.name,
    text: `${amount(words, benefit.unit, quantity)} · ${heldSince(words, holding)}`,
    button: key
      ? { label: showKey, about, press: { type: 'show-key', holding: id } }
      : { label: details, about, press: { type: 'holding', holding: id } },
  } satisfies Block;
}

function forDeciders(view: View, { waiting }: AtHome): Block[] {
  if (!waiting) return [];
  const { words } = view;
  return [
    { type: 'heading', text: words.home.waiting },
    ...(waiting.length === 0 ? [{ type: 'text', text: words.queue.nothing } as const] : []),
    ...waiting.slice(0, few).map((request): Block => {
      const about = titleOf(view, request);
      return {
        type: 'row',
        title: about,
        text: `${amount(words, request.benefit.unit, request.quantity)} · ${words.moment(request.askedAt)} · ${words.requests.waitsFor(namesWaitedFor(words, request))}`,
        button: {
          label: words.buttons.openTask,
          about,
          style: 'primary',
          press: { type: 'review', request: request.id },
        },
      };
    }),
    ...all(view, waiting.length, words.buttons.queue, { type: 'queue' }),
  ];
}

function forAdmins(view: View, { upkeep }: AtHome): Block[] {
  if (!upkeep) return [];
  const { words } = view;
  const { low, tasks, unsettled, lapses, report } = upkeep;
  const beside = unsettledRows(view, unsettled, few);
  const buttons: Button[] = [
    { label: words.buttons.stock, press: { type: 'stock' } },
    { label: words.buttons.calendar, press: { type: 'calendar' } },
    { label: words.buttons.people, press: { type: 'people' } },
    { label: words.buttons.findPerson, press: { type: 'pick-person' } },
  ];
  return [
    { type: 'heading', text: words.home.tasks },
    ...(tasks.length + beside.length === 0 ? [{ type: 'text', text: words.home.noTasks } as const] : []),
    ...tasks.slice(0, few).map((task) => taskRow(view, task)),
    ...all(view, tasks.length, words.buttons.tasks, { type: 'tasks' }),
    ...beside,
    ...(low.length > 0
      ? [
          { type: 'heading', text: words.home.low } as const,
          ...low.slice(0, few).map((benefit) => shelf(view, benefit)),
        ]
      : []),
    ...(lapses.length > 0
      ? [
          { type: 'heading', text: words.home.lapses } as const,
          ...lapses.slice(0, few).map((group) => groupRow(words, group)),
        ]
      : []),
    ...(report ? headlines(view, report) : []),
    { type: 'buttons', buttons },
  ];
}

/** The way to all of a list, and how many more there are. */
function all({ words }: View, count: number, label: string, press: Command): Block[] {
  if (count === 0) return [];
  const more = count > few ? ` (${words.home.more(count - few)})` : '';
  return [{ type: 'buttons', buttons: [{ label: `${label}${more}`, press }] }];
}

/** A few buttons for what is asked for most. `decides`: the reader decides requests; `admin`: and keeps the stock. */
export function menu(
  { words, locale }: View,
  { decides, admin }: { decides: boolean; admin: boolean },
): Card {
  const { buttons } = words;
  const button = (label: string, press: Command): Button => ({ label, press });
  const forKeepers = [
    button(buttons.tasks, { type: 'tasks' }),
    button(buttons.stock, { type: 'stock' }),
    button(buttons.calendar, { type: 'calendar' }),
    button(buttons.report, { type: 'report' }),
    button(buttons.people, { type: 'people' }),
    button(buttons.findPerson, { type: 'pick-person' }),
  ];
  return {
    title: words.menu.title,
    blocks: [
      { type: 'text', text: words.menu.text },
      {
        type: 'buttons',
        buttons: [
          { label: buttons.pick, style: 'primary', press: { type: 'pick' } },
          button(buttons.list, { type: 'list' }),
          button(buttons.mine, { type: 'mine' }),
          button(buttons.requests, { type: 'requests' }),
          ...(decides ? [button(buttons.queue, { type: 'queue' })] : []),
        ],
      },
      ...(admin ? [{ type: 'buttons', buttons: forKeepers } as const] : []),
      { type: 'text', text: words.menu.hint, weak: true },
    ],
    place: 'here',
    locale,
  };
}

/** On the page of an account that is nobody's any more: who had it was forgotten. */
export const nothingKnown = ({ words, locale }: Pick<View, 'words' | 'locale'>): Card => ({
  title: words.home.nobody,
  blocks: [{ type: 'text', text: words.home.nobodyText }],
  place: 'here',
  locale,
});
