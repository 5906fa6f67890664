import { textOf } from '../../../playground/teams/card-form';
import { objects } from '../../../playground/teams/json';
import type { Person } from '../../../playground/teams/people';
import { chartsOf, type Draw } from '../../../src/bot/pictures/pictures';
import type { Chart } from '../../../src/core/card';
import { card, type Stage, stage, until } from './stage';

const png = Uint8Array.of(1, 2, 3);
const chart: Chart = {
  type: 'chart',
  title: 'Use',
  legend: 'Filled: in use',
  bars: [{ nth: 1, name: 'Visio', value: 1, whole: 2, says: '50 %' }],
};
const report = (title: string) =>
  card(title, {
    blocks: [
      chart,
      { type: 'row', title: '1. Visio', text: '50 %' },
      { type: 'buttons', buttons: [{ label: 'Last 90 days', press: { type: 'report', days: 90 } }] },
    ],
  });

describe('a card with a chart in Teams', () => {
  let on: Stage;
  let ada: Person;
  let draw: Draw;
  beforeAll(async () => {
    on = await stage({ draw: (one) => draw(one) });
    ada = on.tenant.person('Ada Lin');
    on.house(({ input }) => ({
      card: report(JSON.stringify(input).includes('90') ? 'Ninety days' : 'Thirty days'),
    }));
  });
  beforeEach(() => {
    draw = async (one) => new Map(chartsOf(one).map((each) => [each, png]));
  });
  afterAll(() => on.close());

  const newest = (title: string) =>
    until(title, () => {
      const [last] = on.tenant.messages(ada).at(-1)?.cards ?? [];
      return last && textOf(last).startsWith(title) && last;
    });
  const pictures = async (title: string) =>
    objects((await newest(title)).body).filter(({ type }) => type === 'Image');
  const asks = () => on.tenant.say(ada, on.tenant.chat(ada), 'report');
  const presses = async () => {
    const message = on.tenant.messages(ada).at(-1);
    await on.tenant.press(ada, message as NonNullable<typeof message>, { label: 'Last 90 days' });
  };
  const picture = {
    type: 'Image',
    url: `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
    altText: 'Use: 1. Visio: 50 %',
    width: '360px',
  };

  test('has its picture inside, with its numbers for whoever does not see it, when it was asked for and when it was pressed', async () => {
    await asks();
    expect(await pictures('Thirty days')).toEqual([picture]);
    expect(textOf(await newest('Thirty days'))).toContain('Filled: in use');
    await presses();
    expect(await pictures('Ninety days')).toEqual([picture]);
  });

  test('comes in words where drawing came to nothing', async () => {
    draw = async () => new Map();
    await asks();
    expect(await pictures('Thirty days')).toEqual([]);
    expect(textOf(await newest('Thirty days'))).toContain('1. Visio\n50 %');
    expect(textOf(await newest('Thirty days'))).not.toContain('Filled');
  });

  test('and an answer to a button does not wait for a picture that does not come', async () => {
    await asks();
    await newest('Thirty days');
    draw = () => new Promise(() => {});
    await presses();
    expect(await pictures('Ninety days')).toEqual([]);
  });
});
