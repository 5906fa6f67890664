/** Who there is and what the company owns, in every history: small, so that everything runs out soon. */
export const people = [
  { name: 'Eve', role: 'employee', email: 'eve@contoso.example' },
  { name: 'Mei', role: 'employee', email: 'mei@contoso.example' },
  { name: 'Gus', role: 'employee', email: 'gus@gmail.com' },
  { name: 'Dana', role: 'approver', email: 'dana@contoso.example' },
  { name: 'Omar', role: 'approver', email: 'omar@contoso.example' },
  { name: 'Ada', role: 'admin', email: 'ada@contoso.example' },
  { name: 'Ben', role: 'admin', email: 'ben@contoso.example' },
] as const;

/** The first day of every history. Days are counted from it; both packages began before. */
export const firstDay = '2026-03-02';

/** The last day of each package, and of the grace time after it. */
export const packages = {
  long: { starts: -10, ends: 500, usable: 530 },
  short: { starts: -10, ends: 60, usable: 90 },
} as const;

export interface Benefit {
  name: string;
  /** How it is given, moved and taken back. */
  kind: 'key' | 'shared' | 'token' | 'bare' | 'order' | 'credit' | 'yearly' | 'subscription' | 'contract';
  package: keyof typeof packages;
  category: 'software' | 'cloud' | 'visual-studio' | 'support';
  quantity: number;
  unit: string;
  /** The form asks how many. */
  asks: boolean;
  keyType?: 'retail' | 'mak' | 'static' | 'token';
  /** The units there are at the beginning; of a token, how many seats each carries. */
  units?: number[];
  /** After so many days its holder is asked whether it is still needed. */
  stillNeededDays?: number;
}

/** So many days a holder has to answer, and so many hours whoever waits has to take an offer. */
export const answerDays = 7;
export const offerHours = 48;

const software = {
  category: 'software',
  package: 'long',
  asks: false,
  unit: 'licence',
  stillNeededDays: 25,
} as const;
const cloud = { category: 'cloud', package: 'long', asks: true, unit: 'seat' } as const;
const studio = {
  category: 'visual-studio',
  asks: false,
  unit: 'subscription',
  stillNeededDays: 30,
} as const;

export const benefits: Benefit[] = [
  {
    ...software,
    name: 'Visio',
    kind: 'key',
    quantity: 3,
    keyType: 'retail',
    units: [1, 1],
    package: 'short',
  },
  { ...software, name: 'Project', kind: 'key', quantity: 2, keyType: 'retail', units: [] },
  {
    ...software,
    name: 'Server',
    kind: 'key',
    quantity: 4,
    keyType: 'mak',
    units: [1, 1, 1],
    asks: true,
    unit: 'core',
  },
  { ...software, name: 'Query', kind: 'shared', quantity: 2, keyType: 'static' },
  { ...software, name: 'Access licence', kind: 'bare', quantity: 5, asks: true, unit: 'CAL' },
  {
    ...cloud,
    name: 'Office',
    kind: 'token',
    quantity: 9,
    keyType: 'token',
    units: [3, 2],
    package: 'short',
  },
  { ...cloud, name: 'Copilot', kind: 'order', quantity: 3, stillNeededDays: 20 },
  { ...cloud, name: 'Monthly credit', kind: 'credit', quantity: 100, asks: false, unit: 'USD per month' },
  { ...cloud, name: 'Yearly credit', kind: 'yearly', quantity: 600, asks: false, unit: 'USD per year' },
  { ...studio, name: 'Studio Enterprise', kind: 'subscription', quantity: 2, package: 'long' },
  { ...studio, name: 'Studio Professional', kind: 'subscription', quantity: 1, package: 'short' },
  {
    name: 'Incidents',
    kind: 'contract',
    category: 'support',
    quantity: 5,
    unit: 'incident',
    asks: true,
    package: 'long',
  },
];

/** A request, and what came of it: the how-manieth of a person for a benefit. */
export type RequestName = string;
/** The how-manieth task of a kind about a request or its holding. */
export type TaskName = string;

/** What an admin finds out about a key that was reported; of other tasks it means nothing. */
export type Outcome = 'works' | 'spent' | 'broken';

/** One command of a history, with everybody and everything by name. */
export type Command =
  | { do: 'ask'; by: string; to: string; benefit: string; quantity: number }
  | { do: 'approve' | 'deny' | 'cancel' | 'accept' | 'decline'; by: string; request: RequestName }
  | { do: 'show key' | 'return' | 'take back' | 'report key' | 'keep'; by: string; holding: RequestName }
  | { do: 'use'; by: string; holding: RequestName; quantity: number }
  | { do: 'assign'; by: string; to: string[]; benefit: string }
  | { do: 'reassign'; by: string; holding: RequestName; to: string }
  | { do: 'claim' | 'could not'; by: string; task: TaskName }
  | { do: 'finish'; by: string; task: TaskName; outcome: Outcome }
  | { do: 'bring in'; benefit: string; units: number[] }
  | { do: 'leave'; person: string }
  | { do: 'wait'; hours: number };

/** A command as a sentence. */
export function told(command: Command): string {
  switch (command.do) {
    case 'ask':
      return `${command.by} asks for ${command.quantity} × ${command.benefit} for ${command.to}`;
    case 'assign':
      return `${command.by} assigns ${command.benefit} to ${command.to.join(' and ')}`;
    case 'reassign':
      return `${command.by} reassigns [${command.holding}] to ${command.to}`;
    case 'bring in':
      return `keys of ${command.benefit} are brought in: ${command.units.join(', ')}`;
    case 'leave':
      return `${command.person} leaves the company`;
    case 'wait':
      return `${command.hours} hours pass`;
    case 'use':
      return `${command.by}: use ${command.quantity} of [${command.holding}]`;
    case 'finish':
      return `${command.by}: finish [${command.task}]${/check-key/.test(command.task) ? ` (${command.outcome})` : ''}`;
    default: {
      const what =
        'request' in command ? command.request : 'holding' in command ? command.holding : command.task;
      return `${command.by}: ${command.do} [${what}]`;
    }
  }
}
