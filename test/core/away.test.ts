import { type Absence, comeToWork, goAway } from '../../src/core/away';
import type { Refusal } from '../../src/core/refusal';
import { granted, refusalOf, told } from './decisions';
import { ada, dana, eve, now, omar } from './examples';

/** Today is 20 November 2026. */
const december: Absence = { from: '2026-12-01', until: '2026-12-14' };

test('somebody is away, and whoever stands in is told', () => {
  const { is, change } = granted(goAway({ ...december, delegate: omar }, dana, now));
  expect(is).toEqual({ ...december, delegate: omar });
  expect(change.steps).toEqual([{ do: 'away', person: dana.id, ...december, delegate: omar.id, at: now }]);
  expect(told(change.notices)).toEqual(['Omar Okay: tell stands-in']);
  expect(change.notices[0]?.notice).toMatchObject({ person: { name: dana.name }, ...december });
  expect(change.audit).toEqual([
    expect.objectContaining({
      action: 'person.away',
      by: dana.id,
      why: `2026-12-01 to 2026-12-14, ${omar.id} stands in`,
    }),
  ]);
});

test('without anybody who stands in, nobody is told', () => {
  const { is, change } = granted(goAway(december, dana, now));
  expect(is).toEqual(december);
  expect(change.notices).toEqual([]);
  expect(change.audit[0]?.why).toBe('2026-12-01 to 2026-12-14');
});

test('who is back is back, whatever they had said', () => {
  const { change } = granted(comeToWork(dana));
  expect(change.steps).toEqual([{ do: 'back', person: dana.id }]);
  expect(change.audit[0]).toMatchObject({ action: 'person.present', by: dana.id });
});

test.each<[sentence: string, absence: Absence, refusal: Refusal | undefined]>([
  ['one day, today', { from: '2026-11-20', until: '2026-11-20' }, undefined],
  ['since last week', { from: '2026-11-13', until: '2026-11-20' }, undefined],
  ['until a day that is not over everywhere', { from: '2026-11-13', until: '2026-11-19' }, undefined],
  ['over already', { from: '2026-11-13', until: '2026-11-18' }, { why: 'bad-absence' }],
  ['ends before it begins', { from: '2026-12-02', until: '2026-12-01' }, { why: 'bad-absence' }],
  ['for good', { from: '2026-12-02', until: '2100-01-01' }, { why: 'bad-absence' }],
  ['with an admin who stands in', { ...december, delegate: ada }, undefined],
  ['with oneself', { ...december, delegate: dana }, { why: 'is-oneself' }],
  [
    'with somebody who does not decide',
    { ...december, delegate: eve },
    { why: 'may-not-decide', person: eve.name },
  ],
])('an absence: %s', (_, absence, refusal) => {
  const decision = goAway(absence, dana, now);
  expect(decision.ok ? undefined : refusalOf(decision)).toEqual(refusal);
});
