import { type Card, plainText } from '../../src/core/card';
import { badAlternative } from '../../src/core/eligible';
import type { Holding } from '../../src/core/holding';
import { type Using, use } from '../../src/core/use';
import { cardFor } from '../../src/core/views/for-notice';
import { stateIn } from '../../src/core/views/request-facts';
import { used, useForm } from '../../src/core/views/support';
import { wordsIn } from '../../src/core/words';
import {
  approved,
  eve,
  fulfilled,
  holding,
  id,
  incidents,
  later,
  mei,
  named,
  notices,
  now,
  omar,
} from './examples';

const benefit = {
  id: incidents.id,
  name: incidents.name,
  category: incidents.category,
  unit: incidents.unit,
  delivery: incidents.delivery,
};
const contract: Holding = { ...holding, benefit, quantity: 10, used: 7, key: false };
const using: Using = { id: id(600), holding: contract, by: eve, quantity: 2, what: 'Case 4711', now: later };
const ended: Holding = { ...contract, state: { is: 'ended', at: now, how: 'left' } };

describe('noting down what was used', () => {
  test('counts it, by whom and for what', () => {
    const decision = use(using);
    expect(decision).toMatchObject({
      ok: true,
      is: { used: 9 },
      change: {
        steps: [
          {
            do: 'use',
            use: id(600),
            holding: contract.id,
            by: named(eve),
            quantity: 2,
            what: 'Case 4711',
            at: later,
          },
        ],
        audit: [{ action: 'holding.used', by: eve.id, subject: contract.id, why: '2: Case 4711' }],
      },
    });
  });

  test('counts it as used by a colleague, whom the holder names', () => {
    const decision = use({ ...using, usedBy: mei });
    expect(decision).toMatchObject({
      change: { steps: [{ do: 'use', by: named(mei) }], audit: [{ by: eve.id, person: mei.id }] },
    });
  });

  test.each<[string, Partial<Using>, object | 'allowed']>([
    ['the last ones', { quantity: 3 }, 'allowed'],
    ['more than are left', { quantity: 4 }, { why: 'too-many-used', benefit: incidents.name, left: 3 }],
    [
      'one, when none is left',
      { quantity: 1, holding: { ...contract, used: 10 } },
      { why: 'too-many-used', benefit: incidents.name, left: 0 },
    ],
    ['those of somebody else', { by: omar }, { why: 'not-your-holding' }],
    ['those that were given back', { holding: ended }, { why: 'gone' }],
    ['what is no support benefit', { holding }, { why: 'gone' }],
  ])('%s', (_, change, outcome) => {
    const decision = use({ ...using, ...change });
    expect(decision.ok ? 'allowed' : decision.refusal).toEqual(outcome);
  });
});

describe('the second address', () => {
  const assignee = { ...named(mei), email: 'mei@contoso.example' };
  const account = 'partner@contoso.example';
  test.each([
    ['is another one', 'mei.lin@fabrikam.example', undefined],
    ['is missing', undefined, 'bad-email'],
    ['is no address', 'mei at home', 'bad-email'],
    ['is the person’s own, in other letters', ' MEI@Contoso.example', 'email-of-person'],
    ['is that of the company’s account', 'Partner@contoso.example', 'email-of-account'],
  ])('%s', (_, alternative, why) => {
    expect(badAlternative({ alternative, assignee, account })?.why).toBe(why);
  });
});

describe('the cards of a support benefit', () => {
  const words = wordsIn('en');
  const view = { words, locale: 'en', now } as const;
  const asked = { ...approved, benefit, quantity: 10, email: 'mei.lin@fabrikam.example' };
  const sent = notices['with-microsoft'];
  const buttons = (card: Card): string[] =>
    card.blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons.map(({ label }) => label) : []));
  const active = {
    kind: 'set-up',
    request: { ...fulfilled, benefit, quantity: 10 },
    contract: { accessId: 'A-1', contractId: 'C-1' },
  } as const;

  test.each<[string, Card, RegExp]>([
    [
      'once approved: that Microsoft writes to both addresses',
      cardFor(view, { kind: 'approved', request: asked, to: 'assignee' }),
      /writes to both addresses: .* mei\.lin@fabrikam\.example/,
    ],
    [
      'with Microsoft: for how long usually',
      cardFor(view, sent),
      /is with Microsoft[\s\S]*both addresses, usually within 5 days/,
    ],
    [
      'later than that: that it takes longer',
      cardFor(view, { ...sent, late: true }),
      /takes longer than usual/,
    ],
    ['active: both IDs', cardFor(view, active), /Access ID: A-1\nContract ID: C-1\n.*Add Contract/],
  ])('say, %s', (_, card, text) => expect(plainText(card)).toMatch(text));

  test('lead to where a case is opened, and to noting it down', () => {
    expect(buttons(cardFor(view, active))).toEqual(['Open portal', 'Write down use']);
  });

  test('show asked, with Microsoft and active as states of their own', () => {
    const states = [{ ...asked, state: 'approved' } as const, sent.request, { ...fulfilled, benefit }];
    expect(new Set(states.map((request) => stateIn({ words }, request))).size).toBe(3);
    expect(stateIn({ words }, sent.request)).toBe('With Microsoft, which activates it');
  });

  test('ask for no more than is left', () => {
    const form = useForm(view, contract, id(600)).blocks.find((block) => block.type === 'form');
    expect(form).toMatchObject({
      fields: [
        { name: 'quantity', least: 1, most: 3, hint: '3 left' },
        { name: 'person', optional: true },
        { name: 'what' },
      ],
      press: { type: 'use', use: id(600), holding: contract.id },
    });
  });

  test('list who used how many, when and for what, and what is left', () => {
    const uses = [{ by: 'Eve Employee', quantity: 7, what: 'Case\n4711', at: later }];
    const text = plainText(used(view, contract, uses));
    expect(text).toContain('3 of 10 incidents left');
    expect(text).toMatch(/7 incidents · 23 Nov 2026: .*Case 4711.*Eve Employee/);
  });
});
