import { post } from '../bot/webhook/post';
import type { SlackSettings, TeamsSettings, WebhookSettings } from '../config';
import type { Finding } from './doctor';

const patience = 5_000;
/** Where the signing keys of Teams are published (Bot Connector authentication, Microsoft Learn, 2024). */
const teamsKeys = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** Asks Slack who the token belongs to. */
export async function checkSlack(slack: SlackSettings): Promise<Finding> {
  const name = 'Slack';
  if (!('botToken' in slack))
    return { name, state: 'fine', words: 'is installed by OAuth; each workspace has a token of its own.' };
  const answer = await asked(new URL('auth.test', withSlash(slack.apiUrl ?? 'https://slack.com/api/')), {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}` },
  });
  if (answer === undefined) return { name, state: 'trouble', words: 'does not answer.' };
  if (answer.ok !== true)
    return { name, state: 'trouble', words: `refuses SLACK_BOT_TOKEN (${word(answer.error)}).` };
  const team = word(answer.team_id);
  if (!slack.teamIds.includes(team))
    return {
      name,
      state: 'trouble',
      words: `the token is of workspace ${team}, which SLACK_TEAM_IDS does not name: nobody gets in.`,
    };
  return { name, state: 'fine', words: `answers for workspace ${team}.` };
}

/** Whether the keys with which Teams signs can be fetched. That Teams reaches us cannot be told from here. */
export async function checkTeams(teams: TeamsSettings): Promise<Finding> {
  const name = 'Teams';
  const url = teams.emulatorUrl
    ? new URL('/v1/.well-known/openidconfiguration', teams.emulatorUrl)
    : new URL(teamsKeys);
  const answer = await asked(url, {});
  return typeof answer?.jwks_uri === 'string'
    ? { name, state: 'fine', words: 'publishes its signing keys; whether it reaches the bot shows in Teams.' }
    : { name, state: 'trouble', words: `the signing keys at ${url.host} cannot be fetched.` };
}

/** Whether the receiver of the webhook takes an event. It is signed like any other, and says that it is none. */
export async function checkWebhook({ url, secrets }: WebhookSettings): Promise<Finding> {
  const name = 'Webhook';
  const at = new Date();
  const body = JSON.stringify({ type: 'webhook.tested', timestamp: at.toISOString(), data: {} });
  const posted = await post({ url, secrets, id: `test_${at.getTime()}`, at, body });
  return posted.arrived
    ? { name, state: 'fine', words: 'its receiver took a test.' }
    : { name, state: 'trouble', words: `its receiver did not take a test (${posted.reason}).` };
}

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

/** A word of an answer, fit to be printed. */
const word = (value: unknown): string =>
  typeof value === 'string' && /^\w{1,60}$/.test(value) ? value : 'unknown';

async function asked(url: URL, request: RequestInit): Promise<Record<string, unknown> | undefined> {
  try {
    const response = await fetch(url, {
      ...request,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const answer: unknown = await response.json();
    return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
