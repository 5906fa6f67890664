import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchFile } from '../../src/bot/fetch-file';
import { fetchFromSlack, isSlackFile } from '../../src/bot/slack/files';
import { fetchFromTeams, isTeamsFile } from '../../src/bot/teams/files';
import { mostOfAFile } from '../../src/core/file';

const slackApi = 'http://127.0.0.1:3979/api/';
test.each<[string, string | undefined, boolean]>([
  ['https://files.slack.com/files-pri/T1-F1/download/a.csv', undefined, true],
  ['https://files.slack.com/files-pri/T1-F1/download/a.csv', 'https://slack.com/api/', true],
  ['http://files.slack.com/files-pri/T1-F1/a.csv', undefined, false],
  ['https://files.slack.com:8443/a.csv', undefined, false],
  ['https://files.slack.com.evil.example/a.csv', undefined, false],
  ['https://files.slack.com@evil.example/a.csv', undefined, false],
  ['https://user@files.slack.com/a.csv', undefined, false],
  ['https://slack.com/a.csv', undefined, false],
  ['http://127.0.0.1:3979/files-pri/F1/download/a.csv', undefined, false],
  ['http://127.0.0.1:3979/files-pri/F1/download/a.csv', slackApi, true],
  ['http://127.0.0.1:3980/files-pri/F1/download/a.csv', slackApi, false],
  ['https://files.slack.com/files-pri/T1-F1/download/a.csv', slackApi, false],
  ['no address', undefined, false],
])('our token of Slack goes to %s, with the Web API at %s: %s', (url, api, goes) => {
  expect(isSlackFile(url, api)).toBe(goes);
});

test.each<[string, string | undefined, boolean]>([
  ['https://contoso-my.sharepoint.com/personal/ada/download.aspx?tempauth=x', undefined, true],
  ['https://contoso.sharepoint.com/a', undefined, true],
  ['https://sharepoint.com.evil.example/a', undefined, false],
  ['https://evilsharepoint.com/a', undefined, false],
  ['https://contoso.sharepoint.com:444/a', undefined, false],
  ['http://contoso.sharepoint.com/a', undefined, false],
  ['https://contoso.sharepoint.com@evil.example/a', undefined, false],
  ['http://169.254.169.254/latest/meta-data', undefined, false],
  ['http://127.0.0.1:3979/personal/download/1', undefined, false],
  ['http://127.0.0.1:3979/personal/download/1', 'http://127.0.0.1:3979', true],
  ['http://127.0.0.1:3980/personal/download/1', 'http://127.0.0.1:3979', false],
  ['https://contoso.sharepoint.com/a', 'http://127.0.0.1:3979', false],
])('a file of Teams is fetched from %s, with the emulator at %s: %s', (url, emulator, is) => {
  expect(isTeamsFile(url, emulator)).toBe(is);
});

describe('what comes of fetching', () => {
  let server: Server;
  let origin: string;
  const asked: Array<{ path: string; authorization: string | undefined }> = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      asked.push({ path, authorization: request.headers.authorization });
      if (path === '/moved') return void response.writeHead(302, { location: '/file' }).end();
      if (path === '/page')
        return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
      if (path === '/refused') return void response.writeHead(403).end();
      if (path === '/broken') {
        response.writeHead(200, { 'content-length': '100' });
        response.write('half');
        return void setImmediate(() => response.destroy());
      }
      response.writeHead(200, { 'content-type': 'text/csv' });
      if (path !== '/endless') return void response.end('a,b\n');
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
        response.once('drain', more);
      };
      more();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });

  test('a file', async () => {
    expect(String(await fetchFile(`${origin}/file`))).toBe('a,b\n');
  });

  test.each(['moved', 'page', 'refused', 'broken'])('%s: nothing, and nothing is thrown', async (path) => {
    const before = asked.length;
    expect(await fetchFile(`${origin}/${path}`)).toBe('unreachable');
    expect(asked.length).toBe(before + 1);
  });

  test('one without an end is left when it is larger than any may be', async () => {
    const before = process.memoryUsage().rss;
    expect(await fetchFile(`${origin}/endless`)).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(20 * mostOfAFile);
  });

  test('an address of somebody else is not even asked', async () => {
    const before = asked.length;
    expect(await fetchFromSlack({ name: 'a', url: `${origin}/file` }, 'xoxb-1', undefined)).toBe(
      'unreachable',
    );
    expect(await fetchFromTeams({ name: 'a', url: `${origin}/file` }, undefined)).toBe('unreachable');
    expect(asked.length).toBe(before);
  });

  test('Slack gets the token, SharePoint none', async () => {
    await fetchFromSlack({ name: 'a', url: `${origin}/slack` }, 'xoxb-1', `${origin}/api/`);
    await fetchFromTeams({ name: 'a', url: `${origin}/teams` }, origin);
    expect(asked.slice(-2)).toEqual([
      { path: '/slack', authorization: 'Bearer xoxb-1' },
      { path: '/teams', authorization: undefined },
    ]);
  });
});
