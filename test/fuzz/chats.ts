import { sign } from '../../playground/slack/signature';
import { channelClaims, channelKeys, newSigningKey, sign as signToken } from '../../playground/teams/tokens';
import type { MortalCompany } from '../crash/mortal-company';
import { ada, dana, eve, figure, mei, omar } from '../support/people';
import { onSlack, onTeams, type Somebody } from '../support/somebody';
import { inJson, type Json } from './mutate';

/** An employee who has nothing and may only ask; and somebody who is no member, whose words must come to nothing at all. */
export const nia = figure(61, 'Nia Newcomer', 'employee');
export const sid = figure(62, 'Sid Stranger', 'employee');
/** Whoever holds, decides or rules: nobody of them says a word while bodies are fuzzed. */
export const others = [eve, mei, dana, omar, ada];

/** How a body proves where it comes from. */
export type Proof = 'right' | 'wrong' | 'none' | 'stale';

export interface Recorded {
  kind: string;
  body: Json;
}

/** A chat as fuzzing needs it: what it really sends, and how a body of ours is sent in its name. */
export interface Chat {
  path: string;
  at(who: typeof eve): Somebody;
  /** Everything it has sent to the bot so far. */
  recorded(): Recorded[];
  /** The body as it travels, and its usual content type. */
  written(body: Json): { raw: string; type: string };
  proven(raw: string | Buffer, proof: Proof): Record<string, string>;
  /** Whether a body says that a button of a message was pressed. */
  isPress(body: Json): boolean;
  /** Makes somebody the sender of a body, wherever it names one. */
  sentBy(body: Json, who: typeof eve): void;
  /** Whom it names as the sender. */
  senders(body: Json): unknown[];
  idOf(who: typeof eve): string;
}

type Node = Record<string, Json>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function slackChat({ slack }: MortalCompany): Chat {
  const secret = 'crash-signing-secret';
  const places = (body: Json): Array<[node: Node, name: string]> => {
    if (!isNode(body)) return [];
    const event = isNode(body.event) ? body.event : {};
    const inEvent = isNode(event.message) ? event.message : {};
    const payload = isNode(body.payload) ? body.payload : {};
    return [body, event, inEvent, payload].flatMap(
      (node): Array<[Node, string]> => [
        ...(isNode(node.user)
          ? [[node.user, 'id'] as [Node, string]]
          : 'user' in node
            ? [[node, 'user'] as [Node, string]]
            : []),
        ...('user_id' in node ? [[node, 'user_id'] as [Node, string]] : []),
      ],
    );
  };
  return {
    path: '/slack/events',
    at: (who) => onSlack(slack, who),
    recorded: () =>
      slack.ledger.deliveries().map(({ kind, raw, headers }) => ({
        kind,
        body:
          headers['content-type'] === 'application/json'
            ? JSON.parse(raw)
            : Object.fromEntries(new URLSearchParams(raw)),
      })),
    written: (body) =>
      isNode(body) && ('payload' in body || 'command' in body || 'user_id' in body)
        ? {
            raw: new URLSearchParams(
              Object.entries(body).map(([name, value]): [string, string] => [
                name,
                typeof value === 'string' ? value : inJson(value),
              ]),
            ).toString(),
            type: 'application/x-www-form-urlencoded',
          }
        : { raw: inJson(body), type: 'application/json' },
    proven(raw, proof) {
      const now = Math.floor(Date.now() / 1000);
      if (proof === 'none') return {};
      return {
        ...sign(proof === 'wrong' ? 'another secret' : secret, raw, proof === 'stale' ? now - 600 : now),
      };
    },
    isPress: (body) => isNode(body) && /"type":"block_actions"/.test(String(body.payload)),
    sentBy(body, { slackId }) {
      for (const [node, name] of places(body)) node[name] = slackId;
    },
    senders: (body) => places(body).map(([node, name]) => node[name]),
    idOf: ({ slackId }) => slackId,
  };
}

export function teamsChat(company: MortalCompany): Chat {
  const { teams } = company;
  const wrong = newSigningKey(['msteams']);
  const appId = '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c9999';
  const fromOf = (body: Json): Node | undefined =>
    isNode(body) && isNode(body.from) ? body.from : undefined;
  return {
    path: '/api/messages',
    at: (who) => onTeams(teams, who),
    recorded: () =>
      teams.ledger.entries
        .filter(({ direction }) => direction === 'to bot')
        .map(({ kind, body }) => ({ kind, body: body as Json })),
    written: (body) => ({ raw: inJson(body), type: 'application/json; charset=utf-8' }),
    proven(_, proof) {
      if (proof === 'none') return {};
      const claims = channelClaims(
        appId,
        teams.serviceUrl,
        proof === 'stale' ? Date.now() - 7_200_000 : Date.now(),
      );
      return {
        authorization: `Bearer ${signToken(claims, proof === 'wrong' ? wrong : channelKeys().teams)}`,
      };
    },
    isPress: (body) => isNode(body) && body.name === 'adaptiveCard/action',
    sentBy(body, who) {
      const from = fromOf(body);
      const person = teams.person(who.teamsId);
      if (from) Object.assign(from, { aadObjectId: who.teamsId, id: person.id });
      // A private chat is one's own: in somebody else's nobody knows them.
      const chat = isNode(body) && isNode(body.conversation) ? body.conversation : undefined;
      if (from && chat?.conversationType === 'personal') chat.id = teams.chat(person).id;
    },
    senders: (body) => [fromOf(body)?.aadObjectId, fromOf(body)?.id],
    idOf: ({ teamsId }) => teamsId,
  };
}
