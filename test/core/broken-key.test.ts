import { type Reporting, replace, report } from '../../src/core/broken-key';
import type { Step } from '../../src/core/change';
import type { Holding } from '../../src/core/holding';
import type { Decision } from '../../src/core/request';
import { ada, eve, holding, id, later, mei, server } from './examples';

const unit = { unit: '7', pool: id(501) };
const reporting: Reporting = {
  holding,
  key: { key: id(500), unit },
  open: false,
  spare: { key: id(502), unit: { unit: '8', pool: id(501) } },
  by: eve,
  report: 'Windows says 0xC004C008',
  person: { id: eve.id, name: eve.name, email: 'eve@contoso.example' },
  settings: { taskDays: 3 },
  admins: [ada],
  task: id(900),
  now: later,
};
const granted = <Is>(decision: Decision<Is>) => {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.why}`);
  return decision;
};
const movesOf = (steps: Step[]) =>
  steps.flatMap((step) => (step.do === 'unit' ? [`${step.unit}: ${step.from} → ${step.to}`] : []));

describe('a report', () => {
  test.each<
    [
      sentence: string,
      change: Partial<Reporting>,
      after: string,
      moves: string[],
      rekeyed: object | undefined,
    ]
  >([
    [
      'sets the unit aside and gives another',
      {},
      'another-key',
      ['7: held → set-aside', '8: free → held'],
      { key: id(502), unit: '8' },
    ],
    [
      'gives one more use of the same key where there is no other, and says so',
      { spare: { key: id(500), unit: { unit: '9', pool: id(501) } } },
      'same-key',
      ['7: held → set-aside', '9: free → held'],
      { key: id(500), unit: '9' },
    ],
    [
      'leaves the holder without a key where none is free',
      { spare: undefined },
      'none-yet',
      ['7: held → set-aside'],
      {},
    ],
    [
      'gives a key that everybody shares where only that is left',
      { spare: { key: id(503) } },
      'another-key',
      ['7: held → set-aside'],
      { key: id(503) },
    ],
    [
      'of a key that everybody shares leaves it to them',
      { key: { key: id(500) }, spare: undefined },
      'shared-key',
      [],
      undefined,
    ],
  ])('%s', (_, change, after, moves, rekeyed) => {
    const decision = granted(report({ ...reporting, ...change }));
    expect(decision.is).toBe(after);
    expect(movesOf(decision.change.steps)).toEqual(moves);
    const rekey = decision.change.steps.find((step) => step.do === 'rekey');
    expect(rekey).toEqual(rekeyed && { do: 'rekey', holding: holding.id, ...rekeyed });
  });

  test('is a task for every admin, due in time, with the words of the report; the ledger has them too', () => {
    const { change } = granted(report(reporting));
    expect(change.steps).toContainEqual({
      do: 'open-task',
      task: expect.objectContaining({
        duty: {
          kind: 'check-key',
          holding: holding.id,
          benefit: holding.benefit,
          unit,
          report: reporting.report,
        },
        person: reporting.person,
        dueOn: '2026-11-26',
      }),
    });
    expect(change.notices.map(({ to, notice }) => [to, notice.kind])).toEqual([[ada.id, 'to-do']]);
    expect(change.audit).toEqual([
      {
        action: 'key.reported',
        by: eve.id,
        subject: holding.id,
        person: eve.id,
        benefit: server.id,
        why: reporting.report,
      },
    ]);
  });

  test.each<[sentence: string, change: Partial<Reporting>, why: string]>([
    ['of somebody else’s key', { by: mei }, 'not-your-key'],
    ['by an admin who does not hold it', { by: ada }, 'not-your-key'],
    ['while an admin looks into the one before', { open: true }, 'already-reported'],
    ['while there is no key to report', { holding: { ...holding, key: false } }, 'not-your-key'],
    [
      'of a key that was given back',
      { holding: { ...holding, state: { is: 'ended', how: 'left', at: later } } },
      'no-longer-yours',
    ],
  ])('%s is refused', (_, change, why) => {
    expect(report({ ...reporting, ...change })).toMatchObject({ ok: false, refusal: { why } });
  });
});

describe('a replacement', () => {
  const without: Holding = { ...holding, key: false };
  const spare = { key: id(502), unit: { unit: '8', pool: id(501) } };

  test('takes a free unit and tells the holder, who can show it', () => {
    const change = replace(without, spare);
    expect(movesOf(change?.steps ?? [])).toEqual(['8: free → held']);
    expect(change?.notices).toMatchObject([
      { to: eve.id, way: 'tell', notice: { kind: 'replaced', holding: { key: true } } },
    ]);
  });

  test('is nothing for whoever has a key, or holds it no more', () => {
    expect(replace(holding, spare)).toBeUndefined();
    expect(replace({ ...without, state: { is: 'ended', how: 'left', at: later } }, spare)).toBeUndefined();
  });
});
