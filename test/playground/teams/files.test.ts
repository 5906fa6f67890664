import { answer, type Stage, stage } from './bots';

let on: Stage;
let heard: Array<{
  attachments?: Array<{ contentType: string; name?: string; content: { downloadUrl: string } }>;
}>;
beforeEach(async () => {
  on = await stage();
  heard = [];
  on.bot((activity, res) => {
    heard.push(activity as never);
    answer(res, 200);
  });
});
afterEach(() => on.close());

const file = { name: 'people.csv', bytes: Buffer.from('name,email,role\n') };
async function urlOf(): Promise<string> {
  await on.teams.shareFile(on.teams.person('Ada Lin'), file);
  const one = heard[0]?.attachments?.find(
    ({ contentType }) => contentType === 'application/vnd.microsoft.teams.file.download.info',
  );
  expect(one?.name).toBe('people.csv');
  return String(one?.content.downloadUrl);
}

test('the address of a file is good by itself: a token has no business there', async () => {
  const url = await urlOf();
  const given = await fetch(url);
  expect({ status: given.status, text: await given.text() }).toEqual({
    status: 200,
    text: 'name,email,role\n',
  });
  expect((await fetch(url, { headers: { authorization: 'Bearer emulator' } })).status).toBe(401);
  expect((await fetch(url.replace(/tempauth=.*/, 'tempauth=another'))).status).toBe(401);
});

test('who has not installed the app gives nothing to the bot', async () => {
  const ada = on.teams.person('Ada Lin');
  ada.installed = false;
  await on.teams.shareFile(ada, file);
  expect(heard).toEqual([]);
});
