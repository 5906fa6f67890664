import type { ListedRequest } from '../core/listed';
import type { Columns } from './table';

/** What is told of a request. */
export const requestColumns: Columns<ListedRequest> = {
  request_id: ({ id }) => id,
  state: ({ state }) => state,
  how: ({ way }) => way,
  asked_by: ({ requester }) => requester.name,
  asked_by_email: ({ requester }) => requester.email,
  asked_at: ({ askedAt }) => askedAt,
  person: ({ assignee }) => assignee.name,
  email: ({ assignee }) => assignee.email,
  benefit: ({ benefit }) => benefit.name,
  category: ({ benefit }) => benefit.category,
  package: (request) => request.package,
  quantity: ({ quantity }) => quantity,
  unit: ({ benefit }) => benefit.unit,
  language: ({ language }) => language,
  system: ({ system }) => system,
  alternative_email: ({ email }) => email,
  reason: ({ reason }) => reason,
  stage: ({ stage }) => stage?.at,
  stages: ({ stage }) => stage?.of,
  decided_by: ({ decidedBy }) => decidedBy,
  rule: ({ rule }) => rule,
  rule_version: ({ version }) => version,
  closed_at: ({ closedAt }) => closedAt,
  why: ({ why }) => why,
  with_microsoft_since: ({ withMicrosoftSince }) => withMicrosoftSince,
  fulfilled_at: ({ fulfilledAt }) => fulfilledAt,
  holding_id: ({ holding }) => holding,
};
