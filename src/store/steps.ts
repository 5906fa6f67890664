import type { Step } from '../core/change';
import type { FinishedTask, OpenTask } from '../core/task';
import { ofDifference } from './differences';
import { ofLost } from './lost';
import { asked, moved, waitsOn } from './request-rows';
import { ofReviewer, reviewed } from './review-rows';
import { type Part, part } from './statement';
import { keyBroken, poolsOf, unitFreed } from './unit-rows';

/** What the steps of a change do to the database. Each counter is written once, whatever several steps add to it. */
export function partsOf(steps: readonly Step[]): Part[] {
  const taken = new Map<string, number>();
  for (const step of steps)
    if (step.do === 'take') taken.set(step.benefit, (taken.get(step.benefit) ?? 0) + step.quantity);
  return [
    ...steps.flatMap(rowsOf),
    ...[...taken].map(([benefit, quantity]) =>
      part('update benefits set held = held + ?, version = version + 1 where id = ?::uuid', [
        quantity,
        benefit,
      ]),
    ),
    ...poolsOf(steps),
  ];
}

/** The rows that one step writes, without counters. */
function rowsOf(step: Step, at: number): Part[] {
  switch (step.do) {
    case 'ask':
      return asked(step.request);
    case 'ask-again':
      return waitsOn(step.request);
    case 'review':
    case 'void-reviews':
    case 'remark':
      return reviewed(step);
    case 'lost-noticed':
    case 'deliver-again':
      return ofLost(step);
    case 'away':
    case 'back':
    case 'digest-told':
      return ofReviewer(step);
    case 'move':
      return [moved(step.request)];
    case 'take':
      return [];
    case 'unit':
      return [step.to === 'free' ? unitFreed(step, at) : unitMoved(step)];
    case 'break-key':
      return keyBroken(step, at);
    case 'hold':
      return [held(step)];
    case 'end':
      return [
        // A turn has the time at which it began. One that waited here may have begun before the key was last shown, and a clock may go back.
        part(
          `update holdings set ended_at = last.at, ended_how = ?, ended_by = ?::uuid, ended_why = ?, frees_on = ?::date,
                  released_at = case when ?::boolean then last.at end
             from (select greatest(?::timestamptz, since, (select max(at) from key_views where holding_id = h.id)) as at
                     from holdings h where id = ?::uuid) as last
            where id = ?::uuid`,
          [
            step.ending.how,
            'by' in step.ending ? step.ending.by.id : null,
            'why' in step.ending ? (step.ending.why ?? null) : null,
            step.frees ?? null,
            step.released,
            step.at,
            step.holding,
            step.holding,
          ],
        ),
      ];
    case 'release':
      return [
        part('update holdings set released_at = greatest(?::timestamptz, ended_at) where id = ?::uuid', [
          step.at,
          step.holding,
        ]),
      ];
    case 'rekey':
      return [
        part('update holdings set key_id = ?::uuid, unit_id = ?::bigint where id = ?::uuid', [
          step.key ?? null,
          step.unit ?? null,
          step.holding,
        ]),
      ];
    case 'use':
      return [
        part(
          'insert into uses (id, holding_id, person_id, quantity, what, at) values (?::uuid, ?::uuid, ?::uuid, ?, ?, ?::timestamptz)',
          [step.use, step.holding, step.by.id, step.quantity, step.what, step.at],
        ),
        part('update holdings set used = used + ? where id = ?::uuid', [step.quantity, step.holding]),
      ];
    case 'inquire':
      return [
        part(
          `update holdings set inquired_at = ?::timestamptz, answer_by = ?::timestamptz, reminded_at = null where id = ?::uuid`,
          [step.at, step.answerBy, step.holding],
        ),
      ];
    case 'remind-holder':
      return [
        part('update holdings set reminded_at = ?::timestamptz where id = ?::uuid', [step.at, step.holding]),
      ];
    case 'keep':
      return [
        part(
          'update holdings set kept_at = ?::timestamptz, inquired_at = null, answer_by = null where id = ?::uuid',
          [step.at, step.holding],
        ),
      ];
    case 'open-task':
      return [opened(step.task)];
    case 'touch-task':
      return [touched(step.task)];
    case 'finish-task':
      return [finished(step.task)];
    case 'add-person':
      return [
        part(
          `insert into people (id, name, email, role, added, first_seen_at) values (?::uuid, ?, ?, 'employee', true, ?::timestamptz)`,
          [step.person.id, step.person.name, step.person.email, step.at],
        ),
      ];
    case 'find-difference':
    case 'settle-difference':
      return ofDifference(step);
    case 'low-told':
      return [part('update benefits set low_told = ? where id = ?::uuid', [step.told, step.benefit])];
    case 'head-told':
      return [
        part('insert into told_heads (due_at, seal, mac) values (?::timestamptz, ?::bigint, ?::bytea)', [
          step.due,
          step.head.seal,
          Buffer.from(step.head.mac, 'hex'),
        ]),
      ];
    case 'lapse-told':
      return [
        part(
          'insert into lapse_notices (benefit_id, lapses_on, days, told_at) values (?::uuid, ?::date, ?, ?::timestamptz)',
          [step.benefit, step.on, step.days, step.at],
        ),
      ];
  }
}

const unitMoved = ({ unit, from, to }: Extract<Step, { do: 'unit' }>): Part =>
  part('update units set state = ? where id = ?::bigint and state = ?', [to, unit, from]);

function held({ request, key, unit, contract, evidence }: Extract<Step, { do: 'hold' }>): Part {
  const { holding, id, assignee, benefit, quantity, since } = request;
  return part(
    `insert into holdings (id, request_id, person_id, benefit_id, quantity, key_id, unit_id, since, access_id, contract_id, evidence)
     values (?::uuid, ?::uuid, ?::uuid, ?::uuid, ?, ?::uuid, ?::bigint, ?::timestamptz, ?, ?, ?)`,
    [
      holding,
      id,
      assignee.id,
      benefit.id,
      quantity,
      key ?? null,
      unit ?? null,
      since,
      contract?.accessId ?? null,
      contract?.contractId ?? null,
      evidence ?? null,
    ],
  );
}

function opened(task: OpenTask): Part {
  const { duty } = task;
  return part(
    `insert into tasks (id, kind, request_id, holding_id, person_id, unit_id, report, state, opened_at, due_on)
     values (?::uuid, ?, ?::uuid, ?::uuid, ?::uuid, ?::bigint, ?, 'open', ?::timestamptz, ?::date)`,
    [
      task.id,
      duty.kind,
      'request' in duty ? duty.request.id : null,
      'holding' in duty ? duty.holding : null,
      duty.kind === 'reach' ? task.person.id : null,
      duty.kind === 'check-key' ? (duty.unit?.unit ?? null) : null,
      duty.kind === 'check-key' ? duty.report : null,
      task.openedAt,
      task.dueOn,
    ],
  );
}

const touched = ({ id, claimed, reminders, remindAt }: OpenTask): Part =>
  part(
    'update tasks set claimed_by = ?::uuid, claimed_at = ?::timestamptz, reminders = ?, remind_at = ?::timestamptz where id = ?::uuid',
    [claimed?.by.id ?? null, claimed?.at ?? null, reminders, remindAt ?? null, id],
  );

const finished = (task: FinishedTask): Part =>
  part(
    'update tasks set state = ?, done_by = ?::uuid, done_at = ?::timestamptz, evidence = ?, why = ? where id = ?::uuid',
    [
      task.state,
      task.by.id,
      task.at,
      task.state === 'done' ? (task.evidence ?? null) : null,
      task.state === 'failed' ? task.why : null,
      task.id,
    ],
  );
