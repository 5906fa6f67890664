import { hear } from '../../../src/bot/teams/hear';

const conversation = { id: 'a:1chat', conversationType: 'personal' };
const said = (more: object, where: { id: string; conversationType: string } = conversation) =>
  hear({
    type: 'message',
    id: '1700000000009',
    serviceUrl: 'https://smba.trafficmanager.net/teams/',
    conversation: where,
    recipient: { id: '28:bot' },
    from: { id: '29:ada', aadObjectId: '0a1b2c3d-0000-4000-8000-000000000001' },
    text: 'as it stands in the text',
    ...more,
  });
const inputOf = (more: object, where?: typeof conversation) => {
  const hearing = said(more, where);
  return 'input' in hearing ? hearing.input : undefined;
};
const html = (content: unknown) => ({ attachments: [{ contentType: 'text/html', content }] });
const opening = '<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1700000000001">';
const preview =
  '<strong itemprop="mri" itemid="28:bot">Benefits</strong><p itemprop="preview">Eve asks for …</p>';
const to = { conversationId: 'a:1chat', activityId: '1700000000001' };

describe('words in reply to a message', () => {
  test.each<[string, object, string]>([
    ['quoted before what is said', html(`${opening}${preview}</blockquote><p>Until June</p>`), 'Until June'],
    ['quoted after it', html(`<p>Until June</p>${opening}${preview}</blockquote>`), 'Until June'],
    [
      'with signs of markup in them',
      html(`${opening}${preview}</blockquote><p>R&amp;D needs &lt;two&gt;</p>`),
      'R&D needs <two>',
    ],
    [
      'with the marks in another order',
      html(
        '<blockquote itemid="1700000000001" itemscope itemtype="https://schema.skype.com/Reply">x</blockquote>Yes',
      ),
      'Yes',
    ],
    [
      'beside a quotation of something else',
      html(`<blockquote>a poem</blockquote>${opening}${preview}</blockquote>It is ours`),
      'a poem  It is ours',
    ],
    ['in a thread', { replyToId: '1700000000001', text: 'Until June' }, 'Until June'],
  ])('%s', (_, more, text) => {
    expect(inputOf(more)).toEqual({
      type: 'reply',
      to,
      text: expect.stringMatching(new RegExp(`^${text.replaceAll(/ +/g, '\\s+')}$`)),
    });
  });

  test.each<[string, object]>([
    ['nothing is quoted', {}],
    ['the markup quotes no message', html('<blockquote>a poem</blockquote><p>as it stands</p>')],
    ['the quotation has no end', html(`${opening}${preview}`)],
    ['the markup is none', html({ not: 'text' })],
    [
      'the attachment is a picture',
      { attachments: [{ contentType: 'image/png', content: `${opening}</blockquote>` }] },
    ],
  ])('none where %s', (_, more) => {
    expect(inputOf(more)).toEqual({ type: 'say', text: 'as it stands in the text', dialog: false });
  });

  test('none in a channel, where every message of a thread replies to its first', () => {
    const channel = { id: '19:a@thread.tacv2', conversationType: 'channel' };
    expect(inputOf({ replyToId: '1700000000001' }, channel)).toMatchObject({ type: 'say' });
  });

  test('a card that was sent is no reply, although it names the message it stood in', () => {
    expect(inputOf({ replyToId: '1700000000001', value: { type: 'mine' } })).toEqual({ type: 'mine' });
  });

  test.each([
    opening,
    opening.slice(0, -1),
    '<blockquote itemtype="http://schema.skype.com/Reply"',
    '<blockquote itemtype="http://schema.skype.com/Reply" itemid="1"',
    '<blockquote ',
    '<',
  ])('nobody keeps the bot busy with many times %j', (part) => {
    const began = performance.now();
    said(html(part.repeat(Math.ceil(100_000 / part.length))));
    expect(performance.now() - began).toBeLessThan(500);
  });
});
