import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { companyIn } from '../../playground/company';
import { importsOf, settingsOfBenefits } from '../../playground/first-start';
import { type Benefit, type Kind, kindOf } from '../../src/core/benefit';
import { freeMailDomain } from '../../src/core/free-mail';
import type { Role } from '../../src/core/person';
import { doubtsOf } from '../../src/core/policy/doubts';
import { ruleFor } from '../../src/core/policy/match';
import { policyIn } from '../../src/imports/policy';

type Row = Record<string, string>;

const folder = join(__dirname, '../../playground/sample');
const rowsIn = (file: string): Row[] => parse(readFileSync(file), { columns: true });
const benefits = rowsIn(join(folder, 'membership.csv'));
const keys = rowsIn(join(folder, 'keys.csv'));
const lateKeys = rowsIn(join(folder, 'late-keys.csv'));
const people = rowsIn(join(folder, 'people.csv'));

const kind = (row: Row): Kind => kindOf(row as Pick<Benefit, 'category' | 'delivery' | 'unit'>);

describe('the sample of the playground has enough to try', () => {
  it('every kind of benefit', () => {
    expect(new Set(benefits.map(kind))).toEqual(
      new Set(['key', 'bare', 'token', 'order', 'credit', 'subscription', 'contract']),
    );
  });

  it.each(['retail', 'mak', 'static', 'custom', 'token'])('a key of type %s', (type) => {
    expect(keys.filter(({ key_type }) => key_type === type)).not.toEqual([]);
  });

  it('an instruction in place of a key; everything else is a key that says it is none', () => {
    const texts = [...keys, ...lateKeys].filter(({ key }) => !/^\w{5}-FAKE\w(-\w{5}){3}$/.test(key ?? ''));
    expect(texts.map(({ key_type, key }) => [key_type, key?.includes('FAKE')])).toEqual([['custom', true]]);
  });

  it('a token that carries all seats, and tokens of one seat', () => {
    const tokens = keys.filter(({ key_type }) => key_type === 'token');
    const carrying = tokens.find(({ seats }) => Number(seats) > 1);
    expect(carrying?.seats).toBe(benefits.find(({ benefit }) => benefit === carrying?.benefit)?.quantity);
    expect(tokens.filter(({ seats }) => seats === '').length).toBeGreaterThan(1);
  });

  it('a credit by the month and one by the year, support in incidents and in hours', () => {
    const units = benefits.map(({ unit }) => unit);
    expect(units).toEqual(expect.arrayContaining(['USD per month', 'USD per year', 'incident', 'hour']));
  });

  it('one unit with a key to wait for, and a benefit whose key comes later', () => {
    const keyed = (name: string | undefined) => keys.some(({ benefit }) => benefit === name);
    expect(
      benefits.filter(
        ({ quantity, delivery, benefit }) => quantity === '1' && delivery === 'key' && keyed(benefit),
      ),
    ).not.toEqual([]);
    const without = benefits.filter(({ delivery, benefit }) => delivery === 'key' && !keyed(benefit));
    expect(without.map(({ benefit }) => benefit)).toEqual(lateKeys.map(({ benefit }) => benefit));
  });

  it('settings of benefits that there are', () => {
    const names = benefits.map(({ benefit }) => benefit);
    for (const [verb, benefit] of settingsOfBenefits) {
      expect(verb).toBe('set');
      expect(names).toContain(benefit);
    }
  });

  it('people of all roles: two admins, two groups, free mail, and somebody known by e-mail alone', () => {
    expect(people.filter(({ role }) => role === 'admin').length).toBeGreaterThan(1);
    expect(people.filter(({ role }) => role === 'approver').length).toBeGreaterThan(1);
    expect(people.filter(({ groups }) => groups?.includes(';'))).not.toEqual([]);
    expect(people.filter(({ email }) => freeMailDomain(email ?? ''))).toHaveLength(1);
    const byEmail = people.filter(({ slack_id, teams_id }) => `${slack_id}${teams_id}` === '');
    expect(byEmail).toHaveLength(1);
    // They are in Slack all the same: the first word they say there links them.
    const [member] = companyIn(folder).filter(({ key }) => key === byEmail[0]?.email);
    expect(member?.slack?.id).toMatch(/^U0/);
    expect(member?.teams).toBeUndefined();
  });

  it.each(['2026-01-01', '2026-11-22', '2028-02-29'])('on %s something lapses in eight days', (today) => {
    const home = mkdtempSync(join(tmpdir(), 'benefits-sample-'));
    const membership = importsOf(folder, home, Date.parse(`${today}T12:00:00Z`)).find(
      ({ name }) => name === 'membership',
    );
    const days = rowsIn(membership?.args[2] as string)
      .filter(({ activate_by }) => activate_by !== '')
      .map(({ activate_by }) => (Date.parse(activate_by ?? '') - Date.parse(today)) / 86_400_000);
    rmSync(home, { recursive: true });
    // More than 7 and at most 14: said at once, and again when a day has passed.
    expect(Math.min(...days)).toBe(8);
    expect(Math.max(...days)).toBeGreaterThan(60);
  });
});

describe('the rules of the sample', () => {
  const { policy } = policyIn(readFileSync(join(folder, 'policy.yaml'), 'utf8'));
  const groupsOf = ({ groups = '' }: Row) => groups.split(';').filter((group) => group !== '');

  it('leave nothing doubtful: all they name is there, and whoever asks, every stage can be answered', () => {
    const known = people.map((row) => ({
      id: row.email as string,
      name: row.name as string,
      role: row.role as Role,
      email: row.email as string,
      groups: groupsOf(row),
      twins: [],
      ...(row.manager_email && { manager: row.manager_email }),
    }));
    const names = benefits.map(({ benefit = '' }) => benefit);
    // Whoever is asked reads: “The rule: …”.
    expect(policy.rules.at(-1)?.name).toMatch(/decides$/);
    expect(doubtsOf(policy, { askers: known, people: known, benefits: names })).toEqual([]);
  });

  it.each([
    ['ada@contoso.example', 'Visio Professional 2024', 'ask', ['approvers']],
    ['tom@contoso.example', 'Microsoft 365 E3', 'ask', ['approvers']],
    ['ada@contoso.example', 'Visual Studio Enterprise Subscription', 'ask', ['manager', 'admins']],
    ['tom@contoso.example', 'Visual Studio Professional Subscription', 'ask', ['manager', 'admins']],
    ['tom@contoso.example', 'Windows Server 2025 CAL', 'approve', []],
    ['tom@contoso.example', 'SQL Server 2022 Standard', 'refuse', []],
    ['ada@contoso.example', 'SQL Server 2022 Standard', 'ask', ['approvers']],
  ])('%s asks for %s: %s %j', (email, name, is, asked) => {
    const benefit = benefits.find((row) => row.benefit === name) as Row;
    const { yields } = ruleFor(policy, {
      category: benefit.category as Benefit['category'],
      benefit: name,
      groups: groupsOf(people.find((row) => row.email === email) as Row),
      onBehalf: false,
      holds: 0,
      wants: 1,
      left: Number(benefit.quantity),
    });
    const stages = yields.is === 'ask' ? yields.stages : [];
    expect([yields.is, stages.flatMap(({ ask }) => ask.map((who) => who.is))]).toEqual([is, asked]);
  });

  it('approve no more than two CALs at once, nor the last ones', () => {
    const cal = {
      category: 'software',
      benefit: 'Windows Server 2025 CAL',
      groups: [],
      onBehalf: false,
    } as const;
    const isFor = (holds: number, wants: number, left: number) =>
      ruleFor(policy, { ...cal, groups: [], holds, wants, left }).yields.is;
    expect([isFor(0, 2, 10), isFor(1, 1, 3)]).toEqual(['approve', 'approve']);
    expect([isFor(0, 3, 10), isFor(2, 1, 10), isFor(0, 1, 2)]).toEqual(['ask', 'ask', 'ask']);
  });
});
