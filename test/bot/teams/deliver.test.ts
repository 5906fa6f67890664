import { createServer } from 'node:http';
import { textOf } from '../../../playground/teams/card-form';
import type { Person } from '../../../playground/teams/people';
import type { Fault } from '../../../playground/teams/world';
import type { Account, Posted } from '../../../src/store/store';
import { card, listen, otherTenant, type Stage, stage, tenantId } from './stage';

/** What the courier gets from Teams. */
describe('a delivery to Teams', () => {
  let on: Stage;
  let ada: Person;
  beforeEach(async () => {
    on = await stage();
    ada = on.tenant.person('Ada Lin');
  });
  afterEach(() => on.close());

  const notice = card('Approved', { blocks: [{ type: 'text', text: 'Windows 11 is yours.' }] });
  const account = (over: Partial<Account> = {}): Account => ({
    platform: 'teams',
    home: tenantId,
    user: ada.aadObjectId,
    address: {
      serviceUrl: on.tenant.serviceUrl,
      conversationId: on.tenant.chat(ada).id,
      tenantId,
      mri: ada.id,
      aadObjectId: ada.aadObjectId,
    },
    ...over,
  });
  const deliver = (over: Partial<Account> = {}) => on.teams.platform.deliver(account(over), notice);
  const kinds = () => on.tenant.ledger.entries.map(({ kind }) => kind);
  const cardsOf = (person = ada) => on.tenant.messages(person).map(({ cards }) => textOf(cards[0] ?? {}));

  test('goes to the chat that is known, with a notification, and can be redrawn', async () => {
    const outcome = await deliver();
    expect(outcome).toMatchObject({
      sent: true,
      posted: { platform: 'teams', ref: { conversationId: on.tenant.chat(ada).id } },
    });
    expect(cardsOf()).toEqual(['Approved\nWindows 11 is yours.']);
    expect(on.tenant.messages(ada)[0]?.notification).toBe('Approved\nWindows 11 is yours.');

    const posted: Posted = JSON.parse(JSON.stringify((outcome as { posted: Posted }).posted));
    expect(await on.teams.platform.redraw(posted, card('Cancelled'))).toEqual({ sent: true, posted });
    expect(cardsOf()).toEqual(['Cancelled']);
    expect(kinds()).toEqual(['send', 'update']);
    expect(on.tenant.ledger.warnings()).toEqual([]);
  });

  test('a stored chat that is gone is dropped, and the one there is now is found', async () => {
    const address = { serviceUrl: on.tenant.serviceUrl, conversationId: 'a:gone', mri: ada.id };
    expect(await deliver({ address })).toMatchObject({
      sent: true,
      posted: { ref: { conversationId: on.tenant.chat(ada).id } },
    });
    expect(kinds()).toEqual(['send', 'create', 'send']);
  });

  test('where a chat is gone and Teams has no time to say whether there is another, it is asked again after the wait', async () => {
    const address = { serviceUrl: on.tenant.serviceUrl, conversationId: 'a:gone', mri: ada.id };
    on.tenant.faults.push(({ operation }) =>
      operation === 'create' ? { status: 429, headers: { 'retry-after': '3' } } : undefined,
    );
    expect(await deliver({ address })).toEqual({
      sent: false,
      tryAgain: true,
      after: 3_000,
      reason: 'http_429',
    });
    on.tenant.faults.pop();
    expect(await deliver({ address })).toMatchObject({ sent: true });
  });

  test('a chat that shuts us out is not written to by its old id when the app comes back', async () => {
    await deliver({ address: null });
    ada.installed = false;
    expect(await deliver({ address: null })).toMatchObject({ sent: false, tryAgain: false });
    ada.installed = true;
    expect(await deliver({ address: null })).toMatchObject({ sent: true });
    expect(kinds()).toEqual(['create', 'send', 'send', 'create', 'send']);
  });

  test('opens the chat with somebody who never spoke, once', async () => {
    expect(await deliver({ address: null, home: null })).toMatchObject({ sent: true });
    expect(await deliver({ address: null })).toMatchObject({ sent: true });
    expect(kinds()).toEqual(['create', 'send', 'send']);
    expect(cardsOf()).toEqual(['Approved\nWindows 11 is yours.', 'Approved\nWindows 11 is yours.']);
  });

  test.each([
    ['the Teams id', {}, (person: Person) => person.id],
    ['the Entra object id, of whom never spoke', { address: null }, (person: Person) => person.aadObjectId],
  ])('calls somebody in a channel by %s', async (_, over, id) => {
    const name = 'Ada <at>Everyone</at> *Lin*';
    const call = {
      account: account(over),
      name,
      channel: on.tenant.channel.id,
      words: 'please write to me.',
    };
    expect(await on.teams.platform.call(call)).toMatchObject({ sent: true });
    const mark = '<at>Ada atEveryoneat Lin</at>';
    expect(on.tenant.messages(ada, on.tenant.channel)[0]).toMatchObject({
      text: `${mark} please write to me.`,
      cards: [],
    });
    expect(on.tenant.ledger.entries.at(-1)?.body).toMatchObject({
      entities: [{ type: 'mention', text: mark, mentioned: { id: id(ada), name: 'Ada atEveryoneat Lin' } }],
    });
  });

  test('uses the chat in which somebody spoke since', async () => {
    await on.tenant.say(ada, on.tenant.chat(ada), 'help');
    await deliver({ address: null });
    expect(kinds()).not.toContain('create');
  });

  const refused = (status: number, code: string): Fault => ({
    status,
    body: { error: { code, message: 'secret' } },
  });
  test.each<
    [what: string, fault: Fault, outcome: { tryAgain: boolean; after?: number; gone?: true; reason: string }]
  >([
    [
      'too many calls',
      { status: 429, headers: { 'retry-after': '7' } },
      { tryAgain: true, after: 7000, reason: 'http_429' },
    ],
    ['too many calls, by itself', refused(429, 'Throttled'), { tryAgain: true, reason: 'Throttled' }],
    ['a precondition', refused(412, 'PreconditionFailed'), { tryAgain: true, reason: 'PreconditionFailed' }],
    ['an error inside', { status: 500 }, { tryAgain: true, reason: 'http_500' }],
    ['a bad gateway', refused(502, 'ServiceError'), { tryAgain: true, reason: 'ServiceError' }],
    ['out of service', { status: 503 }, { tryAgain: true, reason: 'http_503' }],
    ['a gateway without answer', { status: 504 }, { tryAgain: true, reason: 'http_504' }],
    ['a broken connection', 'reset', { tryAgain: true, reason: 'UND_ERR_SOCKET' }],
    ['a refused token', refused(401, 'Unauthorized'), { tryAgain: true, reason: 'Unauthorized' }],
    [
      'not in the roster',
      refused(403, 'BotNotInConversationRoster'),
      { tryAgain: false, reason: 'BotNotInConversationRoster' },
    ],
    [
      'writes blocked',
      refused(403, 'MessageWritesBlocked'),
      { tryAgain: false, reason: 'MessageWritesBlocked' },
    ],
    [
      'blocked by the user',
      refused(403, 'ConversationBlockedByUser'),
      { tryAgain: false, reason: 'ConversationBlockedByUser' },
    ],
    [
      'disabled by an admin',
      refused(403, 'BotDisabledByAdmin'),
      { tryAgain: false, reason: 'BotDisabledByAdmin' },
    ],
    [
      'no such conversation',
      refused(404, 'ConversationNotFound'),
      { tryAgain: false, reason: 'ConversationNotFound' },
    ],
    ['a bad request', refused(400, 'BadArgument'), { tryAgain: false, reason: 'BadArgument' }],
    ['too large', refused(413, 'MessageSizeTooBig'), { tryAgain: false, reason: 'MessageSizeTooBig' }],
    [
      'a code that is a sentence',
      refused(400, 'Your token abc is bad'),
      { tryAgain: false, reason: 'http_400' },
    ],
    [
      'a redirect',
      { status: 307, headers: { location: 'http://127.0.0.1:1/' } },
      { tryAgain: false, reason: 'http_307' },
    ],
  ])('%s', async (_what, fault, outcome) => {
    on.tenant.faults.push(() => fault);
    const expected = { sent: false, ...outcome };
    expect(await deliver()).toEqual(expected);
    expect(await deliver({ address: null })).toEqual(expected);
    const ref = { serviceUrl: on.tenant.serviceUrl, conversationId: 'a:1', activityId: '1' };
    expect(await on.teams.platform.redraw({ platform: 'teams', ref }, notice)).toEqual(expected);
    // One attempt each: whoever answered 502 may have accepted the message. Of a chat that is gone it is asked whether there is another.
    const more = 'reason' in outcome && outcome.reason === 'ConversationNotFound' ? 1 : 0;
    expect(on.tenant.ledger.entries).toHaveLength(3 + more);
  });

  test('goes nowhere but to the trusted addresses, whatever the database says', async () => {
    const heard: string[] = [];
    const elsewhere = createServer((request, response) => {
      heard.push(request.headers.authorization ?? '');
      response.writeHead(201).end('{"id":"1"}');
    });
    const serviceUrl = await listen(elsewhere);
    const final = { sent: false, tryAgain: false, reason: 'untrusted_address' };
    expect(await deliver({ address: { serviceUrl, conversationId: 'a:1' } })).toEqual(final);
    expect(await deliver({ address: { serviceUrl, conversationId: null } })).toEqual(final);
    const ref = { serviceUrl, conversationId: 'a:1', activityId: '1' };
    expect(await on.teams.platform.redraw({ platform: 'teams', ref }, notice)).toEqual(final);
    expect(heard).toEqual([]);
    await new Promise((done) => elsewhere.close(done));
  });

  test('goes to nobody of another tenant', async () => {
    const final = { sent: false, tryAgain: false, reason: 'other_tenant' };
    expect(await deliver({ home: otherTenant })).toEqual(final);
    expect(kinds()).toEqual([]);
  });

  test('a message without an id, or a ref of somebody else, cannot be redrawn', async () => {
    const final = { sent: false, tryAgain: false, gone: true, reason: 'no_message_id' };
    expect(await on.teams.platform.redraw({ platform: 'teams', ref: { channel: 'C1' } }, notice)).toEqual(
      final,
    );
  });

  test('a message that was taken away is gone, one in a chat that shuts us out is not', async () => {
    const sent = await deliver();
    if (!sent.sent) throw new Error(sent.reason);
    const redraw = (ref: object) => on.teams.platform.redraw({ platform: 'teams', ref }, notice);
    expect(await redraw({ ...Object(sent.posted.ref), activityId: '1' })).toMatchObject({
      tryAgain: false,
      gone: true,
    });
    on.tenant.faults.push(({ operation }) =>
      operation === 'update' ? { status: 404, body: { error: { code: 'ConversationNotFound' } } } : undefined,
    );
    const shut = { sent: false, tryAgain: false, reason: 'ConversationNotFound' };
    expect(await redraw(Object(sent.posted.ref))).toEqual(shut);
  });

  test('the check says whether Teams can be reached and knows us', async () => {
    expect(await on.teams.platform.check()).toEqual({ ok: true });
    on.tenant.faults.push(({ operation }) => (operation === 'keys' ? undefined : { status: 401 }));
    expect(await on.teams.platform.check()).toEqual({ ok: false, reason: 'http_401' });
    on.tenant.faults.push(() => undefined);
    on.tenant.faults.unshift(({ operation }) => (operation === 'keys' ? { status: 500 } : undefined));
    expect(await on.teams.platform.check()).toEqual({ ok: false, reason: 'keys_unavailable' });
  });
});
