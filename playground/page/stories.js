const day = 86_400_000;
const ada = 'ada@contoso.example';
const tom = 'tom@contoso.example';
const grace = 'grace@contoso.example';
const max = 'max@contoso.example';
const nora = 'nora@contoso.example';
const lena = 'lena@contoso.example';

/** Writes a command into somebody's box; Enter sends it. */
const types = (title, as, side, text) => ({
  title,
  as,
  side,
  text: side === 'slack' ? `/benefits ${text}` : text,
  hint: 'press Enter to send it',
});
/** Goes to the newest button of this name. */
const presses = (title, as, side, label) => ({ title, as, side, label, hint: `press ${label}` });
const looks = (title, as, side) => ({ title, as, side, hint: 'see what arrived' });
const waits = (title, by) => ({ title, by, hint: 'the clock moves when you press this' });
const happensTo = (title, person) => ({ title, unfold: person, hint: 'in the menu of people' });

/**
 * What there is to try, each in a few steps. A step takes the visitor to a person and a chat, with the words typed or the button under the
 * keyboard; a step with `by` moves the clock, one with `unfold` opens the menu of people. The steps of the first are ticked off when
 * they were lived through, those of the others when they were gone to.
 */
export const stories = [
  {
    name: 'key',
    title: 'Get a key',
    steps: [
      {
        ...types('Ask in Slack', ada, 'slack', 'request Visio Professional 2024'),
        name: 'ask',
        hint: 'as Ada, who needs a key',
      },
      {
        ...presses('Approve in Teams', grace, 'teams', 'Approve'),
        name: 'approve',
        hint: 'as Grace, who approves',
      },
      {
        ...presses('Show key', ada, 'slack', 'Show key'),
        name: 'key',
        hint: 'as Ada again, for her eyes only',
      },
    ],
  },
  {
    name: 'waiting',
    title: 'Wait for the last',
    steps: [
      types(
        'Give Ada the last',
        max,
        'slack',
        'assign Exchange Server Subscription Edition to Ada Lindqvist',
      ),
      types('Tom asks too', tom, 'teams', 'request Exchange Server Subscription Edition'),
      presses('Approve: Tom waits', grace, 'teams', 'Approve'),
      types('Ada returns it', ada, 'slack', 'return Exchange Server Subscription Edition'),
      presses('Tom takes it', tom, 'teams', 'Take it'),
    ],
  },
  {
    name: 'broken',
    title: 'Report a bad key',
    steps: [
      types('Give Ada a key', max, 'slack', 'assign Visio Professional 2024 to Ada Lindqvist'),
      types('Ada looks at it', ada, 'slack', 'mine'),
      presses('Details', ada, 'slack', 'Details'),
      presses('It does not work', ada, 'slack', 'This key does not work'),
      presses('Max checks it', max, 'slack', "I'm on it"),
      looks('Ada has another', ada, 'slack'),
    ],
  },
  {
    name: 'colleague',
    title: 'Ask for a colleague',
    steps: [
      types('Ask for Tom', ada, 'slack', 'request Power BI Pro'),
      presses('Approve', grace, 'teams', 'Approve'),
      presses('Max is on it', max, 'slack', "I'm on it"),
      looks('Nora sees that', nora, 'teams'),
      presses('Done (or not)', max, 'slack', 'Done'),
      looks('Tom has it', tom, 'teams'),
    ],
  },
  {
    name: 'stages',
    title: 'Ask two, one by one',
    steps: [
      types('Read the rules', ada, 'slack', 'policy'),
      types('Ask for a subscription', ada, 'slack', 'request Visual Studio Enterprise Subscription'),
      presses('Her manager agrees', grace, 'teams', 'Approve'),
      looks('Ada sees who is next', ada, 'slack'),
      presses('An admin agrees', max, 'teams', 'Approve'),
    ],
  },
  {
    name: 'several',
    title: 'Give it to several',
    steps: [
      types(
        'Give it to three',
        max,
        'slack',
        'assign Power BI Pro to Ada Lindqvist, 林怡君, lena@contoso.example',
      ),
      types('See who has it', max, 'teams', 'who has Power BI Pro'),
      looks('Lena comes to Slack', lena, 'slack'),
    ],
  },
  {
    name: 'support',
    title: 'Use an incident',
    steps: [
      types('Give Ada incidents', max, 'slack', 'assign Product support incidents to Ada Lindqvist'),
      presses('Max sends it on', max, 'slack', 'Done'),
      presses('Max writes the ids', max, 'slack', 'Done'),
      presses('Ada uses one', ada, 'slack', 'Write down use'),
    ],
  },
  {
    name: 'token',
    title: 'Seats on one token',
    steps: [
      types('Ask for the 25 seats', tom, 'teams', 'request Microsoft 365 E3'),
      presses('Approve', grace, 'teams', 'Approve'),
      types('Tom looks at it', tom, 'teams', 'mine'),
      presses('Details', tom, 'teams', 'Details'),
      presses('Add or extend?', tom, 'teams', 'Add or extend'),
    ],
  },
  {
    name: 'lapse',
    title: 'Let something lapse',
    steps: [
      types('What lapses when', max, 'slack', 'calendar'),
      waits('A day passes', day),
      looks('Max is warned', max, 'slack'),
      waits('30 days pass', 30 * day),
      types('Too late for Entra', ada, 'slack', 'request Microsoft Entra ID P2'),
    ],
  },
  {
    name: 'leave',
    title: 'Leave the company',
    steps: [
      types('Give Tom something', max, 'slack', 'assign Windows 11 Enterprise to Tom Becker'),
      happensTo('Tom leaves', tom),
      looks('What came back', max, 'slack'),
      happensTo('Tom comes back', tom),
      waits('An hour passes', day / 24),
    ],
  },
  {
    name: 'needed',
    title: 'Still needed?',
    steps: [
      types('Give Ada a licence', max, 'slack', 'assign Project Professional 2024 to Ada Lindqvist'),
      waits('30 days pass', 30 * day),
      presses('Ada is asked', ada, 'slack', 'I still need it'),
      types('Who has it', max, 'slack', 'who has Project Professional 2024'),
    ],
  },
];
