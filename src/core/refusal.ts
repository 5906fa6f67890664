import type { Day } from './time';

/** Every way in which we say no, with the facts that its sentence needs. The sentences are in `words`, one per `why`. */
export type Refusal =
  | { why: 'already-asked'; benefit: string }
  | { why: 'already-decided' }
  | { why: 'changed-meanwhile' }
  | { why: 'choose-language'; choices: string[] }
  | { why: 'choose-system'; choices: string[] }
  | { why: 'directory-silent' }
  | { why: 'ended'; benefit: string; on: Day }
  | { why: 'failed'; incident: string }
  | { why: 'form-incomplete' }
  | { why: 'gone' }
  | { why: 'key-sealed'; incident: string }
  | { why: 'no-key-in-stock'; benefit: string }
  | { why: 'nobody-to-ask' }
  | { why: 'none-left'; benefit: string }
  | { why: 'not-an-admin' }
  | { why: 'not-an-approver' }
  | { why: 'not-begun'; benefit: string; from: Day }
  | { why: 'not-understood' }
  | { why: 'not-your-key' }
  | { why: 'not-your-request' }
  | { why: 'own-request' }
  | { why: 'stranger' }
  | { why: 'too-many'; benefit: string; left: number }
  | { why: 'unlinked-account' };
