import { wordsIn } from '../../src/core/words';
import { forAdmins } from '../../src/handlers/perhaps';
import { holdings, others } from './matrix';

/** Whatever a button of ours may lead to that is offered where nobody can tell what was meant. */
const offered = [
  ...Object.keys(wordsIn('en').offer.commands),
  'show',
  'ask',
  'holders',
  'assign-form',
  'person',
  'remove-form',
  'reassign-form',
] as Array<keyof typeof others | keyof typeof holdings>;
const blocks = { ...others, ...holdings };

test.each(offered)('“%s” is kept from employees just where they would be refused', (command) => {
  expect(forAdmins.has(command)).toBe(blocks[command].employee[0] === 'noadmin');
});
