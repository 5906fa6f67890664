import { request } from 'node:http';
import { isJson, type Json } from './json';
import { type Entry, withoutDialogContent } from './ledger';
import { channelClaims, channelKeys, sign } from './tokens';
import type { World } from './world';

/**
 * How long Teams waits for the answer to an activity, in milliseconds.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/bot-invoke-activity (2026-09);
 * https://github.com/MicrosoftDocs/msteams-docs/issues/6084 has the same for messages.
 */
const ANSWER_WITHIN = 15_000;

/** What came back from the bot. */
export type BotAnswer =
  | { came: 'answer'; status: number; text: string; body: unknown }
  | { came: 'late' }
  | { came: 'nothing'; reason: string };

/** The exact bytes of a call, to be sent again as they were. */
export type Sent = { headers: Record<string, string>; body: string };

export type Delivery = { answer: BotAnswer; entry: Entry };

export type Dispatch = {
  /** Signs the activity as the channel does and posts it once. */
  deliver(activity: Json): Promise<Delivery>;
  /** Posts any headers and body: for replays and forgeries. */
  post(sent: Sent): Promise<Delivery>;
  /** The bytes behind an entry of the ledger; undefined for calls of the bot and for those long ago. */
  sent(entry: Entry): Sent | undefined;
};

export function createDispatch(world: World): Dispatch {
  const kept = new Map<number, Sent>();
  const dispatch: Dispatch = {
    deliver(activity) {
      const claims = channelClaims(world.appId, world.serviceUrl, world.tokenNow());
      const authorization = `Bearer ${sign(claims, channelKeys().teams)}`;
      return dispatch.post({
        headers: { 'content-type': 'application/json; charset=utf-8', authorization },
        body: JSON.stringify(activity),
      });
    },
    async post(sent) {
      const body = parsed(sent.body);
      const entry = world.ledger.open({
        direction: 'to bot',
        kind: isJson(body) ? [body.type, body.name].filter(Boolean).join(' ') : '(not JSON)',
        method: 'POST',
        path: new URL(world.botUrl).pathname,
        authorization: sent.headers.authorization ?? '',
        body,
      });
      kept.set(entry.n, sent);
      kept.delete(entry.n - 1_000);
      const start = performance.now();
      const answer = await postOnce(world, sent);
      entry.took = Math.round(performance.now() - start);
      if (answer.came === 'answer') {
        entry.status = answer.status;
        entry.answer = withoutDialogContent(answer.body);
      } else {
        entry.warnings.push(
          answer.came === 'late'
            ? `no answer within ${ANSWER_WITHIN / 1000} s`
            : `the bot was not reached: ${answer.reason}`,
        );
      }
      return { answer, entry };
    },
    sent: (entry) => kept.get(entry.n),
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
