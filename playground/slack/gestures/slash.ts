import { checkedMessage } from '../block-kit/message';
import { actsIn, organisationOf } from '../organisation';
import { payloadName } from '../payloads';
import { Refusal } from '../refusal';
import { respond } from '../response-messages';
import { actor, type Hands, isOk, jsonBody, type Outcome, place, sendForm } from './hands';
import { asSent } from './typed';

/**
 * A person uses a slash command. docs.slack.dev/interactivity/implementing-slash-commands
 * The answer's body is the immediate response; a failure is told by Slackbot, to this person only.
 */
export async function slash(
  hands: Hands,
  user: string,
  channel: string,
  command: string,
  text = '',
): Promise<Outcome> {
  const { workspace } = hands;
  const person = actor(workspace, user);
  const conversation = place(workspace, person, channel);
  const { app, domain, organisation, teamId } = workspace.settings;
  const team = actsIn(workspace, person);
  const enterprise = organisationOf(workspace, person);
  const trigger = workspace.triggers.issue(user);
  const form = {
    token: 'verification-token',
    team_id: team,
    team_domain: team === teamId ? domain : `team-${team.toLowerCase()}`,
    channel_id: conversation.id,
    channel_name: payloadName(conversation),
    user_id: person.id,
    user_name: person.name,
    command,
    text: asSent(workspace, text.trim(), 'command'),
    api_app_id: app.id,
    ...(enterprise === null ? {} : { enterprise_id: enterprise, enterprise_name: organisation?.name ?? '' }),
    is_enterprise_install: String(organisation?.orgWide ?? false),
    response_url: `${workspace.baseUrl}/slack/response/${workspace.responseUrls.issue(user, conversation.id)}`,
    trigger_id: trigger.id,
  };
  const { answer } = await sendForm(hands, 'slash_command', form, form, trigger);

  const fail = (word: string): Outcome => {
    const warning = `${command} failed with the error "${word}"`;
    const message = workspace.post(conversation, { user: 'USLACKBOT', text: warning, onlyFor: user });
    return { sent: true, answer, warning, message };
  };
  if (answer.kind === 'timeout') return fail('operation_timeout');
  if (answer.kind === 'unreachable') return fail('dispatch_failed');
  if (!isOk(answer)) return fail('http_service_error');
  if (answer.body === '') return { sent: true, answer };
  const body = jsonBody(answer) ?? { text: answer.body };
  // An object without any content is an acknowledgement and nothing more.
  if (body.text === undefined && body.blocks === undefined) return { sent: true, answer };
  try {
    checkedMessage(body, 'blocks only');
  } catch (problem) {
    if (problem instanceof Refusal) return fail(problem.code);
    throw problem;
  }
  return { sent: true, answer, message: respond(body, conversation, user, hands) };
}
