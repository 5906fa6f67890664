import { belongsInRoom, onlyReads } from '../../../src/bot/teams/room';
import { isForm } from '../../../src/core/command-effects';

/** What is behind a button comes back by way of a client, and anything at all may stand where a command says what it is. */
const asked = (type: unknown) => [isForm({ type }), belongsInRoom({ type }), onlyReads({ type })];

test.each([[{ toString: { admin: true } }], [{ toString: 'list' }], [['list']], [3], [null], [undefined]])(
  '%j is no type of a command',
  (type) => expect(asked(type)).toEqual([false, false, false]),
);

test('a word is, where there is such a command', () => {
  expect(asked('list')).toEqual([false, false, true]);
  expect(asked('deny')).toEqual([true, true, false]);
  expect(asked('toString')).toEqual([false, false, false]);
});
