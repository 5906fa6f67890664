import { accept, doubtIdOf, headDue, tellDoubt } from '../../src/core/ledger';
import { ada, dana, eve, head, later, notices } from './examples';

const { doubt } = notices['ledger-in-doubt'];
const accepting = {
  doubt,
  by: ada,
  why: 'Restored after a failed disk',
  now: later,
  admins: [ada],
  proof: { proof: 'ff' },
};

describe('an admin says what happened to the ledger', () => {
  test('it stands in the ledger with its proof, and every copy of the card shows it', () => {
    const decision = accept(accepting);
    if (!decision.ok) throw new Error('refused');
    expect(decision.change).toEqual({
      steps: [],
      notices: [
        {
          to: ada.id,
          subject: doubt.id,
          way: 'redraw',
          notice: { kind: 'ledger-in-doubt', doubt, accepted: decision.is },
        },
      ],
      audit: [
        {
          action: 'ledger.accepted',
          by: ada.id,
          subject: doubt.id,
          person: ada.id,
          why: 'Restored after a failed disk',
          details: { proof: 'ff' },
        },
      ],
    });
  });

  test.each([
    ['an employee', { by: eve }, { why: 'not-an-admin' }],
    ['an approver', { by: dana }, { why: 'not-an-admin' }],
    ['an admin by address only', { by: { ...ada, mayDecide: false } }, { why: 'unlinked-account' }],
    ['19 characters', { why: '一'.repeat(19) }, { why: 'say-what-happened', least: 20 }],
  ])('not %s', (_, change, refusal) => {
    expect(accept({ ...accepting, ...change })).toEqual({ ok: false, refusal });
  });

  test('20 characters are enough, counted as people count them', () => {
    expect(accept({ ...accepting, why: '𠀀'.repeat(20) }).ok).toBe(true);
    expect(accept({ ...accepting, why: '𠀀'.repeat(19) }).ok).toBe(false);
  });
});

test('the ledger says of each admin that they were told', () => {
  const change = tellDoubt(doubt, [ada, { ...dana, role: 'admin' }]);
  expect(change.notices.map(({ to, way }) => [to, way])).toEqual([
    [ada.id, 'tell'],
    [dana.id, 'tell'],
  ]);
  expect(change.audit.map(({ action, person }) => [action, person])).toEqual([
    ['ledger.doubted', ada.id],
    ['ledger.doubted', dana.id],
  ]);
});

describe('the head is told once a day, at the same hour', () => {
  const begun = { at: '2026-11-01T09:00:00.000Z' };
  test.each<[string, string, { at: string; mac?: string }, string | undefined]>([
    ['not before a day is over', '2026-11-02T08:59:59.999Z', begun, undefined],
    ['when it is over', '2026-11-02T09:00:00.000Z', begun, '2026-11-02T09:00:00.000Z'],
    ['later, the hour stays', '2026-11-05T15:00:00.000Z', begun, '2026-11-05T09:00:00.000Z'],
    [
      'not where nothing was sealed since',
      '2026-11-09T09:00:00.000Z',
      { ...begun, mac: head.mac },
      undefined,
    ],
    [
      'where something was',
      '2026-11-09T09:30:00.000Z',
      { ...begun, mac: 'aa'.repeat(32) },
      '2026-11-09T09:00:00.000Z',
    ],
  ])('%s', (_, now, before, due) => {
    expect(headDue(head, before, now)).toBe(due);
  });
});

test('a doubt has the name of the head that is missed, and is a UUID', () => {
  expect(doubtIdOf({ mac: '0123456789abcdef0123456789abcdef'.repeat(2) })).toBe(
    '01234567-89ab-8def-8123-456789abcdef',
  );
});
