import type { Knex } from 'knex';
import type { Sender } from '../../src/store/store';
import { senderOf } from '../support/door';
import { type Figure, figure } from '../support/people';
import type { Actor } from './actors';

/** Groups that the policy of the table names: one for each stage. */
const [one, two] = ['Stage one', 'Stage two'];

const named = (number: number, name: string, role: Figure['role'], ...groups: string[]): Figure => ({
  ...figure(number, name, role),
  groups,
});

/** Whoever asks and whoever gets it are named by both stages: nothing but that it is their own keeps them from deciding. */
export const rita: Figure = {
  ...named(10, 'Rita Requester', 'employee', one, two),
  manager: 'max@contoso.example',
};
export const alan = named(11, 'Alan Assignee', 'employee', one, two);
const elmo = named(12, 'Elmo Elsewhere', 'employee');
const max = named(13, 'Max Superior', 'employee');
export const asa = named(14, 'Asa Asked', 'approver', one, two);
export const nina = named(15, 'Nina Next', 'approver', two);
const nora = named(16, 'Nora Never', 'approver');
export const ann = named(17, 'Ann Answered', 'approver', one, two);
export const dele = named(18, 'Dele Delegate', 'approver');
export const hanna = named(19, 'Hanna Hander', 'approver', one, two);
export const adam = named(20, 'Adam Asked', 'admin', one, two);
export const bea = named(21, 'Bea Boss', 'admin');
/** Nobody of the table: the second to agree, whom things are handed to, and who has what is scarce. */
export const sam = named(22, 'Sam Second', 'approver', one);
export const tara = named(23, 'Tara Target', 'approver');
export const xena = named(24, 'Xena Extra', 'employee');

/** Everybody of the table's company. */
export const cast = [rita, alan, elmo, max, asa, nina, nora, ann, dele, hanna, adam, bea, sam, tara, xena];

/** What has happened to somebody, as the database is told. */
type Since = (sql: Knex, platform: 'slack' | 'teams') => Promise<unknown>;

/** Who plays a class of people. `standing`: what the directory says of them, where they are no member for it. */
interface Part {
  figure: Figure;
  since?: Since;
  standing?: 'stranger' | 'unknown';
}

const becomes =
  ({ slackId }: Figure, what: object): Since =>
  (sql) =>
    sql('people').where({ slack_id: slackId }).update(what);

/** An account that was only matched by its address, as of a second chat before it is linked. */
const isUnlinked =
  ({ slackId, teamsId }: Figure): Since =>
  (sql, platform) =>
    sql('accounts')
      .where({ platform, user_id: platform === 'slack' ? slackId : teamsId })
      .update({ trusted: false });

const left = { active: false, left_at: new Date(), left_how: 'file' };

/** Each class of people: a person, and what has happened to them since they were asked. */
export const parts: Record<Actor, Part> = {
  guest: { figure: asa, standing: 'stranger' },
  silent: { figure: asa, standing: 'unknown' },
  left: { figure: asa, since: becomes(asa, left) },
  employee: { figure: elmo },
  requester: { figure: rita },
  assignee: { figure: alan },
  manager: { figure: max },
  asked: { figure: asa },
  askedNext: { figure: nina },
  notAsked: { figure: nora },
  answered: { figure: ann },
  delegate: { figure: dele },
  handedOver: { figure: hanna },
  forThemself: { figure: rita, since: becomes(rita, { role: 'approver' }) },
  getsIt: { figure: alan, since: becomes(alan, { role: 'approver' }) },
  twin: {
    figure: { ...asa, email: rita.email },
    // The people file names an address once: the second one comes by a chat.
    since: becomes(asa, { email: rita.email, imported: false }),
  },
  unlinked: { figure: asa, since: isUnlinked(asa) },
  demoted: { figure: asa, since: becomes(asa, { role: 'employee', groups: [] }) },
  adminAsked: { figure: adam },
  admin: { figure: bea },
  adminForThemself: { figure: rita, since: becomes(rita, { role: 'admin' }) },
  adminUnlinked: { figure: bea, since: isUnlinked(bea) },
};

/** The sender as the platform would have verified them. */
export function senderFor(actor: Actor, platform: 'slack' | 'teams'): Sender {
  const { figure: who, standing } = parts[actor];
  const sender = senderOf(who, platform);
  return standing ? { ...sender, profile: { standing, locale: 'en' } } : sender;
}
