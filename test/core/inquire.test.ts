import type { Ended } from '../../src/core/give-back';
import type { Holding } from '../../src/core/holding';
import {
  askFrom,
  type Inquiry,
  inquire,
  keep,
  nextOf,
  remind,
  remindersOf,
  unanswered,
} from '../../src/core/inquire';
import { stillNeeded } from '../../src/core/views/still-needed';
import { wordsIn } from '../../src/core/words';
import { ada, eve, holding, id, mei, named, server, settings, studio, withEmail } from './examples';

const at = (day: string, time = '09:00') => `${day}T${time}:00.000Z`;
const asked = at('2026-03-01');

describe('somebody is asked', () => {
  test.each<[string, number | undefined, string | undefined]>([
    ['never, where nobody has set it', undefined, undefined],
    ['after 90 days', 90, at('2026-05-30')],
    ['after a day', 1, at('2026-03-02')],
  ])('%s', (_, stillNeededDays, from) =>
    expect(askFrom(stillNeededDays ? { stillNeededDays } : {}, asked)).toBe(from),
  );
});

describe('reminders', () => {
  test.each<[string, string, string[]]>([
    ['of 14 days: after 7, and on the last', at('2026-03-15'), [at('2026-03-08'), at('2026-03-14')]],
    ['of 3 days', at('2026-03-04'), [at('2026-03-02', '21:00'), at('2026-03-03')]],
    ['of 2 days: both fall together', at('2026-03-03'), [at('2026-03-02')]],
    ['of a day: at half of it alone', at('2026-03-02'), [at('2026-03-01', '21:00')]],
  ])('%s', (_, answerBy, moments) => expect(remindersOf({ askedAt: asked, answerBy })).toEqual(moments));

  const answerBy = at('2026-03-15');
  test.each<[string, string | undefined, ReturnType<typeof nextOf>]>([
    [at('2026-03-02'), undefined, 'nothing'],
    [at('2026-03-08', '08:59'), undefined, 'nothing'],
    [at('2026-03-08'), undefined, 'reminder'],
    [at('2026-03-08', '09:01'), at('2026-03-08'), 'nothing'],
    [at('2026-03-13'), at('2026-03-08'), 'nothing'],
    [at('2026-03-14'), at('2026-03-08'), 'reminder'],
    // The bot was away: one reminder is enough.
    [at('2026-03-14', '10:00'), undefined, 'reminder'],
    [at('2026-03-14', '11:00'), at('2026-03-14', '10:00'), 'nothing'],
    [at('2026-03-14', '23:00'), at('2026-03-14'), 'nothing'],
    [answerBy, at('2026-03-14'), 'end'],
    [at('2026-04-01'), undefined, 'end'],
  ])('on %s, last reminded %s: %s', (now, remindedAt, next) => {
    const inquiry: Inquiry = { askedAt: asked, answerBy, ...(remindedAt && { remindedAt }) };
    expect(nextOf(inquiry, now)).toBe(next);
  });
});

const inquired: Holding = { ...holding, state: { is: 'inquired', answerBy: at('2026-03-15') } };

test('the question says until when and what happens otherwise, with both answers on it', () => {
  const change = inquire(holding, settings, asked);
  expect(change.steps).toEqual([
    { do: 'inquire', holding: holding.id, at: asked, answerBy: at('2026-03-15') },
  ]);
  expect(change.notices).toMatchObject([{ to: eve.id, subject: holding.id, way: 'tell' }]);
  const [told] = change.notices;
  if (told?.notice.kind !== 'still-needed') throw new Error('the holder is asked');
  const view = { words: wordsIn('en'), locale: 'en', now: asked } as const;
  const { title, blocks } = stillNeeded(view, told.notice.holding, told.notice.answerBy, false);
  expect(title).toBe('Do you still need Windows Server 2025 Standard?');
  const text = JSON.stringify(blocks);
  expect(text).toContain('15 Mar 2026. Without an answer it will be given back');
  const presses = blocks.flatMap((block) =>
    block.type === 'buttons'
      ? block.buttons.map((button) => [button.label, 'press' in button && button.press])
      : [],
  );
  expect(presses).toEqual([
    ['I still need it', { type: 'keep', holding: holding.id }],
    ['Return', { type: 'return-form', holding: holding.id }],
  ]);
});

test('a reminder is said as one', () => {
  const inquiry = { askedAt: asked, answerBy: at('2026-03-15') };
  expect(remind(inquired, inquiry, at('2026-03-08'))).toMatchObject({
    steps: [{ do: 'remind-holder', holding: holding.id, at: at('2026-03-08') }],
    notices: [{ to: eve.id, way: 'tell', notice: { kind: 'still-needed', reminder: true } }],
  });
});

describe('“I still need it”', () => {
  const kept = at('2026-03-05');
  test('of its holder keeps it, and every copy of the question loses its buttons', () => {
    const decision = keep(inquired, eve, kept);
    if (!decision.ok) throw new Error('its holder keeps it');
    expect(decision.change).toMatchObject({
      steps: [{ do: 'keep', holding: holding.id, at: kept }],
      notices: [{ to: eve.id, subject: holding.id, way: 'redraw' }],
      audit: [{ action: 'holding.kept', by: eve.id }],
    });
    const [told] = decision.change.notices;
    if (told?.notice.kind !== 'still-needed') throw new Error('the question is redrawn');
    const view = { words: wordsIn('zh-TW'), locale: 'zh-TW', now: kept } as const;
    const card = stillNeeded(view, told.notice.holding, told.notice.answerBy, told.notice.reminder);
    expect(card.title).toBe('您保留 Windows Server 2025 Standard');
    expect(JSON.stringify(card)).not.toContain('press');
  });

  test('said again changes nothing', () => {
    expect(keep(holding, eve, kept)).toMatchObject({
      ok: true,
      change: { steps: [], notices: [], audit: [] },
    });
  });

  test.each<[string, Holding, typeof eve, string]>([
    ['of somebody else', inquired, mei, 'not-your-holding'],
    ['too late', { ...holding, state: { is: 'ended', at: kept, how: 'unanswered' } }, eve, 'gone'],
  ])('%s is refused', (_, of, by, why) =>
    expect(keep(of, by, kept)).toMatchObject({ ok: false, refusal: { why } }),
  );
});

describe('without an answer', () => {
  const now = at('2026-03-15');
  const subject: Ended = {
    holding: { ...inquired, shown: true },
    benefit: server,
    unit: { unit: '7', pool: id(501), type: 'mak' },
    person: withEmail(eve),
    admins: [ada],
    task: id(400),
    now,
  };
  const told = (...of: Ended[]) =>
    unanswered(of, [ada], id(600))
      .flatMap(({ notices }) => notices)
      .map(({ to, way, notice }) => [to, way, notice.kind]);

  test('a key ends by the rules of its kind; the holder and the admins are told', () => {
    expect(unanswered([subject], [ada], id(600))[0]?.steps).toContainEqual({
      do: 'unit',
      unit: '7',
      pool: id(501),
      from: 'held',
      to: 'retired',
    });
    expect(told(subject)).toEqual([
      [eve.id, 'redraw', 'ended'],
      [eve.id, 'redraw', 'ended'],
      [eve.id, 'tell', 'ended'],
      [ada.id, 'tell', 'came-back'],
    ]);
  });

  test('of what an admin has to remove, the task tells them', () => {
    const assigned: Ended = {
      ...subject,
      holding: { ...inquired, benefit: studio, key: false },
      benefit: studio,
      unit: undefined,
    };
    expect(told(assigned).filter(([to]) => to === ada.id)).toEqual([[ada.id, 'tell', 'to-do']]);
  });

  test('of several, the admins get one message', () => {
    const other = { ...subject, holding: { ...subject.holding, id: id(311), person: named(mei) } };
    expect(told(subject, other).filter(([to]) => to === ada.id)).toEqual([
      [ada.id, 'tell', 'several-came-back'],
    ]);
  });

  test('an admin who did not answer is told once, as its holder', () => {
    const own: Ended = { ...subject, holding: { ...inquired, person: { id: ada.id, name: ada.name } } };
    expect(told(own).filter(([, way]) => way === 'tell')).toEqual([[ada.id, 'tell', 'ended']]);
  });
});
