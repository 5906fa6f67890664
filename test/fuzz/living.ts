import type { MortalCompany } from '../crash/mortal-company';
import { gets } from '../support/gets';
import { ada, dana, eve } from '../support/people';
import { type Chat, nia, others, type Recorded } from './chats';

const visio = 'Visio Professional 2024';

/** People live through a little of everything, so that there is a body of every kind to change; resolves with all of them. */
export async function lived(chat: Chat, company: MortalCompany, on: 'slack' | 'teams'): Promise<Recorded[]> {
  const [employee, approver, admin, newcomer] = [eve, dana, ada, nia].map((who) => chat.at(who)) as [
    ReturnType<Chat['at']>,
    ReturnType<Chat['at']>,
    ReturnType<Chat['at']>,
    ReturnType<Chat['at']>,
  ];
  // Everybody is known by their account here: whoever is only named by somebody would become so.
  for (const who of [...others, nia]) await chat.at(who).asks('help');
  for (const words of ['list software', 'mine', 'requests', 'show visio']) await employee.asks(words);
  await employee.says('I need a Windows Server key');
  await employee.sees('Windows Server');
  await approver.asks('queue');
  for (const words of ['stock', 'tasks', 'people', 'policy', 'ledger']) await admin.asks(words);
  await admin.types('assign visio to mei lin');
  await admin.sees('Assign');
  await admin.closesWindow();

  // A key that is given and shown; a request that is denied; one that is questioned and waits; a task that nobody has done.
  await gets(employee, approver, ['visio', visio]);
  await employee.presses('Show key', `${visio} is yours`);
  await employee.sees('Your key');
  await employee.closesWindow();
  await employee.asks('mine', visio);
  for (const [benefit, name] of [
    ['office', 'Office 365 E3'],
    ['sql', 'SQL Server 2022 Standard'],
  ] as const) {
    await employee.opensFormFor(benefit);
    await employee.fills({ Reason: 'For the client project' }, 'Request');
    await employee.sees(`You asked for ${name}`);
    await employee.closesWindow();
    await approver.sees(`Eve Employee asks for ${name}`);
  }
  await approver.presses('Deny', 'asks for Office');
  await approver.fills({ Reason: 'Use the shared seat' }, 'Deny');
  await employee.sees('Use the shared seat');
  await approver.closesWindow();
  await approver.replies('For which server?', 'asks for SQL');
  await employee.sees('For which server?');
  await gets(employee, approver, ['azure', 'Microsoft Azure credit']);
  await admin.sees('Microsoft Azure credit');
  await newcomer.opensFormFor('cal');
  await newcomer.fills({ Reason: 'For the new one' }, 'Request');
  await newcomer.sees('You asked for');
  await newcomer.closesWindow();

  if (on === 'slack') {
    await company.slack.openHome(eve.slackId);
    await company.slack.shortcut(eve.slackId, 'request');
    await company.slack.settled();
  } else {
    const person = company.teams.person(nia.teamsId);
    await company.teams.uninstall(person);
    await company.teams.install(person);
  }
  return chat.recorded();
}
