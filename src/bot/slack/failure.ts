import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import type { Outcome } from '../platform';

type Failure = Exclude<Outcome, { sent: true }>;

/** Slack's own trouble: the same call may work in a moment (docs.slack.dev/reference/methods/chat.postMessage, errors). */
const passing = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'unknown_error',
]);

/**
 * Our own trouble: a token that was revoked or lacks a scope. Somebody will repair it, and what was to be told must not
 * be lost until then.
 */
const ours = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'no_permission',
  'org_login_required',
  'ekm_access_denied',
  'accesslimited',
  'access_denied',
  'team_access_not_granted',
  // Said of a person who is gone, and also of us when the app was removed: until that is known, nothing is given up.
  'account_inactive',
]);

/** The message that was to be changed is not there, or can never be changed (docs.slack.dev/reference/methods/chat.update, errors). */
const gone = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

/** What became of a call that failed, for the courier. The reason is Slack's error word or a code of ours, never a text. */
export function failureOf(error: unknown): Failure {
  const reason = codeOf(error);
  if (error instanceof WebAPIRateLimitedError) {
    return { sent: false, tryAgain: true, after: error.retryAfter * 1000, reason };
  }
  if (error instanceof WebAPIPlatformError) {
    if (ours.has(reason) || passing.has(reason)) return { sent: false, tryAgain: true, reason };
    return { sent: false, tryAgain: false, ...(gone.has(reason) && { gone: true }), reason };
  }
  return { sent: false, tryAgain: true, reason };
}

/** Whether Slack itself says that our token is no good; anything else may pass by itself. */
export const isRejected = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && ours.has(error.data.error);

/** A code for logs and outcomes: Slack's error word, `http_503`, `timeout`, `network`, `ratelimited` or `failed`. */
export function codeOf(error: unknown): string {
  if (error instanceof WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof WebAPIHTTPError) return `http_${error.statusCode}`;
  // What is not JSON comes as the "error word" of a whole page: a word is short and plain or it is none.
  if (error instanceof WebAPIPlatformError) {
    return /^[a-z0-9_]{1,60}$/.test(error.data.error) ? error.data.error : 'unknown_error';
  }
  const cause = error instanceof WebAPIRequestError ? error.original : error;
  if (cause instanceof Error && cause.name === 'TimeoutError') return 'timeout';
  if (error instanceof WebAPIRequestError) return 'network';
  return error instanceof ResponseUrlError ? `http_${error.status}` : 'failed';
}

/** A response URL that did not take what was sent. */
export class ResponseUrlError extends Error {
  constructor(readonly status: number) {
    super(`response URL answered ${status}`);
  }
}
