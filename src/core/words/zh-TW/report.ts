import type { reportWords as English } from '../en/report';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const reportWords: Spoken<typeof English> = {
  report: {
    title: '報表',
    period: (from, to) => `統計期間：${from}至${to}；使用量為目前狀況。`,
    asked: '申請件數',
    approved: '核准件數',
    denied: '拒絕件數',
    having: '從申請到取得',
    money: '每年閒置金額',
    lately: (days) => `最近 ${days} 天的概況`,
    most: '使用率最高',
    benefits: (count) => `${count} 項權益`,
    times: (median, p90, count) =>
      count === 1 ? median : `半數在 ${median}內，九成在 ${p90}內（共 ${count} 件）`,
    none: '這段期間沒有',
    use: '使用情形',
    inUse: '實心：使用中；外框：總數。編號對應各列。',
    inTime: (what) => `${what}。實心：半數所需時間；外框：九成所需時間。編號對應各列。`,
    held: (bar, percent, held, allocation) => `${bar} ${percent} · 已使用 ${held}／${allocation}`,
    waiting: (people) => `候補 ${people} 人`,
    pending: (requests) => `${requests} 件待核准`,
    idle: (units, days) => `${units} 份持有滿 ${days} 天，從未查看金鑰`,
    worth: (amount) => `每年閒置 ${amount}`,
    took: (times) => `從申請到取得：${times}`,
    scarce: '有人候補，卻有權益閒置',
    noneScarce: '閒置的權益沒有人在候補。',
    approvers: '核准速度',
    noApprovers: '這段期間沒有人處理過申請。',
    lapses: '接下來到期',
    nothing: '目前沒有可統計的內容。請先以「benefits import membership」匯入會員資格。',
    more: (count) => `另有 ${count} 項，完整內容請執行「benefits report」`,
    days: (days) => `最近 ${days} 天`,
    takes: (seconds) =>
      seconds < 90
        ? `${Math.round(seconds)} 秒`
        : seconds < 5_400
          ? `${Math.round(seconds / 60)} 分鐘`
          : seconds < 172_800
            ? `${Math.round(seconds / 3_600)} 小時`
            : `${Math.round(seconds / 86_400)} 天`,
  },
};
