import { request } from 'node:http';
import { isJson, type Json } from './json';
import { withoutDialogContent } from './ledger';
import { channelClaims, channelKeys, sign } from './tokens';
import type { World } from './world';

/**
 * How long Teams waits for the answer to an activity.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/bot-invoke-activity (2026-09);
 * the bot framework has the same 15 seconds for any message.
 */
export const ANSWER_WITHIN = 15_000;

/** What came back from the bot. */
export type BotAnswer =
  | { came: 'answer'; status: number; text: string; body: unknown }
  | { came: 'late' }
  | { came: 'nothing'; reason: string };

/** The exact bytes of a call, to be sent again as they were. */
export type Sent = { headers: Record<string, string>; body: string };

export type Dispatch = {
  /** Signs the activity as the channel does and posts it once. */
  deliver(activity: Json): Promise<BotAnswer>;
  /** Posts any headers and body: for replays and forgeries. */
  post(sent: Sent): Promise<BotAnswer>;
  /** The bytes of the latest delivery of the activity with this id. */
  sent(activityId: string): Sent | undefined;
};

export function createDispatch(world: World): Dispatch {
  const kept = new Map<string, Sent>();
  const dispatch: Dispatch = {
    async deliver(activity) {
      const claims = channelClaims(world.appId, world.serviceUrl, world.tokenNow());
      const token = sign(claims, channelKeys().teams);
      const sent: Sent = {
        headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
        body: JSON.stringify(activity),
      };
      kept.delete(String(activity.id));
      kept.set(String(activity.id), sent);
      if (kept.size > 500) kept.delete([...kept.keys()][0] ?? '');
      return dispatch.post(sent);
    },
    async post(sent) {
      const body = parsed(sent.body);
      const kind = isJson(body) ? [body.type, body.name].filter(Boolean).join(' ') : '(not JSON)';
      const entry = world.ledger.open({
        direction: 'to bot',
        kind,
        method: 'POST',
        path: new URL(world.botUrl).pathname,
        authorization: sent.headers.authorization ?? '',
        body,
      });
      const answer = await postOnce(world, sent);
      if (answer.came === 'answer') {
        entry.status = answer.status;
        entry.answer = withoutDialogContent(answer.body);
      } else if (answer.came === 'late') {
        entry.warnings.push(`no answer within ${ANSWER_WITHIN / 1000} s`);
      } else {
        entry.warnings.push(`not reached: ${answer.reason}`);
      }
      return answer;
    },
    sent: (activityId) => kept.get(activityId),
  };
  return dispatch;
}

function postOnce(world: World, sent: Sent): Promise<BotAnswer> {
  return new Promise((resolve) => {
    const headers = { ...sent.headers, 'content-length': String(Buffer.byteLength(sent.body)) };
    const call = request(world.botUrl, { method: 'POST', headers, agent: false });
    const settle = (answer: BotAnswer) => {
      cancel();
      resolve(answer);
    };
    const cancel = world.clock.after(ANSWER_WITHIN, () => {
      settle({ came: 'late' });
      call.destroy();
    });
    call.on('error', (problem: NodeJS.ErrnoException) =>
      settle({ came: 'nothing', reason: problem.code ?? problem.message }),
    );
    call.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => settle({ came: 'nothing', reason: 'the answer broke off' }));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        settle({ came: 'answer', status: response.statusCode ?? 0, text, body: parsed(text) });
      });
    });
    call.end(sent.body);
  });
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
