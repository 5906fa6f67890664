import type { Stocked } from '../../src/core/benefit';
import { type Card, plainText } from '../../src/core/card';
import type { Holding } from '../../src/core/holding';
import type { OnShelf } from '../../src/core/listed';
import { aboutStock, forget, isLow, warn } from '../../src/core/low-stock';
import type { Person } from '../../src/core/person';
import { show, whatIsLeft } from '../../src/core/views/catalogue';
import { holding as holdingCard } from '../../src/core/views/holding';
import { mine } from '../../src/core/views/holdings';
import { holders, lowStock, stock } from '../../src/core/views/stock';
import { wordsIn } from '../../src/core/words';
import {
  ada,
  approved,
  dana,
  decidedBy,
  holding,
  id,
  incidents,
  inStock,
  later,
  offeredRequest,
  packageEnded,
  pending,
  server,
  studio,
  visio,
  waitingRequest,
} from './examples';

const view = { words: wordsIn('en'), locale: 'en', now: later } as const;
const watched = (lowStockBelow: number | undefined, free: number): Stocked => ({
  ...visio,
  settings: { ...visio.settings, ...(lowStockBelow !== undefined && { lowStock: lowStockBelow }) },
  stock: inStock({ freeUnits: free }),
});
const rowOf = (card: Card, title: string) => {
  const row = card.blocks.find((block) => block.type === 'row' && block.title === title);
  return row?.type === 'row' ? row.text : '';
};

describe('little is left', () => {
  test.each<[string, Stocked, boolean]>([
    ['below the threshold', watched(2, 1), true],
    ['not at the threshold', watched(2, 2), false],
    ['not without a threshold', watched(undefined, 0), false],
    ['never below nothing', watched(0, 0), false],
    ['when nothing is left', watched(1, 0), true],
  ])('%s', (_, benefit, low) => {
    expect(isLow(benefit, later)).toBe(low);
  });

  test('not of what cannot be given any more', () => {
    expect(isLow(watched(2, 0), packageEnded)).toBe(false);
  });

  test.each<[number, boolean, 'warn' | 'forget' | undefined]>([
    [1, false, 'warn'],
    [1, true, undefined],
    [2, true, 'forget'],
    [2, false, undefined],
  ])('with %i left, told before: %s', (free, told, turn) => {
    expect(aboutStock(watched(2, free), told, later)).toBe(turn);
  });

  test('every admin is told, and the ledger says so of each', () => {
    const admins: Person[] = [ada, { ...ada, id: id(6), name: 'Otto' }];
    const change = warn({ ...watched(2, 1), stock: inStock({ freeUnits: 1, waiting: 3 }) }, admins);
    expect(change.steps).toEqual([{ do: 'low-told', benefit: visio.id, told: true }]);
    expect(change.notices).toEqual(
      admins.map((admin) => ({
        to: admin.id,
        subject: visio.id,
        way: 'tell',
        notice: expect.objectContaining({ kind: 'low-stock', left: 1, threshold: 2, waiting: 3 }),
      })),
    );
    expect(change.audit).toEqual(
      admins.map((admin) => ({
        action: 'benefit.low',
        subject: visio.id,
        person: admin.id,
        benefit: visio.id,
      })),
    );
    const [first] = change.notices;
    if (first?.notice.kind !== 'low-stock') throw new Error('no notice');
    const text = plainText(lowStock(view, first.notice));
    expect(text).toContain(`Little is left of ${visio.name}`);
    expect(text).toContain('Left: 1 licence');
    expect(text).toContain('Warns below: 2 licences');
    expect(text).toContain('On the waiting list: 3');
  });

  test('that there is enough again is remembered, and nobody is told', () => {
    expect(forget(visio)).toMatchObject({ steps: [{ do: 'low-told', told: false }], notices: [] });
  });
});

describe('the stock', () => {
  test.each<[string, OnShelf, string]>([
    [
      'counts the keys, and the parts come to the whole',
      {
        ...server,
        units: 12,
        stock: inStock({ held: 6, freeUnits: 7, setAside: 1, retired: 2, waiting: 3 }),
      },
      '16 bought (cores) · 6 given · 7 free · 3 waiting · Keys: 12 in all = 7 free + 2 given + 1 set aside + 2 retired',
    ],
    [
      'leaves out what is not there',
      { ...visio, units: 2 },
      '2 bought (licences) · 0 given · 2 free · Keys: 2 in all = 2 free + 0 given',
    ],
    [
      'has no keys where there are none',
      { ...studio, units: 0 },
      '3 bought (subscriptions) · 3 given · 0 free',
    ],
    [
      'marks what is low, in words',
      { ...watched(2, 1), units: 1 },
      'Low: fewer than 2 left · 2 bought (licences) · 0 given · 1 free · Keys: 1 in all = 1 free + 0 given',
    ],
  ])('%s', (_, benefit, text) => {
    expect(rowOf(stock(view, [benefit], 1), benefit.name)).toBe(text);
  });

  test('of 500 benefits is paged, and nothing is lost between the pages', () => {
    const many = Array.from(
      { length: 500 },
      (_, at): OnShelf => ({
        ...visio,
        id: id(1000 + at),
        name: `Benefit ${at}`,
        units: 2,
      }),
    );
    const names: string[] = [];
    for (let page = 1; page <= 40; page++) {
      const card = stock(view, many, page);
      for (const block of card.blocks) if (block.type === 'row') names.push(block.title);
      if (!JSON.stringify(card).includes('"Next"')) break;
    }
    expect(names).toEqual(many.map(({ name }) => name));
  });

  test('who has it, for whom it is set up or kept, and who waits in which place', () => {
    const card = holders(
      view,
      server,
      [holding],
      [offeredRequest, approved, { ...waitingRequest, id: id(210) }, { ...waitingRequest, id: id(211) }],
      1,
    );
    const text = plainText(card);
    expect(text).toContain('Eve Employee: 2 cores · since 23 Nov 2026, approved by Dana Decider');
    expect(text).toMatch(/Kept until 25 Nov 2026, 14:00 UTC · approved by Dana Decider/);
    expect(text).toMatch(
      /Being set up\n林美: 1 subscription[\s\S]*Who waits for it\nEve Employee: 2 cores · Kept/,
    );
    expect(text).toContain('1. Eve Employee: 2 cores');
    expect(text).toContain('2. Eve Employee: 2 cores');
    expect(JSON.stringify(card)).toContain('"type":"holding"');
  });

  test('that nothing is left is said as it is', () => {
    const notice = { kind: 'low-stock', benefit: visio, threshold: 2, waiting: 0 } as const;
    expect(lowStock(view, { ...notice, left: 1 }).title).toBe(`Little is left of ${visio.name}`);
    expect(lowStock(view, { ...notice, left: 0 }).title).toBe(`Nothing is left of ${visio.name}`);
  });

  test('says how many wait, and why something cannot be given', () => {
    const waiting = { ...visio, stock: inStock({ held: 2, freeUnits: 0, waiting: 3 }) };
    expect(whatIsLeft(view, waiting)).toBe('0 of 2 left (licences) · 3 waiting');
    expect(whatIsLeft(view, { ...visio, droppedOn: '2026-11-01' })).toContain(
      'not part of the membership since 1 November 2026',
    );
    expect(JSON.stringify(show(view, waiting, decidedBy(dana)))).toContain('"type":"ask"');
    expect(
      JSON.stringify(show(view, { ...waiting, droppedOn: '2026-11-01' }, decidedBy(dana))),
    ).not.toContain('"type":"ask"');
  });

  test.each([
    [true, true],
    [false, false],
  ])('Assign is for admins: %s', (mayAssign, shown) => {
    const text = JSON.stringify(show(view, visio, decidedBy(dana), mayAssign));
    expect(text.includes('"assign-form"')).toBe(shown);
    expect(text.includes('"holders"')).toBe(shown);
  });
});

/** The labels of all buttons of a card, in their order. */
const labels = (card: Card): string[] =>
  card.blocks.flatMap((block) =>
    block.type === 'buttons'
      ? block.buttons.map(({ label }) => label)
      : block.type === 'row' && block.button
        ? [block.button.label]
        : [],
  );

describe('one holding', () => {
  const owner = { owns: true, keeps: false };
  const admin = { owns: false, keeps: true };
  const token: Holding = {
    ...holding,
    benefit: { ...holding.benefit, category: 'cloud', name: 'Office 365 E3' },
  };
  const contract: Holding = {
    ...holding,
    benefit: incidents,
    quantity: 10,
    used: 3,
    key: false,
    email: 'eve.private@fabrikam.example',
    evidence: 'Contract of 2026',
    contract: { accessId: 'A-1', contractId: 'C-2' },
  };
  const inquired: Holding = { ...holding, state: { is: 'inquired', answerBy: '2026-12-07T14:00:00.000Z' } };
  const ended: Holding = { ...holding, state: { is: 'ended', at: later, how: 'unanswered' } };

  test.each<[string, Holding, { owns: boolean; keeps: boolean }, string[]]>([
    ['a key', holding, owner, ['Show key', 'This key does not work', 'Return']],
    ['a subscription', { ...holding, benefit: studio, key: false }, owner, ['Open portal', 'Return']],
    ['a contract', contract, owner, ['Write down use', 'Open portal', 'Return']],
    ['a contract that is used up', { ...contract, used: 10 }, owner, ['Open portal', 'Return']],
    [
      'what was asked about',
      inquired,
      owner,
      ['I still need it', 'Show key', 'This key does not work', 'Return'],
    ],
    ['somebody else’s, for an admin', holding, admin, ['Reassign', 'Remove']],
    [
      'an admin’s own',
      holding,
      { owns: true, keeps: true },
      ['Show key', 'This key does not work', 'Return', 'Reassign', 'Remove'],
    ],
    ['what has ended', ended, { owns: true, keeps: true }, []],
  ])('offers what can be done with it: %s', (_, held, reader, shown) => {
    expect(labels(holdingCard(view, held, [], reader))).toEqual(shown);
  });

  test('a token helps to choose', () => {
    expect(labels(holdingCard(view, token, [], owner))).toContain(view.words.buttons.planToken);
  });

  test('says everything about it', () => {
    const text = plainText(
      holdingCard(
        view,
        contract,
        [{ by: 'Eve Employee', quantity: 2, what: 'Mail stopped', at: later }],
        owner,
      ),
    );
    for (const fact of [
      'Used: 3 incidents',
      'Available: 7 incidents left',
      'Alternative e-mail: eve.private@fabrikam.example',
      'Evidence: Contract of 2026',
      'Access ID: A-1',
      'Contract ID: C-2',
      'Held since: 23 Nov 2026',
      'Approved by: Dana Decider',
      'State: In use',
      '2 incidents · 23 Nov 2026: Mail stopped · Eve Employee',
    ])
      expect(text).toContain(fact);
  });

  test('shows the ids of a contract to its holder and to admins, and to nobody else', () => {
    expect(plainText(holdingCard(view, contract, [], admin))).toContain('C-2');
    const nobody = { owns: false, keeps: false };
    expect(plainText(holdingCard(view, contract, [], nobody))).not.toContain('C-2');
  });

  test.each<[Holding, string]>([
    [inquired, 'an answer is expected by 7 Dec 2026, 14:00 UTC'],
    [ended, 'Taken back because nobody answered on 23 Nov 2026'],
  ])('says its state', (held, state) => {
    expect(plainText(holdingCard(view, held, [], owner))).toContain(state);
  });
});

describe('“mine”', () => {
  test('holds everything: what is held, each with the way back, and every open request', () => {
    const held = Array.from({ length: 30 }, (_, at) => ({ ...holding, id: id(600 + at) }));
    const open = Array.from({ length: 30 }, (_, at) => ({ ...pending, id: id(700 + at) }));
    const seen: string[] = [];
    let headings = 0;
    for (let page = 1; page <= 20; page++) {
      const card = mine(view, held, open, page);
      const text = JSON.stringify(card);
      for (const one of [...held, ...open]) if (text.includes(one.id)) seen.push(one.id);
      headings += card.blocks.filter(({ type }) => type === 'heading').length;
      if (!text.includes('"Next"')) break;
    }
    expect(seen).toEqual([...held, ...open].map((one) => one.id));
    expect(headings).toBeGreaterThanOrEqual(1);
    expect(labels(mine(view, [holding], [], 1))).toEqual(['Show key', 'Return', 'Details']);
  });

  test('two of the same can be told apart by their buttons', () => {
    const card = mine(view, [holding, { ...holding, id: id(302) }], [], 1);
    const text = JSON.stringify(card);
    expect(text).toContain(`"about":"${server.name}"`);
    expect(text).toContain(`"about":"${server.name} (2)"`);
  });

  test('says of nothing that it is nothing, once', () => {
    expect(plainText(mine(view, [], [pending], 1))).toContain('You hold nothing yet.');
  });
});
