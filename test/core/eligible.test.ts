import type { Benefit } from '../../src/core/benefit';
import { approve } from '../../src/core/decide';
import { badAlternative, comingTo, creditSpent, isPlainAddress, mayNotHold } from '../../src/core/eligible';
import { freeMailDomain } from '../../src/core/free-mail';
import type { Holding } from '../../src/core/holding';
import { mayMoveFrom, mostReassignments, portalOf } from '../../src/core/programme';
import {
  approved,
  approving,
  credit,
  denied,
  eve,
  fulfilled,
  holding,
  incidents,
  mei,
  named,
  offeredRequest,
  pending,
  server,
  studio,
  visio,
  waitingRequest,
} from './examples';

const person = mei.name;
const withAddress = (email?: string) => ({ ...named(mei), ...(email && { email }) });
const atWork = withAddress('mei@contoso.example');
const has = (benefit: Benefit, over = false): Holding => ({
  ...holding,
  person: named(mei),
  benefit,
  ...(over && { state: { is: 'ended', at: holding.since, how: 'left' } as const }),
});
const yearly = { ...credit, name: 'Azure bulk credit', unit: 'USD per year' };

test.each<[sentence: string, refusal: object | undefined, ...Parameters<typeof mayNotHold>]>([
  ['a credit for somebody of the company', undefined, credit, atWork, []],
  [
    'a second credit, even of another kind',
    { why: 'one-credit', person, benefit: yearly.name },
    credit,
    atWork,
    [has(yearly)],
  ],
  ['a credit after another was given back', undefined, credit, atWork, [has(yearly, true)]],
  ['a credit beside a subscription', undefined, credit, atWork, [has(studio)]],
  ['a credit without an address', { why: 'no-email', person }, credit, withAddress(), []],
  [
    'a credit for a free-mail address',
    { why: 'free-mail', person, domain: 'hotmail.com' },
    credit,
    withAddress('mei@hotmail.com'),
    [],
  ],
  ['a subscription for somebody of the company', undefined, studio, atWork, []],
  ['a subscription for a guest with free mail', undefined, studio, withAddress('mei@gmail.com'), []],
  ['a subscription without an address', { why: 'no-email', person }, studio, withAddress(), []],
  ['a key without an address', undefined, visio, withAddress(), [has(visio)]],
  ['support beside other support', undefined, incidents, withAddress(), [has(incidents)]],
])('%s', (_, refusal, benefit, assignee, holdings) => {
  expect(mayNotHold(benefit, assignee, holdings)).toEqual(refusal);
});

test.each([
  ['mei@gmail.com', 'gmail.com'],
  ['mei@GoogleMail.com', 'GoogleMail.com'],
  ['mei@live.de', 'live.de'],
  ['mei@hotmail.co.uk', 'hotmail.co.uk'],
  ['mei@outlook.com.tw', 'outlook.com.tw'],
  ['mei@yahoo.com.tw', 'yahoo.com.tw'],
  ['mei@hinet.net', 'hinet.net'],
  ['mei@msa.hinet.net', 'msa.hinet.net'],
  ['mei@pchome.com.tw', 'pchome.com.tw'],
  ['mei@qq.com', 'qq.com'],
  ['mei@icloud.com', 'icloud.com'],
  ['mei@windowslive.com', 'windowslive.com'],
  ['mei@passport.com', 'passport.com'],
  ['mei@rocketmail.com', 'rocketmail.com'],
  ['mei@fastmail.com', 'fastmail.com'],
  ['mei@pm.me', 'pm.me'],
  ['mei@protonmail.ch', 'protonmail.ch'],
  ['mei@tutanota.com', 'tutanota.com'],
  ['mei@hey.com', 'hey.com'],
  ['mei@duck.com', 'duck.com'],
  ['mei@gmx.at', 'gmx.at'],
  ['mei@gmx.ch', 'gmx.ch'],
  ['mei@web.de', 'web.de'],
  ['mei@t-online.de', 't-online.de'],
  ['mei@yeah.net', 'yeah.net'],
  ['mei@163.com', '163.com'],
  ['mei@vip.163.com', 'vip.163.com'],
  ['mei@vip.qq.com', 'vip.qq.com'],
  ['mei@sina.com', 'sina.com'],
  ['mei@googlemail.co.uk', 'googlemail.co.uk'],
  ['mei@aol.co.uk', 'aol.co.uk'],
  ['mei@hanmail.net', 'hanmail.net'],
  ['mei@daum.net', 'daum.net'],
  ['mei@naver.com', 'naver.com'],
  ['mei@yandex.com.tr', 'yandex.com.tr'],
  ['mei@seed.net.tw', 'seed.net.tw'],
  ['mei@kimo.com', 'kimo.com'],
  ['mei@privaterelay.appleid.com', 'privaterelay.appleid.com'],
  ['mei@outlook.com', 'outlook.com'],
  ['mei@live.com', 'live.com'],
  ['mei@hotmail.com', 'hotmail.com'],
  ['mei@proton.me', 'proton.me'],
  ['mei@mail.com', 'mail.com'],
  ['mei@gmail.com.', 'gmail.com'],
  [' mei@gmail.com ', 'gmail.com'],
  ['mei@contoso.example', undefined],
  ['gmail.com@contoso.example', undefined],
  ['mei@gmail.com.contoso.example', undefined],
  ['mei@notgmail.com', undefined],
  ['mei@livestock.example', undefined],
  ['mei@contosohinet.net', undefined],
  ['mei@live.contoso.example', undefined],
  ['mei@163.com.contoso.example', undefined],
  ['mei@hotmail.example', undefined],
  ['mei', undefined],
])('the mail of %j is of everybody: %s', (email, domain) => {
  expect(freeMailDomain(email)).toBe(domain);
});

test.each([
  ['a monthly credit, the first time', credit, 0, undefined],
  ['a monthly credit, the sixth time', credit, 5, undefined],
  ['a monthly credit, the seventh time', credit, 6, { why: 'credit-spent', benefit: credit.name, times: 5 }],
  ['a yearly credit, the first time', yearly, 0, undefined],
  ['a yearly credit, the second time', yearly, 1, { why: 'credit-spent', benefit: yearly.name, times: 0 }],
  ['a subscription, the hundredth time', studio, 99, undefined],
])('%s', (_, benefit, timesGiven, refusal) => {
  expect(creditSpent(benefit, timesGiven, '2026-11-20')).toEqual(refusal);
});

test('what was granted and is not there yet is on its way; what is only asked for is not', () => {
  const forMei = { requester: named(eve), assignee: named(mei) };
  const requests = [pending, waitingRequest, offeredRequest, approved, fulfilled, denied].map((request) => ({
    ...request,
    ...forMei,
    benefit: { ...request.benefit, name: request.state },
  }));
  const names = (who: string) => comingTo(who, requests).map(({ name }) => name);
  expect(names(mei.id)).toEqual(['waiting', 'offered', 'approved']);
  expect(names(eve.id)).toEqual([]);
});

test('two credits were asked for: only the first approval is one', () => {
  const request = { ...pending, benefit: { ...pending.benefit, ...credit } };
  const decision = (coming: (typeof request.benefit)[]) =>
    approve({
      ...approving,
      request,
      benefit: credit,
      assignee: atWork,
      handover: { by: 'task' },
      credit: { holdings: [], coming, timesGiven: 0 },
    });
  expect(decision([]).ok).toBe(true);
  expect(decision([{ ...request.benefit, name: yearly.name }])).toEqual({
    ok: false,
    refusal: { why: 'one-credit', person, benefit: yearly.name, coming: true },
  });
});

describe('the second address of a support benefit', () => {
  const account = 'partner@contoso.example';
  test.each([
    ['of another company', 'mei@fabrikam.example', undefined],
    ['with blanks around it', ' mei@fabrikam.example ', undefined],
    ['none', undefined, 'bad-email'],
    ['no address', 'call me', 'bad-email'],
    ['two addresses', 'a@fabrikam.example,b@fabrikam.example', 'bad-email'],
    ['an address with a name', 'Mei <mei@fabrikam.example>', 'bad-email'],
    ['without a domain', 'mei@localhost', 'bad-email'],
    ['of the account, in another case', 'Partner@Contoso.example', 'email-of-account'],
    ['the person’s own', 'MEI@contoso.example', 'email-of-person'],
    ['the person’s own, sorted by a tag', 'mei+ms@contoso.example', 'email-of-person'],
    ['of the account, sorted by a tag', 'partner+2@contoso.example', 'email-of-account'],
    ['a tag of another', 'mei+ms@fabrikam.example', undefined],
    ['in wide letters', 'ｍｅｉ@contoso.example', 'bad-email'],
    ['with a character of no width', 'm\u200bei@contoso.example', 'bad-email'],
    ['with a soft hyphen', 'm\u00adei@contoso.example', 'bad-email'],
    ['with a letter that looks alike', 'mеi@contoso.example', 'bad-email'],
    ['as a link', 'mailto:mei@contoso.example', 'bad-email'],
    ['at a bare host', 'mei@[127.0.0.1]', 'bad-email'],
    ['at a number', 'mei@127.0.0.1', 'bad-email'],
    ['with a dot too many', 'mei.@contoso.example', 'bad-email'],
    ['with a comment', 'mei(x)@contoso.example', 'bad-email'],
  ])('%s', (_, alternative, why) => {
    expect(badAlternative({ alternative, assignee: atWork, account })?.why).toBe(why);
  });

  test('where nobody told the address of the account, only the person’s own is known', () => {
    const addresses = { alternative: account, assignee: atWork, account: undefined };
    expect(badAlternative(addresses)).toBeUndefined();
  });
});

test.each([
  ['mei@contoso.example', true],
  [' mei@contoso.example ', true],
  ['meі@contoso.example', false],
  ['mei@contoso', false],
  ['mei contoso.example', false],
])('%j is an address by which somebody can be known: %s', (email, plain) => {
  expect(isPlainAddress(email)).toBe(plain);
});

describe('the rules of their day', () => {
  test.each([
    ['a subscription in 2018', studio, '2018-05-01', { days: 0, from: '2018-04-01' }],
    ['a subscription in 2026', studio, '2026-05-01', { days: 90, from: '2018-06-30' }],
    ['before anything was written', studio, '2015-01-01', { days: 0, from: '2018-04-01' }],
    ['a key', visio, '2026-05-01', undefined],
    ['a credit', credit, '2026-05-01', undefined],
  ])('%s given on 1 April 2018 may move', (_, benefit, today, rule) => {
    expect(mayMoveFrom(benefit, '2018-04-01', today)).toEqual(rule);
  });

  test.each([
    ['a monthly credit', credit, 5],
    ['a yearly credit', yearly, 0],
    ['a subscription', studio, undefined],
  ])('%s may be reassigned so often', (_, benefit, times) => {
    expect(mostReassignments(benefit, '2026-05-01')).toBe(times);
  });
});

test.each([
  ['a credit', credit, 'https://portal.azure.com'],
  ['a subscription', studio, 'https://my.visualstudio.com'],
  ['support', incidents, 'https://support.serviceshub.microsoft.com'],
  ['a key', server, undefined],
])('%s is managed there', (_, benefit, portal) => {
  expect(portalOf(benefit)).toBe(portal);
});
