import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createSlack, type Slack } from '../../../playground/slack';
import { drawn } from '../../../src/bot/pictures/draw';
import { makeFollowing } from '../../../src/bot/slack/following';
import type { Files } from '../../../src/bot/slack/picture';
import { makeUpload } from '../../../src/bot/slack/upload';
import { clientsOf } from '../../../src/bot/slack/web-api';
import type { Card, Chart } from '../../../src/core/card';
import { ann } from '../../playground/slack/throwaway-bot';
import { card, token } from './fake-slack';

const chart: Chart = {
  type: 'chart',
  title: 'Use',
  legend: 'Filled: in use',
  bars: [{ nth: 1, name: 'Visio', value: 1, whole: 2, says: '50 %' }],
};
const report = card({ blocks: [chart] });
const png = drawn(chart.bars);
const draw = async (one: Card) => new Map(one.blocks.includes(chart) ? [[chart, png]] : []);

describe('a picture is brought to Slack', () => {
  let slack: Slack;
  let origin: string;
  let lines: string[];
  const open = async (scopes?: string[]) => {
    slack = createSlack({
      botUrl: 'http://127.0.0.1:1/',
      signingSecret: 's',
      botToken: token,
      people: [ann],
      ...(scopes && { scopes }),
    });
    origin = await slack.listen();
  };
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  const uploading = (apiUrl = `${origin}/api/`) => {
    const { web } = clientsOf(token, `${origin}/api/`, log);
    return { web, upload: makeUpload(web, draw, log, apiUrl) };
  };
  const calls = (method: string) =>
    slack.ledger.entries.filter((entry) => 'method' in entry && entry.method === method).length;
  beforeEach(async () => {
    lines = [];
    await open();
  });
  afterEach(() => slack.stop());

  test('and stands in a message as soon as Slack has looked at it, not before', async () => {
    const { web, upload } = uploading();
    const files = (await upload(report)) as Files;
    const id = files.get(chart) as string;
    expect(slack.picture(id)).toBe(`data:image/png;base64,${Buffer.from(png).toString('base64')}`);
    const image = { type: 'image' as const, slack_file: { id }, alt_text: 'Use' };
    const channel = (await web.conversations.open({ users: ann.id })).channel?.id as string;
    expect((await web.chat.postMessage({ channel, text: 'x', blocks: [image] })).ok).toBe(true);
    expect(calls('files.info')).toBeGreaterThan(1);
    expect(lines).toEqual([]);
  });

  test('once: the same numbers are the same picture, until somebody deletes it', async () => {
    const { upload } = uploading();
    const first = await upload(report);
    expect(await upload(report)).toEqual(first);
    expect(calls('files.completeUploadExternal')).toBe(1);
    slack.deleteFile(first?.get(chart) as string);
    const again = await upload(report);
    expect(again?.get(chart)).not.toBe(first?.get(chart));
    expect(slack.picture(again?.get(chart) as string)).toBeDefined();
  });

  test('and a card without one calls nobody', async () => {
    expect(await uploading().upload(card())).toBeUndefined();
    expect(slack.ledger.entries).toEqual([]);
  });

  test.each([
    ['has no right to write files', ['files:read'], 'missing_scope'],
    ['has no right to ask about them', ['files:write'], 'missing_scope'],
  ])('where the app %s there is none, and an operator is told', async (_, scopes, code) => {
    await slack.stop();
    await open(scopes);
    expect(await uploading().upload(report)).toBeUndefined();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`"code":"${code}"`);
    expect(lines[0]).toContain('slack-picture-not-brought');
  });

  test('to nobody else: an address that is not of Slack gets nothing', async () => {
    let asked = 0;
    const elsewhere = createServer((_, response) => {
      asked += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const other = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    slack.faults.every(({ method }) =>
      method === 'files.getUploadURLExternal'
        ? {
            status: 200,
            body: { ok: true, upload_url: `${other}/upload/v1/F0123456789`, file_id: 'F0123456789' },
          }
        : undefined,
    );
    expect(await uploading().upload(report)).toBeUndefined();
    expect(await uploading('https://slack.com/api/').upload(report)).toBeUndefined();
    expect(calls('files.completeUploadExternal')).toBe(0);
    expect(lines).toHaveLength(2);
    expect(asked).toBe(0);
    elsewhere.close();
  });
});

describe('pictures follow the words', () => {
  const files: Files = new Map([[chart, 'F0PICTURE1']]);
  const gate = () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { open, upload: () => opened.then(() => files) };
  };
  const lines: unknown[] = [];
  const log = { info: (facts: unknown) => void lines.push(facts) };

  test('onto the message where they stand, unless something newer stands there by then', async () => {
    const { open, upload } = gate();
    const follow = makeFollowing(upload, log);
    const put: string[] = [];
    const brings = (name: string) => async () => void put.push(name);
    const thirty = follow(report, 'D1 1.0')(brings('thirty days'));
    const ninety = follow({ ...report }, 'D1 1.0')(brings('ninety days'));
    const elsewhere = follow({ ...report }, 'D1 2.0')(brings('another message'));
    const posted = follow({ ...report })(brings('a message that was pressed since'), {
      channel: 'D1',
      ts: '1.0',
    });
    open();
    await Promise.all([thirty, ninety, elsewhere, posted]);
    expect(put).toEqual(['ninety days', 'another message']);
  });

  test('and where there are none, or none came, nothing is sent', async () => {
    const nothing = makeFollowing(async () => undefined, log);
    const put = jest.fn(async () => {});
    await nothing(report)(put);
    await makeFollowing(async () => files, log)(card())(put);
    expect(put).not.toHaveBeenCalled();
  });

  test('a window that was closed meanwhile is no answer that was lost', async () => {
    const closed = async () => {
      throw new Error('not_found');
    };
    await makeFollowing(async () => files, log)(report)(closed);
    expect(lines).toEqual([{ code: 'failed' }]);
  });
});
