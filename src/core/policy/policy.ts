import type { Category } from '../benefit';

/** People as a policy names them. */
export type Who =
  /** Everybody with the role approver; every admin. */
  | { is: 'approvers' }
  | { is: 'admins' }
  /** The manager of whoever asks, by the people file. */
  | { is: 'manager' }
  /** Everybody of a group of the people file. */
  | { is: 'group'; group: string }
  /** One person, by the address of the people file, in lower case. */
  | { is: 'person'; email: string };

/** What silence leads to. Hours count from the moment at which a stage began; none is one that does not happen. */
export interface Silence {
  /** Whoever has not answered is reminded after so many hours of their working time, and again after twice as many, and so on. */
  remind?: number;
  /** After so many hours others are asked too. */
  escalate?: { after: number; to: Who[] };
  /** After so many hours nothing comes of the request, and whoever asked is told. */
  expire?: number;
}

/** A round of answers. Stages follow each other; a no in any of them ends it. */
export interface Stage {
  /** They are written to. */
  ask: Who[];
  /** They may answer as well, and are never written to. */
  may: Who[];
  /** So many of them must agree. */
  need: number | 'all';
  /** Who is asked when too few of them can answer. */
  otherwise: Who[];
  silence: Silence;
}

/** From and to, both included. */
export interface Range {
  atLeast?: number;
  atMost?: number;
}

/** What a rule looks at. What it does not name it does not mind. */
export interface When {
  category?: Category[];
  /** Names of benefits, as `normalName` writes them. */
  benefit?: string[];
  /** Groups of whoever asks, in lower case. */
  group?: string[];
  onBehalf?: boolean;
  /** So many units of the benefit whoever will have it holds already. */
  holds?: Range;
  /** So many units of the benefit are left. */
  left?: Range;
}

/** What follows where a rule fits. */
export type Yield =
  /**
   * Nobody is asked. `limit`: as long as nobody has more units of the benefit by it, those counted that were given back with their key
   * seen; beyond that the rule does not fit.
   */
  | { is: 'approve'; limit?: number }
  /** Nothing comes of it; whoever asks reads the reason. */
  | { is: 'refuse'; reason: string }
  /** One to three stages. */
  | { is: 'ask'; stages: Stage[] };

/** One rule. Its name is what people read. */
export interface Rule {
  name: string;
  when: When;
  yields: Yield;
}

/** When people work: hours of the day `HH:MM`, days of the week from 1 for Monday. */
export interface WorkingHours {
  from: string;
  to: string;
  days: number[];
  /** The time zone of people of whom no chat tells one (IANA). */
  zone: string;
}

/** Who decides what: the first rule that fits counts, and the last one fits everything. */
export interface Policy {
  /** 0: the bot's own, until one was applied. */
  version: number;
  rules: Rule[];
  hours: WorkingHours;
  /** Whoever has more than so many requests waiting gets them in one message. */
  digestAbove?: number;
  /** So many requests one person may make on one day. */
  perDay?: number;
  /** Addresses of people who may answer and are never written to about it. */
  neverPing: string[];
  /** Where somebody who cannot be reached otherwise is called by a mention: ids of channels. */
  channel: { slack?: string; teams?: string };
}

/** The name of the rule of which no policy knows. */
export const ownRule = 'any approver';

/** The policy until somebody applies one: any one approver decides, or any admin; without approvers the admins are asked. */
export const ownPolicy: Policy = {
  version: 0,
  rules: [
    {
      name: ownRule,
      when: {},
      yields: {
        is: 'ask',
        stages: [
          {
            ask: [{ is: 'approvers' }],
            may: [{ is: 'admins' }],
            need: 1,
            otherwise: [{ is: 'admins' }],
            silence: { remind: 8, escalate: { after: 72, to: [{ is: 'admins' }] } },
          },
        ],
      },
    },
  ],
  hours: { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5], zone: 'UTC' },
  neverPing: [],
  channel: {},
};

/**
 * The rules a request was made under, with what holds today for all of them: how much somebody gets in one message. The digest follows
 * the policy of today; a request that left its message to it under another one would reach nobody.
 */
export function asOfToday(policy: Policy, { digestAbove }: Pick<Policy, 'digestAbove'>): Policy {
  const { digestAbove: _, ...rest } = policy;
  return digestAbove === undefined ? rest : { ...rest, digestAbove };
}

/** A rule by its name; undefined where the policy has no such rule. */
const ruleCalled = ({ rules }: Policy, name: string): Rule | undefined =>
  rules.find((rule) => rule.name === name);

/** A stage of a rule, from 1; undefined where the rule asks nobody, or has fewer. */
export const stageOf = (policy: Policy, rule: string, stage: number): Stage | undefined => {
  const yields = ruleCalled(policy, rule)?.yields;
  return yields?.is === 'ask' ? yields.stages[stage - 1] : undefined;
};

/** Everybody a policy names anywhere, to be looked up: addresses and groups, in lower case. */
export function namedIn({ rules }: Pick<Policy, 'rules'>): { emails: string[]; groups: string[] } {
  const whos = rules.flatMap(({ yields }) =>
    yields.is === 'ask'
      ? yields.stages.flatMap(({ ask, may, otherwise, silence }) => [
          ...ask,
          ...may,
          ...otherwise,
          ...(silence.escalate?.to ?? []),
        ])
      : [],
  );
  return {
    emails: whos.flatMap((who) => (who.is === 'person' ? [who.email] : [])),
    groups: whos.flatMap((who) => (who.is === 'group' ? [who.group.toLowerCase()] : [])),
  };
}
