import type { Command, CommandType } from '../core/command';
import { isApprover } from '../core/person';
import { help as drawHelp } from '../core/views/said';
import { approve, approveForm } from './approve';
import { ask } from './ask';
import { assign, assignForm } from './assign';
import { away, awayForm, back } from './away';
import { calendar } from './calendar';
import { cancel } from './cancel';
import { deny, refuse } from './deny';
import {
  difference,
  differences,
  leaveDifference,
  leaveDifferenceForm,
  settleDifference,
} from './differences';
import { makeBenefits, nameFormWith, nameMeansWith } from './file-names';
import { fileKind, importFile, offerFile, readFile } from './files';
import { giveBack, remove, removeForm, returnForm } from './give-back';
import { holding } from './holding';
import { homeWith, menu } from './home';
import { keep } from './keep';
import { acceptLedger, acceptLedgerForm, ledger } from './ledger';
import { link, linkCode } from './link';
import { DrawnLists, listWith } from './list';
import { accept, decline } from './offer';
import { override, overrideForm } from './override';
import { mine, requests } from './own';
import { change, changeForm, nudge } from './own-request';
import { addPerson, addPersonForm, people, person } from './people';
import { pickPerson, pickWith, suggestWith } from './pick';
import { planForm, planToken } from './plan-token';
import { policy } from './policy';
import { queueWith } from './queue';
import { reassign, reassignForm } from './reassign';
import { replyWith } from './reply';
import { RecentReport, report } from './report';
import { reportForm, reportKey } from './report-key';
import { request } from './request';
import { handOver, handOverForm, remark, remarkForm, review, takeOn } from './review';
import { sayWith } from './say';
import { share, shared, shareRequest } from './share';
import { show } from './show';
import { showKeyWith } from './show-key';
import { holders, stock } from './stock';
import { claimTask, couldNot, done, finish, giveUp, task, tasks } from './tasks';
import { use, useForm } from './use';
import { type Here, keepsStock, type Shown, type Verb } from './verb';

/** Every command's verb: a command without one does not compile. */
type Table = { [T in CommandType]: Verb<T> };

export interface Verbs {
  /** Carries out one command. */
  carryOut(here: Here, command: Command): Promise<Shown>;
}

const help: Verb<'help'> = async (here) =>
  drawHelp(here.view, { decides: isApprover(here.speaker), admin: keepsStock(here) });

/** @param alarm tells an operator of a key that cannot be opened; returns the number that the person is given. */
export function makeVerbs(alarm: (code: string, holding: string) => string): Verbs {
  const lists = new DrawnLists();
  // The table guarantees that a command meets the verb of its own type.
  const carryOut = (here: Here, command: Command): Promise<Shown> =>
    (table[command.type] as Verb<CommandType>)(here, command);

  const table: Table = {
    say: sayWith(lists, carryOut),
    reply: replyWith(lists, carryOut),
    help,
    menu,
    home: homeWith(lists, new RecentReport()),
    pick: pickWith(lists),
    'pick-person': pickPerson,
    suggest: suggestWith(lists),
    list: listWith(lists),
    show,
    ask,
    request,
    share,
    'share-request': shareRequest,
    shared,
    requests,
    cancel,
    queue: queueWith(lists),
    review,
    approve,
    'approve-form': approveForm,
    refuse,
    deny,
    'remark-form': remarkForm,
    remark,
    'take-on': takeOn,
    'hand-over-form': handOverForm,
    'hand-over': handOver,
    'change-form': changeForm,
    change,
    nudge,
    'override-form': overrideForm,
    override,
    'away-form': awayForm,
    away,
    back,
    link,
    'link-code': linkCode,
    policy,
    mine,
    'show-key': showKeyWith(alarm),
    holding,
    'report-form': reportForm,
    'report-key': reportKey,
    'plan-form': planForm,
    'plan-token': planToken,
    'use-form': useForm,
    use,
    'return-form': returnForm,
    return: giveBack,
    keep,
    accept,
    decline,
    tasks,
    task,
    'claim-task': claimTask,
    finish,
    done,
    'give-up': giveUp,
    'could-not': couldNot,
    'assign-form': assignForm,
    assign,
    'reassign-form': reassignForm,
    reassign,
    'remove-form': removeForm,
    remove,
    people,
    person,
    'add-person-form': addPersonForm,
    'add-person': addPerson,
    differences,
    difference,
    'settle-difference': settleDifference,
    'leave-difference-form': leaveDifferenceForm,
    'leave-difference': leaveDifference,
    'offer-file': offerFile,
    'read-file': readFile,
    'file-kind': fileKind,
    'name-form': nameFormWith(lists),
    'name-means': nameMeansWith(lists),
    'make-benefits': makeBenefits,
    'import-file': importFile,
    stock,
    holders,
    calendar,
    report,
    ledger,
    'accept-ledger-form': acceptLedgerForm,
    'accept-ledger': acceptLedger,
  };
  return { carryOut };
}
