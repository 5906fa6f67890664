import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Json } from './block-kit/block';
import type { Fault } from './faults';
import { serveFile } from './files';
import type { Answer } from './ledger';
import type { Context } from './methods/method';
import { Refusal } from './refusal';
import { answerResponse } from './response-messages';
import { type ApiAnswer, answerCall, argumentsOf } from './web-api';

const largestBody = 4 * 1024 * 1024;

/**
 * Slack's own HTTP side: the Web API under `/api/`, response URLs under `/slack/response/`, and files under `/files-pri/`
 * and `/upload/v1/`.
 * Resolves to false, with nothing read or written, when the path is not Slack's.
 */
export async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<boolean> {
  if (serveFile(request, response, context)) return true;
  const url = new URL(request.url ?? '/', 'http://slack');
  const ticket = /^\/upload\/v1\/(F[0-9A-F]+)$/.exec(url.pathname)?.[1];
  if (ticket !== undefined && request.method === 'POST') {
    // The address is the permission: it goes to nobody but whoever asked for it.
    const taken = context.workspace.files.take(ticket, await bodyOf(request));
    response.writeHead(taken ? 200 : 400).end(taken ? 'OK' : 'not expected');
    return true;
  }
  const api = /^\/api\/([\w.]+)$/.exec(url.pathname)?.[1];
  const responseId = /^\/slack\/response\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (api === undefined && responseId === undefined) return false;

  const raw = (await bodyOf(request)).toString('utf8');
  let args: Json = {};
  let problem: Refusal | undefined;
  try {
    args = argumentsOf(request.headers, raw, url.searchParams);
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    problem = thrown;
  }
  const method = api ?? 'response_url';
  const entry = context.workspace.ledger.call({
    at: context.workspace.now(),
    method,
    url: url.pathname,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: args,
  });

  const fault = context.workspace.faults.strike({ method, body: args });
  const answer = (): ApiAnswer => {
    if (problem)
      return { status: 200, headers: {}, body: { ok: false, error: problem.code, ...problem.extra } };
    if (api !== undefined) return answerCall(api, args, request.headers, context);
    return answerResponse(String(responseId), args, context);
  };
  entry.answer = fault === undefined ? send(response, answer()) : suffer(fault, request, response, answer);
  context.workspace.changed();
  return true;
}

function send(response: ServerResponse, answer: ApiAnswer): Answer {
  const body = JSON.stringify(answer.body);
  const headers = { 'content-type': 'application/json; charset=utf-8', ...answer.headers };
  response.writeHead(answer.status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
  response.end(body);
  return { kind: 'answered', status: answer.status, headers, body };
}

function suffer(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => ApiAnswer,
): Answer {
  if (fault === 'hang') return { kind: 'timeout' };
  if (fault === 'lost') answer();
  if (fault === 'lost' || fault === 'reset') {
    request.socket.destroy();
    return { kind: 'unreachable', reason: fault };
  }
  const body = typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body ?? {});
  const headers = { 'content-type': 'application/json; charset=utf-8', ...fault.headers };
  response.writeHead(fault.status, headers);
  response.end(body);
  return { kind: 'answered', status: fault.status, headers, body };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > largestBody) break;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}
