import type { IncomingHttpHeaders } from 'node:http';
import { isObject, type Json } from './block-kit/block';
import { refuseStrangeFiles } from './block-kit/pictures';
import { chat } from './methods/chat';
import { connection } from './methods/connection';
import { addressed, conversationMethods } from './methods/conversation';
import { directory } from './methods/directory';
import { fileMethods } from './methods/file';
import type { Context, Method } from './methods/method';
import { viewMethods } from './methods/view';
import { Refusal } from './refusal';

const methods: Record<string, Method> = {
  ...directory,
  ...conversationMethods,
  ...chat,
  ...viewMethods,
  ...fileMethods,
  ...connection,
};

/** Arguments that are structures; in a form they come as JSON text. docs.slack.dev/apis/web-api */
const structured = ['blocks', 'view', 'attachments', 'metadata', 'files'];

export type ApiAnswer = { status: number; headers: Record<string, string>; body: Json };

/** The arguments of a call, from a form, a JSON body or the query. */
export function argumentsOf(headers: IncomingHttpHeaders, raw: string, query: URLSearchParams): Json {
  const args: Json = Object.fromEntries(query);
  if (raw === '') return args;
  if (!(headers['content-type'] ?? '').includes('json'))
    return Object.assign(args, Object.fromEntries(new URLSearchParams(raw)));
  const body = parsed(raw);
  if (!isObject(body)) throw new Refusal(body === undefined ? 'invalid_json' : 'json_not_object');
  return Object.assign(args, body);
}

/** Answers one Web API call: token, scope, rate, then the method's own laws. */
export function answerCall(
  method: string,
  given: Json,
  headers: IncomingHttpHeaders,
  context: Context,
): ApiAnswer {
  const known = methods[method];
  if (!known) return refused('unknown_method', { req_method: method });
  try {
    authorise(given, headers, known, context);
    const args = unpacked(given);
    const wait = overRate(method, args, context);
    if (wait > 0) {
      return {
        status: 429,
        headers: { 'retry-after': String(wait) },
        body: { ok: false, error: 'ratelimited' },
      };
    }
    const { workspace } = context;
    refuseStrangeFiles(args.blocks, '/blocks', workspace.files, workspace.now());
    if (isObject(args.view))
      refuseStrangeFiles(args.view.blocks, '/view/blocks', workspace.files, workspace.now());
    return { status: 200, headers: {}, body: { ok: true, ...known.run(args, context) } };
  } catch (problem) {
    if (problem instanceof Refusal) return refused(problem.code, problem.extra);
    throw problem;
  }
}

function refused(error: string, extra: Json = {}): ApiAnswer {
  return { status: 200, headers: {}, body: { ok: false, error, ...extra } };
}

function authorise(
  args: Json,
  headers: IncomingHttpHeaders,
  method: Method,
  { workspace, deliveries }: Context,
): void {
  const bearer = /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1];
  const token = bearer ?? (typeof args.token === 'string' ? args.token : undefined);
  if (token === undefined || token === '') throw new Refusal('not_authed');
  if (method.token === 'app') {
    if (token !== deliveries.sockets.appToken) throw new Refusal('invalid_auth');
    return;
  }
  const known = workspace.app.tokens.find((one) => one.token === token);
  if (!known) throw new Refusal('invalid_auth');
  if (known.until !== undefined && workspace.now() >= known.until) throw new Refusal('token_expired');
  if (method.scope !== undefined && !workspace.app.scopes.has(method.scope)) {
    throw new Refusal('missing_scope', {
      needed: method.scope,
      provided: [...workspace.app.scopes].join(','),
    });
  }
}

function overRate(method: string, args: Json, { workspace }: Context): number {
  if (workspace.settings.rates === 'off') return 0;
  if (method !== 'chat.postMessage') return workspace.rates.take(method);
  // A person's id and their direct message are one channel; an unknown one is refused by the method itself.
  return workspace.rates.take(method, addressed(workspace, String(args.channel ?? '')).id);
}

function unpacked(args: Json): Json {
  const unpackedArgs: Json = { ...args };
  for (const name of structured) {
    const value = args[name];
    if (typeof value !== 'string') continue;
    const content = value === '' ? undefined : parsed(value);
    if (content === undefined && value !== '') {
      if (name === 'blocks') throw new Refusal('invalid_blocks_format');
      throw new Refusal('invalid_arguments', {
        response_metadata: {
          messages: [`[ERROR] failed to parse \`${name}\` as JSON [json-pointer:/${name}]`],
        },
      });
    }
    if (content === undefined) delete unpackedArgs[name];
    else unpackedArgs[name] = content;
  }
  return unpackedArgs;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
