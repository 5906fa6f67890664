import type { Policy } from '../core/policy/policy';
import { spelled } from '../core/policy/spelling';
import { policy as draw } from '../core/views/policy';
import type { Ledger } from '../store/open';
import type { Verb } from './verb';

/** `policy`: the rules by which it is decided who decides; everybody may know them. */
export const policy: Verb<'policy'> = async ({ ledger, view }, { page = 1 }) =>
  draw(view, await asWritten(ledger, await ledger.policy()), page);

const asWritten = async (ledger: Ledger, policy: Policy): Promise<Policy> => ({
  ...policy,
  rules: spelled(policy.rules, await ledger.spellings()),
});
