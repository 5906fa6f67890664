import { understand } from '../../src/core/understand';
import { likenessOf } from '../../src/core/understanding/likeness';
import { naming } from '../../src/core/understanding/naming';
import { judge, type Sentence, sample, sentencesOf } from './judge';

const visio = 'Visio Professional 2024';
const office = 'Office LTSC Professional Plus 2024';
const sql = 'SQL Server 2022 Standard';
const e3 = 'Microsoft 365 E3';

/** Sentences of their own, one for each thing that is told apart however it is worded. They lead there at once, or it is offered. */
test.each<Sentence>([
  // Nobody is called after a short form, a place, a week or something at work.
  { says: 'ERP 要升級，需要 SQL 2022 標準版', means: 'request', benefit: sql },
  { says: '測試環境要裝 SQL 標準版，求一組 key', means: 'request', benefit: sql },
  { says: '下週要畫圖，麻煩幫我開 visio', means: 'request', benefit: visio },
  { says: "my mailbox isn't there yet, I was told I need an E3 licence", means: 'request', benefit: e3 },
  // Two are named, so it goes from one to the other, whichever stands first.
  {
    says: 'Lena gets a new job, her visio should be passed to Grace',
    means: 'reassign',
    benefit: visio,
    person: 'Grace',
  },
  { says: 'Ada is off, give visio to Tom', means: 'reassign', benefit: visio, person: 'Tom' },
  { says: 'Tom is to have the visio of Ada', means: 'reassign', benefit: visio, person: 'Tom' },
  { says: 'let Ada take over the e3 of Pat', means: 'reassign', benefit: e3, person: 'Ada' },
  // Several are named, and the first is not what is wanted.
  {
    says: 'The auditors want an org chart by friday and I only have powerpoint, visio would be better',
    means: 'request',
    benefit: visio,
  },
  {
    says: '舊機器跑不動 2025，麻煩給我 Windows Server 2022',
    means: 'request',
    benefit: 'Windows Server 2022 Standard',
  },
  // An office is a place, too, and project among Chinese words is none of ours.
  { says: 'end my out of office', means: 'back' },
  { says: 'project 什麼時候過期', means: 'show', benefit: 'Project Professional 2024' },
  // A long Chinese word is not taken apart.
  { says: '我需要郵件伺服器的金鑰', means: 'request', benefit: 'Exchange Server Subscription Edition' },
  // What is asked about approvals is not what waits for one.
  { says: 'which requests need approval', means: 'policy' },
  { says: '申請流程', means: 'policy' },
  // Ends of words that are ours in another sense.
  {
    says: 'remote desktop CAL details',
    means: 'show',
    benefit: 'Windows Server 2025 Remote Desktop Services CAL',
  },
  { says: 'office ltsc: no use for it', means: 'return', benefit: office },
])('$says', (sentence) => {
  expect(judge(sentence)).not.toBe('wrong');
});

test('a sentence is like those that say the same in other words', () => {
  for (const [says, said] of [
    ['someone manipulated entries', 'ledger'],
    ['disregard the application for ◇', 'cancel'],
    ['我想釋出那個◇啦', 'return'],
  ])
    expect(likenessOf(says as string).like[0]?.said).toBe(said);
});

test('what cannot be meant is not taken for the name', () => {
  const named = naming(sample);
  expect(named('it does not run 2025, so Windows Server 2022').benefits).toEqual([
    'Windows Server 2022 Standard',
  ]);
  expect(named('要架郵件伺服器').benefits).toEqual(['Exchange Server Subscription Edition']);
  expect(named('who is out of office').benefits).toEqual([]);
});

test('where something is asked, three are offered', () => {
  for (const { says } of sentencesOf('seen')) {
    const understood = understand(says, sample);
    if (understood.is === 'perhaps') expect([says, understood.meanings.length]).toEqual([says, 3]);
  }
});
