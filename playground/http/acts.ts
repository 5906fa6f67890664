import { z } from 'zod';
import type { Member } from '../company';
import { comeBack, leave } from '../leaving';
import type { Outcome as SlackOutcome } from '../slack';
import type { FoundItem } from '../teams/compose';
import type { Outcome as TeamsOutcome } from '../teams/outcome';
import type { World } from '../world';
import { seenKey } from './sight';

const id = z.string().min(1).max(400);
const text = z.string().max(4_000);
const input = z.union([z.string().max(4_000), z.array(z.string().max(400)).max(100), z.null()]);
const fileName = z.string().min(1).max(255);
const slackPlace = z.union([z.object({ view: id }), z.object({ channel: id, ts: id })]);
const filled = z.record(z.string().max(200), text).default({});

/** What a person does in one of the two clients, as the page reports it. */
export const Act = z.discriminatedUnion('do', [
  z.object({ do: z.literal('slack.say'), channel: id, text, thread: id.optional() }),
  z.object({ do: z.literal('slack.share'), channel: id, name: fileName, content: z.base64() }),
  z.object({
    do: z.literal('slack.press'),
    at: slackPlace,
    block: id,
    action: id,
    input: input.default(null),
  }),
  z.object({ do: z.literal('slack.home') }),
  z.object({
    do: z.literal('slack.shortcut'),
    callback: id,
    at: z.object({ channel: id, ts: id }).optional(),
  }),
  z.object({ do: z.literal('slack.suggest'), view: id, block: id, action: id, text }),
  z.object({ do: z.literal('slack.submit'), view: id, values: z.record(z.string(), input) }),
  z.object({ do: z.literal('slack.close'), view: id, all: z.boolean().default(false) }),
  z.object({ do: z.literal('teams.say'), conversation: id, text, quoted: id.optional() }),
  z.object({ do: z.literal('teams.share-file'), name: fileName, content: z.base64() }),
  z.object({ do: z.literal('teams.press'), conversation: id, message: id, path: id, filled }),
  z.object({ do: z.literal('teams.submit'), path: id, filled }),
  // The compose box: what the app finds there, one of it sent into the chat, and the form with which a benefit is asked for.
  z.object({
    do: z.literal('teams.find'),
    conversation: id,
    command: z.enum(['benefits', 'requests']),
    text: z.string().max(200),
  }),
  z.object({ do: z.literal('teams.share'), conversation: id, value: z.record(z.string(), z.unknown()) }),
  z.object({ do: z.literal('teams.begin'), conversation: id }),
  // What fits what is being typed into a field of a card or dialog.
  z.object({ do: z.literal('teams.look-up'), conversation: id, dataset: id, text }),
  z.object({ do: z.literal('teams.close') }),
  z.object({ do: z.literal('teams.refresh'), conversation: id, message: id }),
  // The visitor at the company's controls: it happens to somebody, whoever the visitor is just now.
  z.object({ do: z.literal('company.leave'), person: id }),
  z.object({ do: z.literal('company.return'), person: id }),
  z.object({ do: z.literal('seen'), side: z.enum(['slack', 'teams']), conversation: id, id }),
]);
export type Act = z.infer<typeof Act>;

/** What the page shows after an act besides what it sees change: an error sentence, a problem beside a field, a link to follow. */
export type Echo = {
  warning?: string;
  problems?: { id: string; message: string }[];
  url?: string;
  /** What can be shared from the compose box. */
  items?: FoundItem[];
  /** What fits what is being typed. */
  options?: unknown[];
};

/** Does it. Throws with a sentence when it cannot be done there any more (the message is gone, the modal was closed). */
export async function perform(world: World, member: Member, act: Act): Promise<Echo> {
  if (act.do === 'seen') {
    world.seen.set(seenKey(member.key, act.side, act.conversation), act.id);
    world.changed();
    return {};
  }
  if (act.do === 'company.leave' || act.do === 'company.return') {
    const one = world.company.find(({ key }) => key === act.person);
    if (!one) throw new Error('Nobody of that name is here.');
    await (act.do === 'company.leave' ? leave : comeBack)(world, one);
    return {};
  }
  if (act.do === 'teams.find') return found(world, member, act);
  if (act.do === 'teams.look-up') return fitting(world, member, act);
  return act.do.startsWith('slack.')
    ? slackEcho(await inSlack(world, member, act))
    : teamsEcho(await inTeams(world, member, act));
}

/** A word with a slash in front is a command for the bot, or none at all. */
const slashCommand = /^(\/\S*)\s*([\s\S]*)$/;

async function inSlack({ slack }: World, member: Member, act: Act): Promise<SlackOutcome> {
  const user = member.slack?.id;
  if (!user) throw new Error(`${member.name} is not in this Slack.`);
  switch (act.do) {
    case 'slack.say': {
      const [, command, rest = ''] = slashCommand.exec(act.text) ?? [];
      // Slack's own words: a thread takes no command of an app.
      if (command && act.thread !== undefined)
        return { sent: false, warning: `${command} is not supported in threads. Sorry!` };
      if (command === '/benefits') return slack.slash(user, act.channel, command, rest);
      if (command) return { sent: false, warning: `${command} is not a valid command. Try /benefits.` };
      return slack.say(user, act.channel, act.text, act.thread);
    }
    case 'slack.share':
      return slack.share(user, act.channel, { name: act.name, bytes: Buffer.from(act.content, 'base64') });
    case 'slack.press':
      return slack.press(
        user,
        'view' in act.at ? act.at.view : act.at,
        { block_id: act.block, action_id: act.action },
        act.input,
      );
    case 'slack.home':
      return slack.openHome(user);
    case 'slack.shortcut':
      return slack.shortcut(user, act.callback, act.at);
    case 'slack.suggest':
      return slack.suggest(user, act.view, { block_id: act.block, action_id: act.action }, act.text);
    case 'slack.submit':
      return slack.submit(user, act.view, act.values);
    case 'slack.close':
      return slack.close(user, act.view, act.all);
    default:
      throw new Error(`Slack knows no ${act.do}.`);
  }
}

/** What the app's search in the compose box of a conversation shows. */
async function found(
  { teams }: World,
  member: Member,
  { conversation, command, text: typed }: Extract<Act, { do: 'teams.find' }>,
): Promise<Echo> {
  const person = teams.person(member.key);
  const { items, sentence } = await teams.find(person, placeOf(teams, person, conversation), command, typed);
  return { items, ...(sentence ? { warning: sentence } : {}) };
}

/** What a field that looks things up offers for what was typed. */
async function fitting(
  { teams }: World,
  member: Member,
  { conversation, dataset, text: typed }: Extract<Act, { do: 'teams.look-up' }>,
): Promise<Echo> {
  const person = teams.person(member.key);
  return { options: await teams.lookUp(person, placeOf(teams, person, conversation), dataset, typed) };
}

/** A conversation that somebody sees. Throws when it is there no more. */
function placeOf(teams: World['teams'], person: ReturnType<World['teams']['person']>, id: string) {
  const seen = teams.conversations(person).find((one) => one.id === id);
  if (!seen) throw new Error('This conversation is gone.');
  return seen.kind === 'personal' ? teams.chat(person) : teams.channel;
}

async function inTeams({ teams }: World, member: Member, act: Act): Promise<TeamsOutcome> {
  if (!member.teams) throw new Error(`${member.name} is not in this Teams.`);
  const person = teams.person(member.key);
  switch (act.do) {
    case 'teams.say': {
      const conversation = placeOf(teams, person, act.conversation);
      return teams.say(
        person,
        conversation,
        act.text,
        act.quoted === undefined ? {} : { quoted: act.quoted },
      );
    }
    case 'teams.share-file':
      return teams.shareFile(person, { name: act.name, bytes: Buffer.from(act.content, 'base64') });
    case 'teams.press': {
      const { message, conversation, path } = act;
      return teams.press(person, { id: message, conversationId: conversation }, { path }, act.filled);
    }
    case 'teams.share':
      return teams.share(person, placeOf(teams, person, act.conversation), act);
    case 'teams.begin':
      return teams.begin(person, placeOf(teams, person, act.conversation), 'request');
    case 'teams.submit':
      return teams.submitDialog(person, { path: act.path }, act.filled);
    case 'teams.close':
      teams.closeDialog(person);
      return { shows: 'nothing' };
    case 'teams.refresh':
      return teams.refresh(person, { id: act.message, conversationId: act.conversation });
    default:
      throw new Error(`Teams knows no ${act.do}.`);
  }
}

/** A failed slash command has its sentence in the conversation already. */
const slackEcho = ({ warning, message, options }: SlackOutcome): Echo => ({
  ...(warning && !message && { warning }),
  ...(options && { options }),
});

function teamsEcho(outcome: TeamsOutcome): Echo {
  switch (outcome.shows) {
    case 'error':
      return { warning: outcome.text };
    case 'invalid':
      return { problems: outcome.problems };
    case 'link':
      return { url: outcome.url };
    case 'message':
      return outcome.message.textFormat && outcome.status !== undefined && outcome.status >= 400
        ? { warning: 'The bot could not take this message.' }
        : {};
    default:
      return {};
  }
}
