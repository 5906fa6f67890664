import type { waitingWords as English } from '../en/waiting';
import type { Spoken } from '../spoken';

const you = '您';
/** A name stands between spaces, as it may be of Latin letters; 您 does not. */
const beside = (person: string): string => (person === you ? you : ` ${person} `);

/** Traditional Chinese. */
export const waitingWords: Spoken<typeof English> = {
  waiting: {
    title: (benefit) => `${benefit} 已核准，正在候補`,
    notEnough: (by, benefit) => `${by} 已核准。${benefit} 目前數量不足，因此需要候補。`,
    noKey: (by, benefit) => `${by} 已核准。${benefit} 目前尚無金鑰庫存，需等候管理員匯入金鑰。`,
    first: '目前排在第一位。',
    place: (place) => `候補順位：第 ${place} 位。`,
    next: '一有可用的數量，就會依先後順序為第一位保留，並在這裡通知。輸入「申請紀錄」可隨時查看順位。',
  },
  offered: {
    keptForYou: '已為您保留，請決定是否領取',
    kept: (person) => `已為 ${person} 保留，等待領取`,
    yours: (benefit) => `輪到您了：${benefit}`,
    theirs: (person, benefit) => `輪到 ${person} 了：${benefit}`,
    text: (until) => `已保留到 ${until}。請領取，或放棄讓給下一位；逾期會自動輪到下一位。`,
  },
  behalf: {
    title: (person, benefit) => `${person} 的 ${benefit}`,
    asksFor: (requester, what) => `${requester} 代為申請：${what}`,
    yoursFor: (benefit, person) => `您為 ${person} 提出的申請：${benefit}`,
    asksForYou: (requester, benefit) => `${requester} 為您申請 ${benefit}`,
    forYou: (benefit) => `給您的 ${benefit}`,
    you,
    forPerson: (person) => `給 ${person}`,
    askedBy: (person) => `由 ${person} 申請`,
    givenBy: (person) => `由 ${person} 指派`,
  },
  next: {
    place: (by, place) => `${by} 已核准，候補第 ${place} 位`,
    keptUntil: (until) => `保留到 ${until}，請決定是否領取`,
    anAdmin: (by) => `${by} 已核准，等待管理員設定`,
    onIt: (admin) => `${admin} 正在設定`,
    withMicrosoft: (since) => `自 ${since} 起由 Microsoft 處理中`,
  },
  toWait: {
    keyless: (person) => `目前尚無金鑰庫存：核准後${beside(person)}會列入候補，直到管理員匯入金鑰。`,
    first: (person) => `目前數量不足：核准後${beside(person)}會列入候補，排在第一位。`,
    behind: (person, others) => `目前數量不足：核准後${beside(person)}會列入候補，前面還有 ${others} 位。`,
  },
};
