import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, figure, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';
const studio = 'Visual Studio Enterprise Subscription';

/** Approves nothing by her role. */
const mona = figure(6, 'Mona Manager', 'employee');

/** Mona is Eve's manager; then both of the licence board must agree. */
const board = policyOf([
  rule(
    'dear things',
    [
      stage([{ is: 'manager' }]),
      stage([{ is: 'group', group: 'Licence board' }], { need: 2, may: [{ is: 'admins' }] }),
    ],
    { category: ['software', 'visual-studio'] },
  ),
  rule('incidents', [stage([{ is: 'approvers' }]), stage([{ is: 'admins' }])], { category: ['support'] }),
]);

describe.each([
  { asks: 'slack', decides: 'teams' },
  { asks: 'teams', decides: 'slack' },
] as const)('asked in $asks, decided in $decides', ({ asks, decides }) => {
  let company: Company;
  let employee: Somebody;
  let manager: Somebody;
  let [one, other, admin]: Somebody[] = [];

  beforeAll(async () => {
    company = await openCompany({
      people: [
        { ...eve, manager: mona.email },
        mona,
        { ...dana, groups: ['Licence board'] },
        { ...omar, groups: ['licence board'] },
        ada,
      ],
    });
    await applyPolicy(company.database.url, board);
    employee = company.at(asks, eve);
    manager = company.at(decides, mona);
    [one, other, admin] = [dana, omar, ada].map((figure) => company.at(decides, figure));
    for (const somebody of [manager, one, other, admin]) await somebody?.says('help');
  });
  afterAll(() => company.close());

  async function asksFor(benefit: string, words: string) {
    await employee.opensFormFor(words);
    await employee.fills({ Reason: 'For the client project' }, 'Request');
    const told = await employee.sees(`You asked for ${benefit}`);
    await employee.closesWindow();
    return told;
  }

  test('whoever asks reads that it goes through stages, and whom it waits for', async () => {
    const told = await asksFor(visio, 'visio');
    expect(told).toContain('It is decided in 2 stages');
    expect(told).toContain('Mona Manager');
    expect(told).not.toContain('Dana Decider');
    await employee.types('requests');
    await employee.sees('Waits for Mona Manager');
  });

  test('the manager reads why they are asked, by which rule, and who else is', async () => {
    const card = await manager.sees(`Eve Employee asks for ${visio}`);
    expect(card).toContain('Eve Employee reports to you');
    expect(card).toContain('dear things');
    expect(card).toContain('Nobody else is asked');
    expect(card).toContain('Stage 1 of 2');
    expect(one?.messages().join()).not.toContain('Eve Employee asks');
  });

  test('with a yes the next stage is asked, and whoever asked is told', async () => {
    await manager.presses('Approve', visio);
    await manager.sees('Waits for');
    const told = await employee.sees(`${visio}: Mona Manager agreed`);
    expect(told).toContain('Now it waits for Dana Decider, Omar Okay');
    // A card of it takes the place of the list, and has to be kept right as well.
    await employee.says('requests');
    await employee.sees(/Your requests[\s\S]*Waits for Dana Decider, Omar Okay/);
    await employee.presses('Remind', 'Your requests');
    await employee.sees('Now both must agree');
    const card = await one?.sees(`Eve Employee asks for ${visio}`);
    expect(card).toContain('you are in the group Licence board');
    expect(card).toContain('Also asked: Omar Okay');
    expect(card).toMatch(/Stage 1:\s+Mona Manager agreed/);
    expect(card).toMatch(/Stage 2:\s+2 must agree, nobody has yet/);
  });

  test('one of two is not enough; the other sees who has agreed, and everybody answers once', async () => {
    await one?.presses('Approve', visio);
    const card = await other?.sees(
      /Stage 1:\s+Mona Manager agreed[\s\S]*Stage 2:\s+1 of 2 has agreed: Dana Decider/,
    );
    expect(card).toContain('Approve');
    await one?.sees(/^(?![\s\S]*Hand over)[\s\S]*Waits for/);
    await one?.hasNoButton('Approve', visio);
    await employee.sees(/^(?![\s\S]*Now both must agree)[\s\S]*You asked for Visio/);
    const cards = employee.messages().filter((one) => one.includes(`You asked for ${visio}`));
    expect(cards.length).toBeGreaterThan(0);
    for (const one of cards) expect(one).toMatch(/Stage 2:\s+1 of 2 has agreed: Dana Decider/);
    await employee.types('requests');
    await employee.sees('Waits for Omar Okay');
  });

  test('with the last yes it is theirs, and every card says who agreed', async () => {
    await other?.presses('Approve', visio);
    expect(await employee.sees(`${visio} is yours`)).toContain(
      'Mona Manager, Dana Decider, Omar Okay approved your request',
    );
    await employee.sees(/^(?![\s\S]*You asked for Visio)/);
    for (const somebody of [manager, one, other]) {
      const card = await somebody?.sees('Approved and delivered');
      expect(card).toMatch(/Stage 1:\s+Mona Manager agreed[\s\S]*Stage 2:\s+Dana Decider, Omar Okay agreed/);
    }
  });

  test('one no is enough in whatever stage, and nobody is asked any more', async () => {
    await asksFor(studio, 'visual studio enterprise');
    await manager.sees(`Eve Employee asks for ${studio}`);
    await manager.presses('Approve', studio);
    await one?.sees(`Eve Employee asks for ${studio}`);
    await one?.presses('Deny', studio);
    await one?.fills({ Reason: 'The old one will do' }, 'Deny');
    await one?.closesWindow();
    expect(await employee.sees(`${studio} was not approved this time`)).toContain('The old one will do');
    for (const somebody of [manager, other]) await somebody?.sees('Denied');
    await other?.hasNoButton('Approve', studio);
  });

  test('whoever was asked in a stage that is over decides nothing with an old list, and reads whom it waits for', async () => {
    await employee.opensFormFor('support incidents');
    await employee.fills(
      { 'Alternative e-mail': 'eve@elsewhere.example', Reason: 'The cluster fails at night' },
      'Request',
    );
    await employee.sees('You asked for Product support incidents');
    await employee.closesWindow();
    await other?.sees('The cluster fails at night');
    await other?.types('queue');
    await other?.sees('What waits for you');
    await one?.sees('The cluster fails at night');
    await one?.presses('Approve', 'The cluster fails at night');
    await admin?.sees('The cluster fails at night');
    const card = await other?.sees(/The cluster fails at night[\s\S]*Waits for:\s+Ada Admin/);
    expect(card).toMatch(/Stage 1:\s+Dana Decider agreed/);
    await other?.presses('Approve', 'What waits for you');
    await other?.sees('The rules ask others about this: it waits for Ada Admin.');
    await employee.types('requests');
    await employee.sees(/Your requests[\s\S]*Waits for Ada Admin/);
    await admin?.presses('Approve', 'The cluster fails at night');
    await employee.sees('Product support incidents is approved');
  });

  test('nothing went wrong in any client', () => {
    for (const somebody of [employee, manager, one, other, admin]) expect(somebody?.complaints()).toEqual([]);
  });
});
