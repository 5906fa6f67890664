import type { Person } from '../../../playground/teams/people';
import type { Fault } from '../../../playground/teams/world';
import { otherTenant, type Stage, stage } from './stage';

/** Who the house is told somebody is, by what the roster says at that moment. */
describe('the directory of Teams', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.close());

  const standingOf = async (change: (ada: Person) => void, fault?: Fault) => {
    const ada = on.tenant.person('Ada Lin');
    const chat = on.tenant.chat(ada);
    change(ada);
    if (fault) on.tenant.faults.push(({ operation }) => (operation === 'member' ? fault : undefined));
    await on.tenant.say(ada, chat, 'help');
    return on.asked.at(-1)?.from.profile;
  };
  const member = {
    standing: 'member',
    name: 'Ada Lin',
    email: 'ada@contoso.example',
    locale: 'en',
    timeZone: 'Etc/UTC',
  };
  const stranger = { standing: 'stranger', locale: 'en' };
  const unknown = { standing: 'unknown', locale: 'en' };
  const says = (body: unknown): Fault => ({ status: 200, body });

  test.each<[who: string, change: (ada: Person) => void, expected: object]>([
    ['an ordinary user', () => undefined, member],
    ['a user whose client speaks Chinese', (ada) => (ada.locale = 'zh-TW'), { ...member, locale: 'zh-TW' }],
    [
      'a user whose client is in Taipei',
      (ada) => (ada.timeZone = 'Asia/Taipei'),
      { ...member, timeZone: 'Asia/Taipei' },
    ],
    ['a guest', (ada) => (ada.userRole = 'guest'), stranger],
    ['somebody who has left', (ada) => (ada.inRoster = false), stranger],
  ])('%s', async (_who, change, expected) => {
    expect(await standingOf(change)).toEqual(expected);
  });

  test.each<[what: string, fault: Fault, expected: object]>([
    ['the bot was thrown out (403)', { status: 403 }, stranger],
    ['no such member (404)', { status: 404 }, stranger],
    ['a throttled roster', { status: 429, headers: { 'retry-after': '1' } }, unknown],
    ['a roster in trouble', { status: 503 }, unknown],
    ['a refused token', { status: 401 }, unknown],
    ['a roster that never answers', 'hang', unknown],
    ['a broken connection', 'reset', unknown],
    ['an answer that is no member', says('what?'), unknown],
    ['a member without a tenant', says({ name: 'Ada', userRole: 'user' }), stranger],
    ['a member of another tenant', says({ name: 'Ada', tenantId: otherTenant, userRole: 'user' }), stranger],
    [
      'somebody else',
      says({ name: 'Ada', tenantId: '66666666-7777-4888-9999-aaaaaaaaaaaa', aadObjectId: otherTenant }),
      stranger,
    ],
    [
      'a role we do not know',
      says({ name: 'Ada', tenantId: '66666666-7777-4888-9999-aaaaaaaaaaaa', userRole: 'owner' }),
      stranger,
    ],
    [
      'a tenant in capitals and no e-mail',
      says({ name: 'Ada', tenantId: '66666666-7777-4888-9999-AAAAAAAAAAAA', userRole: 'user' }),
      { standing: 'member', name: 'Ada', locale: 'en', timeZone: 'Etc/UTC' },
    ],
  ])('%s', async (_what, fault, expected) => {
    expect(await standingOf(() => undefined, fault)).toEqual(expected);
  });

  test('somebody without an account in any directory is a stranger, without asking', async () => {
    const una = on.tenant.person('Una Known');
    await on.tenant.say(una, on.tenant.chat(una), 'help');
    expect(on.asked.at(-1)?.from).toMatchObject({ user: una.id, profile: stranger });
    expect(on.tenant.ledger.entries.filter(({ kind }) => kind === 'member')).toEqual([]);
  });
});
