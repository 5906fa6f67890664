import type { CommandType } from '../../src/core/command';
import type { Request } from '../../src/core/request';
import type { Actor } from './actors';

/**
 * Who may do what to what, as one table written by hand: a block for each command, a row for each class of people, a cell for each state.
 * A command, a class, a state or a cell too few or too many does not compile. What a word means in a chat stands in `answers.ts`.
 */

/** It happens; a form opens; something is shown; the key is shown; a code is. */
const [does, form, sees, key, code] = ['does', 'form', 'sees', 'key', 'code'] as const;
/** Nothing happens, and it is shown how the thing stands or ended, with all reasons; or without a single one. */
const [ended, state] = ['ended', 'state'] as const;
/** Nothing happens, and why is said. */
const [stranger, silent, unlinked, own] = ['stranger', 'silent', 'unlinked', 'own'] as const;
const [norole, unasked, answered, noadmin] = ['norole', 'unasked', 'answered', 'noadmin'] as const;
const [gone, notmine, notheld, notkey, nolonger] = [
  'gone',
  'notmine',
  'notheld',
  'notkey',
  'nolonger',
] as const;
const notlinked = 'notlinked';
/** The file is somebody else's. */
const nofile = 'nofile';
/** What a cell says. */
export type Word =
  | typeof does
  | typeof form
  | typeof sees
  | typeof key
  | typeof code
  | typeof ended
  | typeof state
  | Refused;
/** The ways of saying no. */
export type Refused =
  | typeof stranger
  | typeof silent
  | typeof unlinked
  | typeof own
  | typeof norole
  | typeof unasked
  | typeof answered
  | typeof noadmin
  | typeof gone
  | typeof notmine
  | typeof notheld
  | typeof notkey
  | typeof nolonger
  | typeof notlinked
  | typeof nofile;

/**
 * The states a request is looked at in. It waits in three: where any one approver decides, as the bot has it of itself; and in each of
 * two stages of a rule that asks people by name.
 */
export const requestStates = [
  { is: 'any one', state: 'pending' },
  { is: 'stage 1', state: 'pending' },
  { is: 'stage 2', state: 'pending' },
  { is: 'waiting', state: 'waiting' },
  { is: 'offered', state: 'offered' },
  { is: 'approved', state: 'approved' },
  { is: 'fulfilled', state: 'fulfilled' },
  { is: 'denied', state: 'denied' },
  { is: 'cancelled', state: 'cancelled' },
  { is: 'failed', state: 'failed' },
] as const;
export const holdingStates = ['live', 'ended'] as const;
export const taskStates = ['open', 'done'] as const;
export const noState = ['as it is'] as const;

type Row<States extends readonly unknown[]> = { readonly [S in keyof States]: Word };
type RequestRow = Row<typeof requestStates>;
type HoldingRow = Row<typeof holdingStates>;
type TaskRow = Row<typeof taskStates>;
type OtherRow = Row<typeof noState>;
type Cells<Command extends string, R> = Record<Command, Record<Actor, R>>;

type RequestCommand =
  | 'share-request'
  | 'shared'
  | 'review'
  | 'approve'
  | 'approve-form'
  | 'refuse'
  | 'deny'
  | 'take-on'
  | 'hand-over-form'
  | 'hand-over'
  | 'remark-form'
  | 'remark'
  | 'reply'
  | 'override-form'
  | 'override'
  | 'cancel'
  | 'accept'
  | 'decline'
  | 'change-form'
  | 'change'
  | 'nudge';
type HoldingCommand =
  | 'holding'
  | 'show-key'
  | 'report-form'
  | 'report-key'
  | 'plan-form'
  | 'plan-token'
  | 'use-form'
  | 'use'
  | 'return-form'
  | 'return'
  | 'keep'
  | 'remove-form'
  | 'remove'
  | 'reassign-form'
  | 'reassign';
type TaskCommand = 'task' | 'claim-task' | 'finish' | 'done' | 'give-up' | 'could-not';
type OtherCommand =
  | 'say'
  | 'help'
  | 'menu'
  | 'home'
  | 'pick'
  | 'pick-person'
  | 'suggest'
  | 'list'
  | 'show'
  | 'share'
  | 'ask'
  | 'request'
  | 'requests'
  | 'mine'
  | 'policy'
  | 'queue'
  | 'away-form'
  | 'away'
  | 'back'
  | 'link'
  | 'link-code'
  | 'tasks'
  | 'stock'
  | 'holders'
  | 'calendar'
  | 'ledger'
  | 'report'
  | 'accept-ledger-form'
  | 'accept-ledger'
  | 'differences'
  | 'difference'
  | 'settle-difference'
  | 'leave-difference-form'
  | 'leave-difference'
  | 'offer-file'
  | 'read-file'
  | 'file-kind'
  | 'name-form'
  | 'name-means'
  | 'make-benefits'
  | 'import-file'
  | 'people'
  | 'person'
  | 'assign-form'
  | 'assign'
  | 'add-person-form'
  | 'add-person';
type Listed = RequestCommand | HoldingCommand | TaskCommand | OtherCommand;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
/** Every command stands in the table, and no other; so does every state of a request. */
export const complete: [
  Same<Listed, CommandType>,
  Same<(typeof requestStates)[number]['state'], Request['state']>,
] = [true, true];

/** What is about a request, in each of its states. */
export const requests = {
  // biome-ignore format: a table is read in columns
  review: {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    requester:        [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    assignee:         [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    manager:          [gone,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    asked:            [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    askedNext:        [sees,      state,     sees,      ended,     ended,     ended,     ended,     state,     state,     ended],
    notAsked:         [sees,      state,     state,     state,     state,     state,     state,     state,     state,     state],
    answered:         [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    delegate:         [sees,      sees,      sees,      state,     state,     state,     state,     state,     state,     state],
    handedOver:       [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    forThemself:      [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    getsIt:           [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    twin:             [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    unlinked:         [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
    demoted:          [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminAsked:       [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    admin:            [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminForThemself: [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminUnlinked:    [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
  },
  // biome-ignore format: a table is read in columns
  'share-request': {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    requester:        [sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees],
    assignee:         [sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees],
    manager:          [gone,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees],
    asked:            [sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees],
    askedNext:        [sees,      gone,      sees,      sees,      sees,      sees,      sees,      gone,      gone,      sees],
    notAsked:         [sees,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    answered:         [sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees],
    delegate:         [sees,      sees,      sees,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    handedOver:       [sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees],
    forThemself:      [sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees],
    getsIt:           [sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees],
    twin:             [sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees],
    unlinked:         [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
    demoted:          [sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees],
    adminAsked:       [sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees],
    admin:            [sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees],
    adminForThemself: [sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees,      sees],
    adminUnlinked:    [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
  },
  // biome-ignore format: a table is read in columns
  shared: {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [state,     state,     state,     state,     state,     state,     state,     state,     state,     state],
    requester:        [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    assignee:         [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    manager:          [state,     sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    asked:            [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    askedNext:        [sees,      state,     sees,      ended,     ended,     ended,     ended,     state,     state,     ended],
    notAsked:         [sees,      state,     state,     state,     state,     state,     state,     state,     state,     state],
    answered:         [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    delegate:         [sees,      sees,      sees,      state,     state,     state,     state,     state,     state,     state],
    handedOver:       [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    forThemself:      [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    getsIt:           [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    twin:             [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    unlinked:         [state,     state,     state,     state,     state,     state,     state,     state,     state,     state],
    demoted:          [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminAsked:       [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    admin:            [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminForThemself: [sees,      sees,      sees,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminUnlinked:    [state,     state,     state,     state,     state,     state,     state,     state,     state,     state],
  },
  // biome-ignore format: a table is read in columns
  approve: {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    requester:        [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    assignee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    manager:          [norole,    does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    asked:            [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    askedNext:        [does,      unasked,   does,      ended,     ended,     ended,     ended,     state,     state,     ended],
    notAsked:         [does,      unasked,   unasked,   state,     state,     state,     state,     state,     state,     state],
    answered:         [does,      answered,  answered,  ended,     ended,     ended,     ended,     ended,     ended,     ended],
    delegate:         [does,      does,      does,      state,     state,     state,     state,     state,     state,     state],
    handedOver:       [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    forThemself:      [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    getsIt:           [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    twin:             [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    unlinked:         [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
    demoted:          [norole,    norole,    norole,    ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminAsked:       [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    admin:            [does,      unasked,   unasked,   ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminForThemself: [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    adminUnlinked:    [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
  },
  // biome-ignore format: a table is read in columns
  'approve-form': {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    requester:        [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    assignee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    manager:          [norole,    form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    asked:            [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    askedNext:        [form,      unasked,   form,      ended,     ended,     ended,     ended,     state,     state,     ended],
    notAsked:         [form,      unasked,   unasked,   state,     state,     state,     state,     state,     state,     state],
    answered:         [form,      answered,  answered,  ended,     ended,     ended,     ended,     ended,     ended,     ended],
    delegate:         [form,      form,      form,      state,     state,     state,     state,     state,     state,     state],
    handedOver:       [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    forThemself:      [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    getsIt:           [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    twin:             [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    unlinked:         [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
    demoted:          [norole,    norole,    norole,    ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminAsked:       [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    admin:            [form,      unasked,   unasked,   ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminForThemself: [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    adminUnlinked:    [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
  },
  // biome-ignore format: a table is read in columns
  refuse: {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    requester:        [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    assignee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    manager:          [norole,    form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    asked:            [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    askedNext:        [form,      unasked,   form,      ended,     ended,     ended,     ended,     state,     state,     ended],
    notAsked:         [form,      unasked,   unasked,   state,     state,     state,     state,     state,     state,     state],
    answered:         [form,      answered,  answered,  ended,     ended,     ended,     ended,     ended,     ended,     ended],
    delegate:         [form,      form,      form,      state,     state,     state,     state,     state,     state,     state],
    handedOver:       [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    forThemself:      [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    getsIt:           [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    twin:             [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    unlinked:         [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
    demoted:          [norole,    norole,    norole,    ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminAsked:       [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    admin:            [form,      unasked,   unasked,   ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminForThemself: [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    adminUnlinked:    [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
  },
  // biome-ignore format: a table is read in columns
  deny: {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    requester:        [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    assignee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    manager:          [norole,    does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    asked:            [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    askedNext:        [does,      unasked,   does,      ended,     ended,     ended,     ended,     state,     state,     ended],
    notAsked:         [does,      unasked,   unasked,   state,     state,     state,     state,     state,     state,     state],
    answered:         [does,      answered,  answered,  ended,     ended,     ended,     ended,     ended,     ended,     ended],
    delegate:         [does,      does,      does,      state,     state,     state,     state,     state,     state,     state],
    handedOver:       [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    forThemself:      [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    getsIt:           [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    twin:             [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    unlinked:         [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
    demoted:          [norole,    norole,    norole,    ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminAsked:       [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    admin:            [does,      unasked,   unasked,   ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminForThemself: [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    adminUnlinked:    [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
  },
  // biome-ignore format: a table is read in columns
  'take-on': {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    requester:        [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    assignee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    manager:          [norole,    does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    asked:            [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    askedNext:        [does,      unasked,   does,      ended,     ended,     ended,     ended,     state,     state,     ended],
    notAsked:         [does,      unasked,   unasked,   state,     state,     state,     state,     state,     state,     state],
    answered:         [does,      answered,  answered,  ended,     ended,     ended,     ended,     ended,     ended,     ended],
    delegate:         [does,      does,      does,      state,     state,     state,     state,     state,     state,     state],
    handedOver:       [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    forThemself:      [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    getsIt:           [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    twin:             [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    unlinked:         [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
    demoted:          [norole,    norole,    norole,    ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminAsked:       [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    admin:            [does,      unasked,   unasked,   ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminForThemself: [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    adminUnlinked:    [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
  },
  // biome-ignore format: a table is read in columns
  'hand-over-form': {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    requester:        [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    assignee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    manager:          [norole,    form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    asked:            [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    askedNext:        [form,      unasked,   form,      ended,     ended,     ended,     ended,     state,     state,     ended],
    notAsked:         [form,      unasked,   unasked,   state,     state,     state,     state,     state,     state,     state],
    answered:         [form,      answered,  answered,  ended,     ended,     ended,     ended,     ended,     ended,     ended],
    delegate:         [form,      form,      form,      state,     state,     state,     state,     state,     state,     state],
    handedOver:       [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    forThemself:      [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    getsIt:           [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    twin:             [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    unlinked:         [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
    demoted:          [norole,    norole,    norole,    ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminAsked:       [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    admin:            [form,      unasked,   unasked,   ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminForThemself: [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    adminUnlinked:    [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
  },
  // biome-ignore format: a table is read in columns
  'hand-over': {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    requester:        [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    assignee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    manager:          [norole,    does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    asked:            [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    askedNext:        [does,      unasked,   does,      ended,     ended,     ended,     ended,     state,     state,     ended],
    notAsked:         [does,      unasked,   unasked,   state,     state,     state,     state,     state,     state,     state],
    answered:         [does,      answered,  answered,  ended,     ended,     ended,     ended,     ended,     ended,     ended],
    delegate:         [does,      does,      does,      state,     state,     state,     state,     state,     state,     state],
    handedOver:       [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    forThemself:      [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    getsIt:           [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    twin:             [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    unlinked:         [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
    demoted:          [norole,    norole,    norole,    ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminAsked:       [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    admin:            [does,      unasked,   unasked,   ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminForThemself: [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    adminUnlinked:    [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
  },
  // biome-ignore format: a table is read in columns
  'remark-form': {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    requester:        [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    assignee:         [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    manager:          [norole,    form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    asked:            [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    askedNext:        [form,      unasked,   form,      ended,     ended,     ended,     ended,     state,     state,     ended],
    notAsked:         [form,      unasked,   unasked,   state,     state,     state,     state,     state,     state,     state],
    answered:         [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    delegate:         [form,      form,      form,      state,     state,     state,     state,     state,     state,     state],
    handedOver:       [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    forThemself:      [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    getsIt:           [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    twin:             [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    unlinked:         [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
    demoted:          [norole,    norole,    norole,    ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminAsked:       [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    admin:            [form,      unasked,   unasked,   ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminForThemself: [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminUnlinked:    [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
  },
  // biome-ignore format: a table is read in columns
  remark: {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    requester:        [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    assignee:         [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    manager:          [norole,    does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    asked:            [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    askedNext:        [does,      unasked,   does,      ended,     ended,     ended,     ended,     state,     state,     ended],
    notAsked:         [does,      unasked,   unasked,   state,     state,     state,     state,     state,     state,     state],
    answered:         [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    delegate:         [does,      does,      does,      state,     state,     state,     state,     state,     state,     state],
    handedOver:       [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    forThemself:      [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    getsIt:           [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    twin:             [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    unlinked:         [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
    demoted:          [norole,    norole,    norole,    ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminAsked:       [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    admin:            [does,      unasked,   unasked,   ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminForThemself: [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminUnlinked:    [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
  },
  // biome-ignore format: a table is read in columns
  reply: {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole,    norole],
    requester:        [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    assignee:         [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    manager:          [norole,    does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    asked:            [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    askedNext:        [does,      unasked,   does,      ended,     ended,     ended,     ended,     state,     state,     ended],
    notAsked:         [does,      unasked,   unasked,   state,     state,     state,     state,     state,     state,     state],
    answered:         [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    delegate:         [does,      does,      does,      state,     state,     state,     state,     state,     state,     state],
    handedOver:       [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    forThemself:      [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    getsIt:           [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    twin:             [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    unlinked:         [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
    demoted:          [norole,    norole,    norole,    ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminAsked:       [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    admin:            [does,      unasked,   unasked,   ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminForThemself: [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminUnlinked:    [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
  },
  // biome-ignore format: a table is read in columns
  'override-form': {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    requester:        [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    assignee:         [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    manager:          [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    asked:            [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    askedNext:        [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    notAsked:         [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    answered:         [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    delegate:         [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    handedOver:       [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    forThemself:      [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    getsIt:           [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    twin:             [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    unlinked:         [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    demoted:          [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    adminAsked:       [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    admin:            [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminForThemself: [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    adminUnlinked:    [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
  },
  // biome-ignore format: a table is read in columns
  override: {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    requester:        [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    assignee:         [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    manager:          [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    asked:            [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    askedNext:        [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    notAsked:         [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    answered:         [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    delegate:         [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    handedOver:       [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    forThemself:      [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    getsIt:           [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    twin:             [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    unlinked:         [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    demoted:          [noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin,   noadmin],
    adminAsked:       [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    admin:            [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminForThemself: [own,       own,       own,       own,       own,       own,       own,       own,       own,       own],
    adminUnlinked:    [unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked,  unlinked],
  },
  // biome-ignore format: a table is read in columns
  cancel: {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    requester:        [does,      does,      does,      does,      does,      ended,     ended,     ended,     ended,     ended],
    assignee:         [does,      does,      does,      does,      does,      ended,     ended,     ended,     ended,     ended],
    manager:          [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    asked:            [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    askedNext:        [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    notAsked:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    answered:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    delegate:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    handedOver:       [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    forThemself:      [does,      does,      does,      does,      does,      ended,     ended,     ended,     ended,     ended],
    getsIt:           [does,      does,      does,      does,      does,      ended,     ended,     ended,     ended,     ended],
    twin:             [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    unlinked:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    demoted:          [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    adminAsked:       [notmine,   notmine,   notmine,   notmine,   notmine,   notmine,   notmine,   notmine,   notmine,   notmine],
    admin:            [notmine,   notmine,   notmine,   notmine,   notmine,   notmine,   notmine,   notmine,   notmine,   notmine],
    adminForThemself: [does,      does,      does,      does,      does,      ended,     ended,     ended,     ended,     ended],
    adminUnlinked:    [notmine,   notmine,   notmine,   notmine,   notmine,   notmine,   notmine,   notmine,   notmine,   notmine],
  },
  // biome-ignore format: a table is read in columns
  accept: {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    requester:        [ended,     ended,     ended,     ended,     does,      ended,     ended,     ended,     ended,     ended],
    assignee:         [ended,     ended,     ended,     ended,     does,      ended,     ended,     ended,     ended,     ended],
    manager:          [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    asked:            [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    askedNext:        [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    notAsked:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    answered:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    delegate:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    handedOver:       [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    forThemself:      [ended,     ended,     ended,     ended,     does,      ended,     ended,     ended,     ended,     ended],
    getsIt:           [ended,     ended,     ended,     ended,     does,      ended,     ended,     ended,     ended,     ended],
    twin:             [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    unlinked:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    demoted:          [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    adminAsked:       [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    admin:            [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    adminForThemself: [ended,     ended,     ended,     ended,     does,      ended,     ended,     ended,     ended,     ended],
    adminUnlinked:    [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
  },
  // biome-ignore format: a table is read in columns
  decline: {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    requester:        [ended,     ended,     ended,     ended,     does,      ended,     ended,     ended,     ended,     ended],
    assignee:         [ended,     ended,     ended,     ended,     does,      ended,     ended,     ended,     ended,     ended],
    manager:          [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    asked:            [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    askedNext:        [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    notAsked:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    answered:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    delegate:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    handedOver:       [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    forThemself:      [ended,     ended,     ended,     ended,     does,      ended,     ended,     ended,     ended,     ended],
    getsIt:           [ended,     ended,     ended,     ended,     does,      ended,     ended,     ended,     ended,     ended],
    twin:             [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    unlinked:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    demoted:          [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    adminAsked:       [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    admin:            [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    adminForThemself: [ended,     ended,     ended,     ended,     does,      ended,     ended,     ended,     ended,     ended],
    adminUnlinked:    [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
  },
  // biome-ignore format: a table is read in columns
  'change-form': {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    requester:        [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    assignee:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    manager:          [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    asked:            [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    askedNext:        [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    notAsked:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    answered:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    delegate:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    handedOver:       [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    forThemself:      [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    getsIt:           [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    twin:             [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    unlinked:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    demoted:          [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    adminAsked:       [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    admin:            [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    adminForThemself: [form,      form,      form,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminUnlinked:    [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
  },
  // biome-ignore format: a table is read in columns
  change: {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    requester:        [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    assignee:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    manager:          [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    asked:            [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    askedNext:        [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    notAsked:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    answered:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    delegate:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    handedOver:       [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    forThemself:      [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    getsIt:           [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    twin:             [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    unlinked:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    demoted:          [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    adminAsked:       [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    admin:            [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    adminForThemself: [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminUnlinked:    [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
  },
  // biome-ignore format: a table is read in columns
  nudge: {
    //                 any one    stage 1    stage 2    waiting    offered    approved   fulfilled  denied     cancelled  failed
    guest:            [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    silent:           [silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent,    silent],
    left:             [stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger,  stranger],
    employee:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    requester:        [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    assignee:         [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    manager:          [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    asked:            [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    askedNext:        [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    notAsked:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    answered:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    delegate:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    handedOver:       [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    forThemself:      [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    getsIt:           [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    twin:             [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    unlinked:         [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    demoted:          [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    adminAsked:       [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    admin:            [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
    adminForThemself: [does,      does,      does,      ended,     ended,     ended,     ended,     ended,     ended,     ended],
    adminUnlinked:    [gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone,      gone],
  },
} as const satisfies Cells<RequestCommand, RequestRow>;

/** What is about a holding: of somebody who has it, and of the same when it has ended. */
export const holdings = {
  // biome-ignore format: a table is read in columns
  holding: {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [notheld, notheld], requester: [notheld, notheld], assignee: [sees, ended], manager: [notheld, notheld],
    asked: [notheld, notheld], askedNext: [notheld, notheld], notAsked: [notheld, notheld], answered: [notheld, notheld], delegate: [notheld, notheld], handedOver: [notheld, notheld],
    forThemself: [notheld, notheld], getsIt: [sees, ended], twin: [notheld, notheld], unlinked: [notheld, notheld], demoted: [notheld, notheld],
    adminAsked: [sees, ended], admin: [sees, ended], adminForThemself: [sees, ended], adminUnlinked: [unlinked, unlinked],
  },
  // biome-ignore format: a table is read in columns
  'show-key': {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [notkey, notkey], requester: [notkey, notkey], assignee: [key, nolonger], manager: [notkey, notkey],
    asked: [notkey, notkey], askedNext: [notkey, notkey], notAsked: [notkey, notkey], answered: [notkey, notkey], delegate: [notkey, notkey], handedOver: [notkey, notkey],
    forThemself: [notkey, notkey], getsIt: [key, nolonger], twin: [notkey, notkey], unlinked: [notkey, notkey], demoted: [notkey, notkey],
    adminAsked: [notkey, notkey], admin: [notkey, notkey], adminForThemself: [notkey, notkey], adminUnlinked: [notkey, notkey],
  },
  // biome-ignore format: a table is read in columns
  'report-form': {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [notkey, notkey], requester: [notkey, notkey], assignee: [form, nolonger], manager: [notkey, notkey],
    asked: [notkey, notkey], askedNext: [notkey, notkey], notAsked: [notkey, notkey], answered: [notkey, notkey], delegate: [notkey, notkey], handedOver: [notkey, notkey],
    forThemself: [notkey, notkey], getsIt: [form, nolonger], twin: [notkey, notkey], unlinked: [notkey, notkey], demoted: [notkey, notkey],
    adminAsked: [notkey, notkey], admin: [notkey, notkey], adminForThemself: [notkey, notkey], adminUnlinked: [notkey, notkey],
  },
  // biome-ignore format: a table is read in columns
  'report-key': {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [notkey, notkey], requester: [notkey, notkey], assignee: [does, nolonger], manager: [notkey, notkey],
    asked: [notkey, notkey], askedNext: [notkey, notkey], notAsked: [notkey, notkey], answered: [notkey, notkey], delegate: [notkey, notkey], handedOver: [notkey, notkey],
    forThemself: [notkey, notkey], getsIt: [does, nolonger], twin: [notkey, notkey], unlinked: [notkey, notkey], demoted: [notkey, notkey],
    adminAsked: [notkey, notkey], admin: [notkey, notkey], adminForThemself: [notkey, notkey], adminUnlinked: [notkey, notkey],
  },
  // biome-ignore format: a table is read in columns
  'plan-form': {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [notkey, notkey], requester: [notkey, notkey], assignee: [form, nolonger], manager: [notkey, notkey],
    asked: [notkey, notkey], askedNext: [notkey, notkey], notAsked: [notkey, notkey], answered: [notkey, notkey], delegate: [notkey, notkey], handedOver: [notkey, notkey],
    forThemself: [notkey, notkey], getsIt: [form, nolonger], twin: [notkey, notkey], unlinked: [notkey, notkey], demoted: [notkey, notkey],
    adminAsked: [notkey, notkey], admin: [notkey, notkey], adminForThemself: [notkey, notkey], adminUnlinked: [notkey, notkey],
  },
  // biome-ignore format: a table is read in columns
  'plan-token': {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [notkey, notkey], requester: [notkey, notkey], assignee: [sees, nolonger], manager: [notkey, notkey],
    asked: [notkey, notkey], askedNext: [notkey, notkey], notAsked: [notkey, notkey], answered: [notkey, notkey], delegate: [notkey, notkey], handedOver: [notkey, notkey],
    forThemself: [notkey, notkey], getsIt: [sees, nolonger], twin: [notkey, notkey], unlinked: [notkey, notkey], demoted: [notkey, notkey],
    adminAsked: [notkey, notkey], admin: [notkey, notkey], adminForThemself: [notkey, notkey], adminUnlinked: [notkey, notkey],
  },
  // biome-ignore format: a table is read in columns
  'use-form': {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [notheld, notheld], requester: [notheld, notheld], assignee: [form, gone], manager: [notheld, notheld],
    asked: [notheld, notheld], askedNext: [notheld, notheld], notAsked: [notheld, notheld], answered: [notheld, notheld], delegate: [notheld, notheld], handedOver: [notheld, notheld],
    forThemself: [notheld, notheld], getsIt: [form, gone], twin: [notheld, notheld], unlinked: [notheld, notheld], demoted: [notheld, notheld],
    adminAsked: [notheld, notheld], admin: [notheld, notheld], adminForThemself: [notheld, notheld], adminUnlinked: [notheld, notheld],
  },
  // biome-ignore format: a table is read in columns
  use: {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [notheld, notheld], requester: [notheld, notheld], assignee: [does, gone], manager: [notheld, notheld],
    asked: [notheld, notheld], askedNext: [notheld, notheld], notAsked: [notheld, notheld], answered: [notheld, notheld], delegate: [notheld, notheld], handedOver: [notheld, notheld],
    forThemself: [notheld, notheld], getsIt: [does, gone], twin: [notheld, notheld], unlinked: [notheld, notheld], demoted: [notheld, notheld],
    adminAsked: [notheld, notheld], admin: [notheld, notheld], adminForThemself: [notheld, notheld], adminUnlinked: [notheld, notheld],
  },
  // biome-ignore format: a table is read in columns
  'return-form': {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [notheld, notheld], requester: [notheld, notheld], assignee: [form, ended], manager: [notheld, notheld],
    asked: [notheld, notheld], askedNext: [notheld, notheld], notAsked: [notheld, notheld], answered: [notheld, notheld], delegate: [notheld, notheld], handedOver: [notheld, notheld],
    forThemself: [notheld, notheld], getsIt: [form, ended], twin: [notheld, notheld], unlinked: [notheld, notheld], demoted: [notheld, notheld],
    adminAsked: [notheld, notheld], admin: [notheld, notheld], adminForThemself: [notheld, notheld], adminUnlinked: [notheld, notheld],
  },
  // biome-ignore format: a table is read in columns
  return: {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [notheld, notheld], requester: [notheld, notheld], assignee: [does, ended], manager: [notheld, notheld],
    asked: [notheld, notheld], askedNext: [notheld, notheld], notAsked: [notheld, notheld], answered: [notheld, notheld], delegate: [notheld, notheld], handedOver: [notheld, notheld],
    forThemself: [notheld, notheld], getsIt: [does, ended], twin: [notheld, notheld], unlinked: [notheld, notheld], demoted: [notheld, notheld],
    adminAsked: [notheld, notheld], admin: [notheld, notheld], adminForThemself: [notheld, notheld], adminUnlinked: [notheld, notheld],
  },
  // biome-ignore format: a table is read in columns
  keep: {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [notheld, notheld], requester: [notheld, notheld], assignee: [does, ended], manager: [notheld, notheld],
    asked: [notheld, notheld], askedNext: [notheld, notheld], notAsked: [notheld, notheld], answered: [notheld, notheld], delegate: [notheld, notheld], handedOver: [notheld, notheld],
    forThemself: [notheld, notheld], getsIt: [does, ended], twin: [notheld, notheld], unlinked: [notheld, notheld], demoted: [notheld, notheld],
    adminAsked: [notheld, notheld], admin: [notheld, notheld], adminForThemself: [notheld, notheld], adminUnlinked: [notheld, notheld],
  },
  // biome-ignore format: a table is read in columns
  'remove-form': {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [noadmin, noadmin], requester: [noadmin, noadmin], assignee: [noadmin, noadmin], manager: [noadmin, noadmin],
    asked: [noadmin, noadmin], askedNext: [noadmin, noadmin], notAsked: [noadmin, noadmin], answered: [noadmin, noadmin], delegate: [noadmin, noadmin], handedOver: [noadmin, noadmin],
    forThemself: [noadmin, noadmin], getsIt: [noadmin, noadmin], twin: [noadmin, noadmin], unlinked: [noadmin, noadmin], demoted: [noadmin, noadmin],
    adminAsked: [form, ended], admin: [form, ended], adminForThemself: [form, ended], adminUnlinked: [unlinked, unlinked],
  },
  // biome-ignore format: a table is read in columns
  remove: {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [noadmin, noadmin], requester: [noadmin, noadmin], assignee: [noadmin, noadmin], manager: [noadmin, noadmin],
    asked: [noadmin, noadmin], askedNext: [noadmin, noadmin], notAsked: [noadmin, noadmin], answered: [noadmin, noadmin], delegate: [noadmin, noadmin], handedOver: [noadmin, noadmin],
    forThemself: [noadmin, noadmin], getsIt: [noadmin, noadmin], twin: [noadmin, noadmin], unlinked: [noadmin, noadmin], demoted: [noadmin, noadmin],
    adminAsked: [does, ended], admin: [does, ended], adminForThemself: [does, ended], adminUnlinked: [unlinked, unlinked],
  },
  // biome-ignore format: a table is read in columns
  'reassign-form': {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [noadmin, noadmin], requester: [noadmin, noadmin], assignee: [noadmin, noadmin], manager: [noadmin, noadmin],
    asked: [noadmin, noadmin], askedNext: [noadmin, noadmin], notAsked: [noadmin, noadmin], answered: [noadmin, noadmin], delegate: [noadmin, noadmin], handedOver: [noadmin, noadmin],
    forThemself: [noadmin, noadmin], getsIt: [noadmin, noadmin], twin: [noadmin, noadmin], unlinked: [noadmin, noadmin], demoted: [noadmin, noadmin],
    adminAsked: [form, gone], admin: [form, gone], adminForThemself: [form, gone], adminUnlinked: [unlinked, unlinked],
  },
  // biome-ignore format: a table is read in columns
  reassign: {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [noadmin, noadmin], requester: [noadmin, noadmin], assignee: [noadmin, noadmin], manager: [noadmin, noadmin],
    asked: [noadmin, noadmin], askedNext: [noadmin, noadmin], notAsked: [noadmin, noadmin], answered: [noadmin, noadmin], delegate: [noadmin, noadmin], handedOver: [noadmin, noadmin],
    forThemself: [noadmin, noadmin], getsIt: [noadmin, noadmin], twin: [noadmin, noadmin], unlinked: [noadmin, noadmin], demoted: [noadmin, noadmin],
    adminAsked: [does, gone], admin: [does, gone], adminForThemself: [does, gone], adminUnlinked: [unlinked, unlinked],
  },
} as const satisfies Cells<HoldingCommand, HoldingRow>;

/** What is about a task of the admins: open, and done. */
export const tasks = {
  // biome-ignore format: a table is read in columns
  task: {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [noadmin, noadmin], requester: [noadmin, noadmin], assignee: [noadmin, noadmin], manager: [noadmin, noadmin],
    asked: [noadmin, noadmin], askedNext: [noadmin, noadmin], notAsked: [noadmin, noadmin], answered: [noadmin, noadmin], delegate: [noadmin, noadmin], handedOver: [noadmin, noadmin],
    forThemself: [noadmin, noadmin], getsIt: [noadmin, noadmin], twin: [noadmin, noadmin], unlinked: [noadmin, noadmin], demoted: [noadmin, noadmin],
    adminAsked: [sees, ended], admin: [sees, ended], adminForThemself: [sees, ended], adminUnlinked: [unlinked, unlinked],
  },
  // biome-ignore format: a table is read in columns
  'claim-task': {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [noadmin, noadmin], requester: [noadmin, noadmin], assignee: [noadmin, noadmin], manager: [noadmin, noadmin],
    asked: [noadmin, noadmin], askedNext: [noadmin, noadmin], notAsked: [noadmin, noadmin], answered: [noadmin, noadmin], delegate: [noadmin, noadmin], handedOver: [noadmin, noadmin],
    forThemself: [noadmin, noadmin], getsIt: [noadmin, noadmin], twin: [noadmin, noadmin], unlinked: [noadmin, noadmin], demoted: [noadmin, noadmin],
    adminAsked: [does, ended], admin: [does, ended], adminForThemself: [does, ended], adminUnlinked: [unlinked, unlinked],
  },
  // biome-ignore format: a table is read in columns
  finish: {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [noadmin, noadmin], requester: [noadmin, noadmin], assignee: [noadmin, noadmin], manager: [noadmin, noadmin],
    asked: [noadmin, noadmin], askedNext: [noadmin, noadmin], notAsked: [noadmin, noadmin], answered: [noadmin, noadmin], delegate: [noadmin, noadmin], handedOver: [noadmin, noadmin],
    forThemself: [noadmin, noadmin], getsIt: [noadmin, noadmin], twin: [noadmin, noadmin], unlinked: [noadmin, noadmin], demoted: [noadmin, noadmin],
    adminAsked: [form, ended], admin: [form, ended], adminForThemself: [form, ended], adminUnlinked: [unlinked, unlinked],
  },
  // biome-ignore format: a table is read in columns
  done: {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [noadmin, noadmin], requester: [noadmin, noadmin], assignee: [noadmin, noadmin], manager: [noadmin, noadmin],
    asked: [noadmin, noadmin], askedNext: [noadmin, noadmin], notAsked: [noadmin, noadmin], answered: [noadmin, noadmin], delegate: [noadmin, noadmin], handedOver: [noadmin, noadmin],
    forThemself: [noadmin, noadmin], getsIt: [noadmin, noadmin], twin: [noadmin, noadmin], unlinked: [noadmin, noadmin], demoted: [noadmin, noadmin],
    adminAsked: [does, ended], admin: [does, ended], adminForThemself: [does, ended], adminUnlinked: [unlinked, unlinked],
  },
  // biome-ignore format: a table is read in columns
  'give-up': {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [noadmin, noadmin], requester: [noadmin, noadmin], assignee: [noadmin, noadmin], manager: [noadmin, noadmin],
    asked: [noadmin, noadmin], askedNext: [noadmin, noadmin], notAsked: [noadmin, noadmin], answered: [noadmin, noadmin], delegate: [noadmin, noadmin], handedOver: [noadmin, noadmin],
    forThemself: [noadmin, noadmin], getsIt: [noadmin, noadmin], twin: [noadmin, noadmin], unlinked: [noadmin, noadmin], demoted: [noadmin, noadmin],
    adminAsked: [form, ended], admin: [form, ended], adminForThemself: [form, ended], adminUnlinked: [unlinked, unlinked],
  },
  // biome-ignore format: a table is read in columns
  'could-not': {
    guest: [stranger, stranger], silent: [silent, silent], left: [stranger, stranger],
    employee: [noadmin, noadmin], requester: [noadmin, noadmin], assignee: [noadmin, noadmin], manager: [noadmin, noadmin],
    asked: [noadmin, noadmin], askedNext: [noadmin, noadmin], notAsked: [noadmin, noadmin], answered: [noadmin, noadmin], delegate: [noadmin, noadmin], handedOver: [noadmin, noadmin],
    forThemself: [noadmin, noadmin], getsIt: [noadmin, noadmin], twin: [noadmin, noadmin], unlinked: [noadmin, noadmin], demoted: [noadmin, noadmin],
    adminAsked: [does, ended], admin: [does, ended], adminForThemself: [does, ended], adminUnlinked: [unlinked, unlinked],
  },
} as const satisfies Cells<TaskCommand, TaskRow>;

/** What is about nothing that has a state. */
export const others = {
  // biome-ignore format: a table is read in columns
  say: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [sees], requester: [sees], assignee: [sees], manager: [sees],
    asked: [sees], askedNext: [sees], notAsked: [sees], answered: [sees], delegate: [sees], handedOver: [sees],
    forThemself: [sees], getsIt: [sees], twin: [sees], unlinked: [sees], demoted: [sees],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [sees],
  },
  // biome-ignore format: a table is read in columns
  help: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [sees], requester: [sees], assignee: [sees], manager: [sees],
    asked: [sees], askedNext: [sees], notAsked: [sees], answered: [sees], delegate: [sees], handedOver: [sees],
    forThemself: [sees], getsIt: [sees], twin: [sees], unlinked: [sees], demoted: [sees],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [sees],
  },
  // biome-ignore format: a table is read in columns
  menu: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [sees], requester: [sees], assignee: [sees], manager: [sees],
    asked: [sees], askedNext: [sees], notAsked: [sees], answered: [sees], delegate: [sees], handedOver: [sees],
    forThemself: [sees], getsIt: [sees], twin: [sees], unlinked: [sees], demoted: [sees],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [sees],
  },
  // biome-ignore format: a table is read in columns
  home: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [sees], requester: [sees], assignee: [sees], manager: [sees],
    asked: [sees], askedNext: [sees], notAsked: [sees], answered: [sees], delegate: [sees], handedOver: [sees],
    forThemself: [sees], getsIt: [sees], twin: [sees], unlinked: [sees], demoted: [sees],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [sees],
  },
  // biome-ignore format: a table is read in columns
  pick: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [form], requester: [form], assignee: [form], manager: [form],
    asked: [form], askedNext: [form], notAsked: [form], answered: [form], delegate: [form], handedOver: [form],
    forThemself: [form], getsIt: [form], twin: [form], unlinked: [form], demoted: [form],
    adminAsked: [form], admin: [form], adminForThemself: [form], adminUnlinked: [form],
  },
  // biome-ignore format: a table is read in columns
  'pick-person': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [form], admin: [form], adminForThemself: [form], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  suggest: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [form], requester: [form], assignee: [form], manager: [form],
    asked: [form], askedNext: [form], notAsked: [form], answered: [form], delegate: [form], handedOver: [form],
    forThemself: [form], getsIt: [form], twin: [form], unlinked: [form], demoted: [form],
    adminAsked: [form], admin: [form], adminForThemself: [form], adminUnlinked: [form],
  },
  // biome-ignore format: a table is read in columns
  list: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [sees], requester: [sees], assignee: [sees], manager: [sees],
    asked: [sees], askedNext: [sees], notAsked: [sees], answered: [sees], delegate: [sees], handedOver: [sees],
    forThemself: [sees], getsIt: [sees], twin: [sees], unlinked: [sees], demoted: [sees],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [sees],
  },
  // biome-ignore format: a table is read in columns
  show: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [sees], requester: [sees], assignee: [sees], manager: [sees],
    asked: [sees], askedNext: [sees], notAsked: [sees], answered: [sees], delegate: [sees], handedOver: [sees],
    forThemself: [sees], getsIt: [sees], twin: [sees], unlinked: [sees], demoted: [sees],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [sees],
  },
  // biome-ignore format: a table is read in columns
  share: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [sees], requester: [sees], assignee: [sees], manager: [sees],
    asked: [sees], askedNext: [sees], notAsked: [sees], answered: [sees], delegate: [sees], handedOver: [sees],
    forThemself: [sees], getsIt: [sees], twin: [sees], unlinked: [sees], demoted: [sees],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [sees],
  },
  // biome-ignore format: a table is read in columns
  ask: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [form], requester: [form], assignee: [form], manager: [form],
    asked: [form], askedNext: [form], notAsked: [form], answered: [form], delegate: [form], handedOver: [form],
    forThemself: [form], getsIt: [form], twin: [form], unlinked: [form], demoted: [form],
    adminAsked: [form], admin: [form], adminForThemself: [form], adminUnlinked: [form],
  },
  // biome-ignore format: a table is read in columns
  request: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [does], requester: [does], assignee: [does], manager: [does],
    asked: [does], askedNext: [does], notAsked: [does], answered: [does], delegate: [does], handedOver: [does],
    forThemself: [does], getsIt: [does], twin: [does], unlinked: [does], demoted: [does],
    adminAsked: [does], admin: [does], adminForThemself: [does], adminUnlinked: [does],
  },
  // biome-ignore format: a table is read in columns
  requests: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [sees], requester: [sees], assignee: [sees], manager: [sees],
    asked: [sees], askedNext: [sees], notAsked: [sees], answered: [sees], delegate: [sees], handedOver: [sees],
    forThemself: [sees], getsIt: [sees], twin: [sees], unlinked: [sees], demoted: [sees],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [sees],
  },
  // biome-ignore format: a table is read in columns
  mine: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [sees], requester: [sees], assignee: [sees], manager: [sees],
    asked: [sees], askedNext: [sees], notAsked: [sees], answered: [sees], delegate: [sees], handedOver: [sees],
    forThemself: [sees], getsIt: [sees], twin: [sees], unlinked: [sees], demoted: [sees],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [sees],
  },
  // biome-ignore format: a table is read in columns
  policy: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [sees], requester: [sees], assignee: [sees], manager: [sees],
    asked: [sees], askedNext: [sees], notAsked: [sees], answered: [sees], delegate: [sees], handedOver: [sees],
    forThemself: [sees], getsIt: [sees], twin: [sees], unlinked: [sees], demoted: [sees],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [sees],
  },
  // biome-ignore format: a table is read in columns
  queue: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [sees], requester: [sees], assignee: [sees], manager: [sees],
    asked: [sees], askedNext: [sees], notAsked: [sees], answered: [sees], delegate: [sees], handedOver: [sees],
    forThemself: [sees], getsIt: [sees], twin: [sees], unlinked: [unlinked], demoted: [sees],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'away-form': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [form], requester: [form], assignee: [form], manager: [form],
    asked: [form], askedNext: [form], notAsked: [form], answered: [form], delegate: [form], handedOver: [form],
    forThemself: [form], getsIt: [form], twin: [form], unlinked: [unlinked], demoted: [form],
    adminAsked: [form], admin: [form], adminForThemself: [form], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  away: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [does], requester: [does], assignee: [does], manager: [does],
    asked: [does], askedNext: [does], notAsked: [does], answered: [does], delegate: [does], handedOver: [does],
    forThemself: [does], getsIt: [does], twin: [does], unlinked: [unlinked], demoted: [does],
    adminAsked: [does], admin: [does], adminForThemself: [does], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  back: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [does], requester: [does], assignee: [does], manager: [does],
    asked: [does], askedNext: [does], notAsked: [does], answered: [does], delegate: [does], handedOver: [does],
    forThemself: [does], getsIt: [does], twin: [does], unlinked: [unlinked], demoted: [does],
    adminAsked: [does], admin: [does], adminForThemself: [does], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  link: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [code], requester: [code], assignee: [code], manager: [code],
    asked: [code], askedNext: [code], notAsked: [code], answered: [code], delegate: [code], handedOver: [code],
    forThemself: [code], getsIt: [code], twin: [code], unlinked: [unlinked], demoted: [code],
    adminAsked: [code], admin: [code], adminForThemself: [code], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'link-code': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [notlinked], requester: [notlinked], assignee: [notlinked], manager: [notlinked],
    asked: [does], askedNext: [notlinked], notAsked: [notlinked], answered: [notlinked], delegate: [notlinked], handedOver: [notlinked],
    forThemself: [notlinked], getsIt: [notlinked], twin: [does], unlinked: [does], demoted: [does],
    adminAsked: [notlinked], admin: [notlinked], adminForThemself: [notlinked], adminUnlinked: [notlinked],
  },
  // biome-ignore format: a table is read in columns
  tasks: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  stock: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  holders: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  calendar: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  report: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  ledger: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'accept-ledger-form': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [form], admin: [form], adminForThemself: [form], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'accept-ledger': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [does], admin: [does], adminForThemself: [does], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  differences: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  difference: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'settle-difference': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [does], admin: [does], adminForThemself: [does], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'leave-difference-form': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [form], admin: [form], adminForThemself: [form], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'leave-difference': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [does], admin: [does], adminForThemself: [does], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'offer-file': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'read-file': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [does], admin: [does], adminForThemself: [does], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'file-kind': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [nofile], admin: [does], adminForThemself: [nofile], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'name-form': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [nofile], admin: [form], adminForThemself: [nofile], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'name-means': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [nofile], admin: [does], adminForThemself: [nofile], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'make-benefits': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [nofile], admin: [does], adminForThemself: [nofile], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'import-file': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [nofile], admin: [does], adminForThemself: [nofile], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  people: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  person: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [sees], admin: [sees], adminForThemself: [sees], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'assign-form': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [form], admin: [form], adminForThemself: [form], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  assign: {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [does], admin: [does], adminForThemself: [does], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'add-person-form': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [form], admin: [form], adminForThemself: [form], adminUnlinked: [unlinked],
  },
  // biome-ignore format: a table is read in columns
  'add-person': {
    guest: [stranger], silent: [silent], left: [stranger],
    employee: [noadmin], requester: [noadmin], assignee: [noadmin], manager: [noadmin],
    asked: [noadmin], askedNext: [noadmin], notAsked: [noadmin], answered: [noadmin], delegate: [noadmin], handedOver: [noadmin],
    forThemself: [noadmin], getsIt: [noadmin], twin: [noadmin], unlinked: [noadmin], demoted: [noadmin],
    adminAsked: [does], admin: [does], adminForThemself: [does], adminUnlinked: [unlinked],
  },
} as const satisfies Cells<OtherCommand, OtherRow>;
