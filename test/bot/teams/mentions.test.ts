import { Activity } from '../../../src/bot/teams/activity';
import { hear } from '../../../src/bot/teams/hear';
import { mentionsIn } from '../../../src/core/person';

const ada = '0a1b2c3d-0000-4000-8000-000000000001';
const ben = '0a1b2c3d-0000-4000-8000-000000000002';
const bot = '28:bot';

const mention = (name: string, mentioned: Record<string, unknown>, mark = `<at>${name}</at>`) => ({
  type: 'mention',
  text: mark,
  mentioned: { name, ...mentioned },
});
const toBot = mention('Benefits', { id: bot });
const toAda = mention('Ada Lin', { id: '29:1ada', aadObjectId: ada.toUpperCase() });
const toBen = mention('Ben Okoro', { id: `8:orgid:${ben}` });

/** The words of a message, as the house hears them. */
function heard(text: string, entities: unknown[]): string {
  const hearing = hear(
    Activity.parse({
      type: 'message',
      id: '1',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      conversation: { id: 'a:1', conversationType: 'personal' },
      from: { id: '29:1me', aadObjectId: ada },
      recipient: { id: bot },
      text,
      entities,
    }),
  );
  return hearing.kind === 'said' ? (hearing.input as { text: string }).text : hearing.kind;
}

describe('whom a message of Teams mentions', () => {
  test.each<[string, string, unknown[], string]>([
    ['nobody', 'assign Visio to Ada', [], 'assign Visio to Ada'],
    ['the bot', '<at>Benefits</at>&nbsp;mine', [toBot], 'mine'],
    ['a colleague', 'assign Visio to <at>Ada Lin</at>', [toAda], `assign Visio to <@teams:${ada}>`],
    ['one by a Teams id that spells it out', 'remove <at>Ben Okoro</at>', [toBen], `remove <@teams:${ben}>`],
    [
      'the bot and two',
      '<at>Benefits</at> reassign X from <at>Ada Lin</at> to <at>Ben Okoro</at>',
      [toBot, toAda, toBen],
      `reassign X from <@teams:${ada}> to <@teams:${ben}>`,
    ],
    [
      'one twice',
      '<at>Ada Lin</at> and again <at>Ada Lin</at>',
      [toAda, toAda],
      `<@teams:${ada}> and again <@teams:${ada}>`,
    ],
    [
      'two of one name',
      '<at>Ada Lin</at>, <at>Ada Lin</at>',
      [toAda, mention('Ada Lin', { aadObjectId: ben })],
      `<@teams:${ada}>, <@teams:${ben}>`,
    ],
    [
      'one in two pieces',
      'to <at>Ada</at>&nbsp;<at>Lin</at> today',
      [mention('Ada', { aadObjectId: ada }), mention('Lin', { aadObjectId: ada })],
      `to <@teams:${ada}> today`,
    ],
    [
      'somebody without an id',
      'to <at>Una Known</at>',
      [mention('Una Known', { id: '29:1una' })],
      'to Una Known',
    ],
    ['a bad id', 'to <at>Una</at>', [mention('Una', { aadObjectId: '> <@slack:U1' })], 'to Una'],
    ['another bot', 'ask <at>Polly</at>', [mention('Polly', { id: '28:polly' })], 'ask Polly'],
    ['marks with numbers', 'to <at id="0">Una</at>', [mention('Una', {}, '<at id="0">Una</at>')], 'to Una'],
    ['a name with signs', 'to <at>A &amp; B</at>', [mention('A', {}, '<at>A &amp; B</at>')], 'to A & B'],
    ['a name with a dollar', 'to <at>$&</at>', [mention('$&', {}, '<at>$&</at>')], 'to $&'],
    ['nothing, by an entity of nothing', 'list', [{ type: 'mention' }, { type: 'clientInfo' }, {}], 'list'],
  ])('%s', (_whom, text, entities, expected) => {
    expect(heard(text, entities)).toBe(expected);
  });

  test('what a mention becomes is what the house looks for', () => {
    expect(mentionsIn(heard('<at>Ada Lin</at> <at>Ben Okoro</at>', [toAda, toBen]))).toEqual([
      `teams:${ada}`,
      `teams:${ben}`,
    ]);
  });

  test.each(['<at', '<at ', '</at', '<at>', '<'])('nobody keeps the bot busy with many times %j', (part) => {
    const mark = part.repeat(Math.ceil(100_000 / part.length));
    const began = performance.now();
    heard('mine', [mention('Ada Lin', { id: '29:1ada' }, mark)]);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('nor makes its words grow by mentions of what mentions have become', () => {
    const zero = '00000000-0000-4000-8000-000000000000';
    const entities = [...'xteams0'].map((mark) => mention(mark, { aadObjectId: zero }, mark));
    const [input, marked] = ['x'.repeat(100), `<at>${zero}</at>`];
    expect(heard(input, entities)).toBe(input);
    expect(heard(marked, [mention(zero, { aadObjectId: zero }), ...entities])).toBe(`<@teams:${zero}>`);
  });

  test('nor with many mentions of a long text', () => {
    const entities = Array.from({ length: 1_500 }, (_, n) => mention(`${n}`, { id: '29:1ada' }));
    const began = performance.now();
    heard('mine '.repeat(20_000), entities);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
