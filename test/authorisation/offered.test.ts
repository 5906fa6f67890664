import { wordsIn } from '../../src/core/words';
import { forAdmins } from '../../src/handlers/perhaps';
import { others } from './matrix';

/** Whatever a button of ours may lead to that is offered where nobody can tell what was meant. */
const offered = [
  ...Object.keys(wordsIn('en').offer.commands),
  'show',
  'ask',
  'holders',
  'assign-form',
] as Array<keyof typeof others>;

test.each(offered)('“%s” is kept from employees just where they would be refused', (command) => {
  expect(forAdmins.has(command)).toBe(others[command].employee[0] === 'noadmin');
});
