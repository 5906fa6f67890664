import { brokenLaws, unsettledNotices } from '../support/invariants';
import { type LivedIn, livedInLedger } from './lived-in';

let ledger: LivedIn;
beforeAll(async () => {
  ledger = await livedInLedger();
});
afterAll(() => ledger.close());

test('a ledger that was only ever written through the door breaks no law', async () => {
  expect(await brokenLaws(ledger.door.sql)).toEqual([]);
});

/** A lie planted in the ledger, past every constraint, and the law that must find it. */
const lies: Array<[law: RegExp, lie: string]> = [
  [/^Every pool counts/, `update pools set free = free - 1 where free > 0`],
  [/^Every pool counts/, `update pools set shared_keys = shared_keys + 1`],
  [/^Every key has as many units/, `update product_keys set seats = 2 where type = 'retail'`],
  [/^Of a key that is broken/, `update product_keys set broken_at = now() where type = 'mak'`],
  [/^Every pool serves/, `delete from pool_benefits`],
  [/^A unit is held exactly/, `update units set state = 'free' where state = 'held'`],
  [
    /^A unit is held exactly/,
    `update holdings set ended_at = since, ended_how = 'left' where unit_id is not null`,
  ],
  [/^Every benefit counts/, `update benefits set held = held - 1 where held > 0`],
  [
    /^Every holding has its approval/,
    `update holdings set person_id = (select id from people where name = 'Omar Okay')`,
  ],
  [
    /^Every decision stands/,
    `update requests set decided_by = (select id from people where name = 'Ada Admin') where decided_by is not null`,
  ],
  [
    /^Every held unit and key serves/,
    `update holdings set benefit_id = (select id from benefits where name = 'Office 365 E3')`,
  ],
  [/^Every approved request has its open task/, `delete from tasks where state = 'open'`],
  [
    /^one live holder/,
    `drop index one_live_holder; alter table holdings drop constraint holdings_request_id_key;
     insert into holdings (id, request_id, person_id, benefit_id, quantity, key_id, unit_id, since)
     select gen_random_uuid(), request_id, person_id, benefit_id, quantity, key_id, unit_id, since from holdings where unit_id is not null`,
  ],
  [
    /^no more holders of a key/,
    `drop index one_live_holder; alter table holdings drop constraint holdings_request_id_key;
     insert into holdings (id, request_id, person_id, benefit_id, quantity, key_id, unit_id, since)
     select gen_random_uuid(), request_id, person_id, benefit_id, quantity, key_id, null, since from holdings where unit_id is not null`,
  ],
  [/^a key with seats is held by a unit/, `update holdings set unit_id = null`],
  [
    /^no key twice/,
    `alter table product_keys drop constraint a_key_is_known_once;
     update product_keys set fingerprint = '\\x00'`,
  ],
  [
    /^no more held than the allocation/,
    `alter table benefits drop constraint never_more_than_the_allocation;
     update benefits set held = quantity + 1`,
  ],
  [
    /^one holding for a request/,
    `drop index one_live_holder; alter table holdings drop constraint holdings_request_id_key;
     insert into holdings (id, request_id, person_id, benefit_id, quantity, key_id, unit_id, since)
     select gen_random_uuid(), request_id, person_id, benefit_id, quantity, key_id, unit_id, since from holdings`,
  ],
  [
    /^one open request/,
    `drop index one_open_request;
     insert into requests (id, version, state, requester_id, assignee_id, benefit_id, quantity, reason, asked_at, asked)
     select gen_random_uuid(), 1, state, requester_id, assignee_id, benefit_id, quantity, reason, asked_at, asked from requests where state = 'pending'`,
  ],
  [
    /^a fulfilled request has its holding/,
    `delete from key_views; delete from uses; delete from tasks where holding_id is not null; delete from differences where holding_id is not null;
     delete from holdings where id not in (select replaces_id from requests where replaces_id is not null)`,
  ],
  [/^a holding is what was asked for/, `update holdings set quantity = quantity + 1`],
  [
    /^nobody decides their own/,
    `alter table requests drop constraint nobody_decides_their_own;
     update requests set decided_by = assignee_id where decided_by is not null`,
  ],
  [/^decided by somebody who may decide/, `update people set role = 'employee' where name = 'Dana Decider'`],
  [
    /^one ledger row for each step/,
    `insert into audit (at, action, by_person, subject, person_id, benefit_id)
     select at, action, by_person, subject, person_id, benefit_id from audit where action = 'request.fulfilled'`,
  ],
  [
    /^what an admin set up/,
    `update requests set task_id = gen_random_uuid() where state = 'fulfilled' and task_id is not null`,
  ],
  [/^whatever was decided is a new version/, `update requests set version = 1`],
  [/^Every yes has the answers/, `delete from reviews where verdict = 'approve'`],
  [/^Every yes has the answers/, `update requests set stages = 2, stage = 2 where state = 'fulfilled'`],
  [/^Every yes has the answers/, `update requests set need = 2 where state = 'fulfilled'`],
  [/^Every no was said/, `delete from reviews where verdict = 'deny'`],
  [
    /^Every end of a holding/,
    `update holdings set ended_at = since, released_at = since, ended_how = 'left' where unit_id is null`,
  ],
  [/^What was used/, `update holdings set used = 1`],
  [
    /^Nobody has two live Azure/,
    `update holdings set benefit_id = (select id from benefits where name = 'Microsoft Azure credit')`,
  ],
  [/^whoever has it, or not/, `delete from posted; delete from outbox where notice->>'kind' = 'granted'`],
  [/^every answer is stored/, `update inbound set answer = null`],
  [
    /^keys are shown to their holder/,
    `update key_views set person_id = (select id from people where name = 'Omar Okay')`,
  ],
  [/^keys are shown to their holder/, `update key_views set at = at - interval '1 day'`],
  [/^every look at a key/, `delete from key_views`],
  [/^a settled notice/, `update outbox set settled_at = due_at where state = 'due'`],
  [/^every message was a notice/, `update posted set subject = gen_random_uuid()`],
];

test.each(lies)('%s is seen broken by: %s', async (law, lie) => {
  const seen: string[] = [];
  await ledger.door.sql
    .transaction(async (transaction) => {
      await transaction.raw(lie);
      seen.push(...(await brokenLaws(transaction)));
      throw new Error('enough seen');
    })
    .catch((error: Error) => {
      if (error.message !== 'enough seen') throw error;
    });
  expect(seen).toContainEqual(expect.stringMatching(law));
});

test('every law of the list was seen broken', async () => {
  const laws = await brokenLaws(ledger.door.sql, 'all');
  for (const law of laws)
    expect(lies.some(([seen]) => seen.test(law)) ? law : `${law}: never seen broken`).toBe(law);
});

test('a notice that still waits is seen', async () => {
  expect(await unsettledNotices(ledger.door.sql)).not.toEqual([]);
});
