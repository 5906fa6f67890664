import { factsOf } from '../core/ask';
import { refusedAhead } from '../core/policy/ahead';
import { ruleFor } from '../core/policy/match';
import { companyOf, reviewersOf } from '../core/policy/reviewers';
import { mayNotDoTasks } from '../core/task';
import { isForOthersToo } from '../core/views/asking';
import { show as draw } from '../core/views/catalogue';
import { askingForOneself } from './request';
import { no, type Verb } from './verb';

/** `show`: everything about one benefit, and who would approve it for this person, by which rule. */
export const show: Verb<'show'> = async (here, { benefit: id, quantity, person }) => {
  const { ledger, speaker, view } = here;
  const benefit = await ledger.benefit(id);
  if (!benefit) return no(here, { why: 'gone' });
  const asking = await askingForOneself(here, benefit);
  const { policy } = asking;
  const facts = factsOf(asking);
  const rule = ruleFor(policy, facts);
  const company = companyOf(policy, asking.people, [speaker], asking.manager);
  const stages =
    rule.yields.is === 'ask'
      ? rule.yields.stages.map((stage, at) => reviewersOf(stage, at + 1, company).filter(({ told }) => told))
      : [];
  const refused = refusedAhead(policy, facts, isForOthersToo(benefit));
  return draw(view, benefit, { rule, stages, refused }, mayNotDoTasks(speaker) === undefined, {
    ...(quantity && { quantity }),
    ...(person && { person }),
  });
};
