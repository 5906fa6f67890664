/** What a table may hold of a person. Every column that could is named: a test compares this with the schema. */
export interface Holds {
  /** Ids of people. */
  people?: readonly string[];
  /** Texts in which somebody may be named, or that are of them: words, addresses, ids of chats. */
  texts?: readonly string[];
  /** Rows that are about what belongs to a person, as a condition with `?` for their id. */
  about?: string;
  /** Texts of a row that stay as they are under a condition with `?` for the id of whoever is forgotten: what somebody else still needs. */
  kept?: Readonly<Record<string, string>>;
  /** What never leaves the database, not even to the person. */
  hidden?: readonly string[];
  /** `goes`: rows of a forgotten person are removed, by their `person_id`. Elsewhere they stay, about a pseudonym. */
  goes?: true;
  /** Texts and ids that are never a person's: states, kinds, names of benefits, ids of things. */
  others?: readonly string[];
}

const theirRequests = 'request_id in (select id from requests where ? in (assignee_id, requester_id))';
const theirHoldings = 'holding_id in (select id from holdings where person_id = ?)';

/** All tables of the schema. Keys are in none of what is named here as a person's. */
export const personal: Readonly<Record<string, Holds>> = {
  absences: { people: ['person_id', 'delegate_id'], goes: true },
  accounts: {
    people: ['person_id'],
    texts: ['user_id', 'address'],
    goes: true,
    others: ['platform', 'home', 'locale', 'time_zone'],
  },
  audit: {
    people: ['by_person', 'person_id'],
    texts: ['why'],
    others: ['action', 'subject', 'benefit_id', 'details'],
  },
  benefits: {
    texts: ['instructions', 'instructions_zh'],
    others: [
      'id',
      'package_id',
      'category',
      'name',
      'name_key',
      'unit',
      'delivery',
      'languages',
      'systems',
      'download_url',
      'price',
    ],
  },
  differences: {
    people: ['person_id', 'settled_by'],
    texts: ['subscriber_name', 'subscriber_email', 'print', 'why'],
    others: ['id', 'kind', 'benefit_id', 'holding_id', 'state'],
  },
  digests: { people: ['person_id'], goes: true, others: ['requests'] },
  holdings: {
    people: ['person_id', 'ended_by'],
    texts: ['ended_why', 'evidence'],
    others: ['id', 'request_id', 'benefit_id', 'key_id', 'ended_how', 'access_id', 'contract_id'],
  },
  event_deliveries: { others: ['state', 'lease', 'last_failure'] },
  // What an admin gave, sealed, for a quarter of an hour.
  held_files: {
    people: ['person_id'],
    texts: ['name'],
    hidden: ['sealed'],
    goes: true,
    others: ['id', 'kind', 'meanings'],
  },
  // Which page somebody has open in a chat.
  homes: {
    people: ['person_id'],
    texts: ['user_id', 'command'],
    goes: true,
    others: ['platform', 'home', 'drawn', 'hash'],
  },
  inbound: { texts: ['identity', 'answer'] },
  // The app's own account in a workspace, and its tokens.
  installations: { others: ['team', 'bot_user'] },
  key_views: { people: ['person_id'], others: ['id', 'holding_id', 'outcome', 'key_id'] },
  lapse_notices: { others: ['benefit_id'] },
  link_codes: { people: ['person_id'], goes: true, hidden: ['digest'], others: ['platform'] },
  link_tries: { texts: ['user_id'], others: ['platform', 'home'] },
  outbox: {
    people: ['person_id'],
    texts: ['notice', 'last_failure'],
    goes: true,
    others: ['subject', 'way', 'state', 'lease'],
  },
  package_terms: { others: ['package_id'] },
  // The account of the company in Partner Center, whoever signs in with it.
  packages: { others: ['id', 'name', 'partner_id', 'account_email'] },
  people: {
    people: ['id'],
    texts: ['name', 'email', 'manager_email', 'slack_id', 'teams_id'],
    hidden: ['email_key'],
    others: ['email_key', 'role', 'groups', 'left_how'],
  },
  policies: { texts: ['text', 'policy', 'applied_by'] },
  pool_benefits: { others: ['pool_id', 'benefit_id'] },
  pools: { others: ['id'] },
  portal_exports: {},
  posted: { people: ['person_id'], texts: ['ref'], goes: true, others: ['subject', 'platform'] },
  product_keys: { others: ['id', 'pool_id', 'sealed_for', 'product_name', 'type'] },
  remarks: {
    people: ['person_id'],
    texts: ['text'],
    about: theirRequests,
    others: ['id', 'request_id', 'kind'],
  },
  requests: {
    people: ['assignee_id', 'requester_id', 'decided_by', 'cancelled_by', 'failed_by', 'asked'],
    texts: ['reason', 'why', 'email', 'facts'],
    kept: { email: `assignee_id <> ? and state in ('pending', 'waiting', 'offered', 'approved')` },
    others: [
      'id',
      'state',
      'benefit_id',
      'language',
      'system',
      'task_id',
      'holding_id',
      'way',
      'replaces_id',
      'key_id',
      'cancelled_because',
      'rule',
    ],
  },
  reviewers: {
    people: ['person_id', 'for_person'],
    about: theirRequests,
    others: ['request_id', 'because', 'group_name', 'through', 'for_how'],
  },
  reviews: {
    people: ['person_id', 'for_person', 'requester_id', 'assignee_id'],
    texts: ['why'],
    others: ['request_id', 'verdict'],
  },
  sealed_secrets: { others: ['purpose'] },
  seals: {},
  tasks: {
    people: ['done_by', 'claimed_by', 'person_id'],
    texts: ['evidence', 'report', 'why'],
    about: `(${theirRequests} or ${theirHoldings})`,
    others: ['id', 'request_id', 'state', 'kind', 'holding_id'],
  },
  told_heads: {},
  units: { others: ['key_id', 'pool_id', 'state'] },
  unsealed: {},
  uses: {
    people: ['person_id'],
    texts: ['what'],
    about: theirHoldings,
    others: ['id', 'holding_id'],
  },
};

/** Columns with several people's ids in one. */
export const lists: ReadonlySet<string> = new Set(['requests.asked']);
