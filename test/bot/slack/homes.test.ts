import { WebClient } from '@slack/web-api';
import pino from 'pino';
import { type HomePages, makeHomes } from '../../../src/bot/slack/homes';
import type { OpenHome } from '../../../src/store/homes';
import { card, startWebApi, token, until, type WebApi } from './fake-slack';

const owner = { home: 'T0HOME', user: 'U1' };
const page: OpenHome = {
  ...owner,
  command: { type: 'home' },
  drawn: 'as it was',
  hash: '1.a',
  version: 1,
  gone: false,
  audit: 7,
  outbox: 9,
};

/** Slack with one Home tab in the state `1.a`, which it calls otherwise after each change, and refuses to change where another one is meant. */
let webApi: WebApi;
let hash: string;
let shown: string;
beforeEach(async () => {
  webApi = await startWebApi();
  hash = '1.a';
  shown = '';
  webApi.answers['views.publish'] = ({ view, hash: meant }) => {
    if (meant !== undefined && meant !== hash) return { ok: false, error: 'hash_conflict' };
    hash = `${Number.parseInt(hash, 10) + 1}.a`;
    shown = JSON.stringify(view);
    return { ok: true, view: { hash } };
  };
});
afterEach(() => webApi.stop());

/** The pages of people, of which one is given to be looked at; `noted` is what is remembered of it. */
function homesWith(
  again: () => Promise<ReturnType<typeof card>>,
  isInstalled = () => true,
  first: OpenHome = page,
) {
  const noted: Array<[what: string, page: object]> = [];
  const note = (what: string) => async (_platform: string, of: object) => void noted.push([what, of]);
  let due = [first];
  const kept = {
    homesToLookAt: async () => due.splice(0),
    openedHome: note('opened'),
    drewHome: note('drew'),
    doubtHome: note('doubted'),
    forgetHome: note('forgot'),
  };
  const homes = makeHomes({
    pages: { kept, again, now: () => new Date() } as HomePages,
    look: async () => ({ standing: 'member', name: 'Eve', email: 'eve@contoso.example', locale: 'en' }),
    webOf: async () =>
      isInstalled()
        ? new WebClient(token, { slackApiUrl: `${webApi.url}/api/`, retryConfig: { retries: 0 } })
        : undefined,
    log: pino({ level: 'silent' }),
  });
  const look = async () => {
    homes.start();
    homes.wake();
    await until(() => due.length === 0);
    await homes.stop();
    due = [];
  };
  return { homes, noted, look };
}

test('draws anew over the state it knows, and remembers the new one with what had been seen before', async () => {
  const { noted, look } = homesWith(async () => card({ title: 'One is left' }));
  await look();
  expect(shown).toContain('One is left');
  expect(noted).toEqual([
    ['drew', expect.objectContaining({ ...owner, version: 1, hash: '2.a', audit: 7, outbox: 9 })],
  ]);
});

test('the page of somebody who was forgotten is emptied, whatever is there, and nothing is remembered of it', async () => {
  hash = '7.a';
  const nobody = { ...page, drawn: '', hash: '', gone: true };
  const { noted, look } = homesWith(
    async () => card({ title: 'What Eve holds' }),
    () => true,
    nobody,
  );
  await look();
  expect(shown).toContain('Nothing is kept about you here');
  expect(shown).not.toContain('What Eve holds');
  expect(noted).toEqual([['forgot', nobody]]);
});

test('a page that its owner turns while it is drawn anew stays turned', async () => {
  const { homes, noted, look } = homesWith(async () => {
    await homes.show(owner, { type: 'home', page: 2 }, card({ title: 'Page two' }));
    return card({ title: 'Page one' });
  });
  await look();
  expect(shown).toContain('Page two');
  expect(noted.map(([what]) => what)).toEqual(['opened', 'doubted']);
});

test('where the app is not installed just now, the page does not count as looked at', async () => {
  const { noted, look } = homesWith(
    async () => card(),
    () => false,
  );
  await look();
  expect(noted).toEqual([]);
});
