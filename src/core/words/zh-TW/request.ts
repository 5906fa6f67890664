import type { requestWords as English } from '../en/request';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const requestWords: Spoken<typeof English> = {
  form: {
    title: '申請權益',
    submit: '申請',
    reasonHint: '請用一句話告訴核准者用途。',
    quantityHint: (most, unit) => `最多 ${most} ${unit}`,
    whole: (carries, unit) => `下一組金鑰含有 ${carries} ${unit}，無法分割，將一次全部提供。`,
    personHint: '要為同事申請嗎？請在這裡選擇；為自己申請請留空。',
    emailHint: 'Microsoft 也會寄信到這個地址。它不能與本人的地址或合作夥伴中心帳戶的地址相同。',
    onList: (waiting) =>
      `目前無法提供，您的申請將列入候補${waiting === 0 ? '' : `，前面有 ${waiting} 人`}。輪到您時會收到通知。`,
    keyless: (waiting) =>
      `目前尚無金鑰庫存。您可以先申請；核准後需等候管理員匯入金鑰${waiting === 0 ? '' : `，前面還有 ${waiting} 人`}。`,
    notForYou: (reason) => `您可以為同事申請。規則不允許您為自己申請：${reason}`,
    askedAlready: '您已經為自己申請過。可以為同事申請。',
  },
  asked: {
    title: (benefit) => `您已申請 ${benefit}`,
    titleFor: (benefit, person) => `您已為 ${person} 申請 ${benefit}`,
    forYou: (requester, benefit) => `${requester} 已為您申請 ${benefit}`,
    keyless: '目前尚無金鑰庫存：核准後需等候管理員匯入金鑰。',
    bothTold: (person) => `${person} 現在與有結果時也會收到通知。`,
    nextOne: (name) => `目前等待 ${name} 核准。一有決定，您會立即收到私訊。`,
    nextBoth: (names) => `目前需要以下兩人都同意：${names}。一有決定，您會立即收到私訊。`,
    reminded: (names) => `已提醒：${names}。明天可以再次提醒。`,
    inDigest: '對方有多件申請待決定，會在彙整的訊息中看到您的申請。明天可以再次提醒。',
    next: (names) => `目前等待以下任何一位核准：${names}。一有決定，您會立即收到私訊。`,
    nextOf: (need, names) => `目前需要以下 ${need} 人同意：${names}。一有決定，您會立即收到私訊。`,
    nextAll: (names) => `目前需要以下所有人同意：${names}。一有決定，您會立即收到私訊。`,
    stages: (stages) => `共分 ${stages} 關決定，目前是第一關。`,
    inStage: (stage, stages) => `目前是第 ${stage} 關（共 ${stages} 關）。`,
  },
  share: {
    deciders: '核准者會在這張卡片上看到按鈕。',
  },
  toDecide: {
    title: (person, benefit) => `${person} 申請 ${benefit}`,
    yours: (benefit) => `您的申請：${benefit}`,
    nothing: '尚無',
  },
  denial: {
    title: '拒絕申請',
    reasonHint: (person) => `${person} 會看到這段文字。`,
  },
  outcome: {
    granted: (benefit) => `${benefit} 已經是您的了`,
    grantedText: (by, whose) => `${by} 已核准${whose}。需要金鑰時請按「顯示金鑰」，其他人都看不到。`,
    refund: '請注意：套件中任何一組金鑰一經檢視，公司就不能再為該套件申請退款。',
    approved: (benefit) => `${benefit} 已核准`,
    yours: '您的申請',
    whose: (requester) => ` ${requester} 的申請`,
    approvedText: (by, whose) => `${by} 已核准${whose}。管理員將在合作夥伴中心完成設定，完成後會通知您。`,
    onIt: (admin) => `${admin} 正在處理。`,
    cancelled: (benefit) => `您的 ${benefit} 申請已結束`,
    cancelledForYou: (requester, benefit) => `${requester} 的 ${benefit} 申請已結束`,
    cancelledText: {
      'taken-back': (by) => `${by} 已收回申請，不需要再核准。`,
      declined: (by) => `${by} 已放棄領取，將輪到下一位。`,
      'offer-over': () => '保留期限內沒有人領取，已輪到下一位。若仍有需要，請再次申請。',
      left: () => '申請的使用者已離職。',
      lapsed: () => '權益已到期，這件申請無法繼續。',
      expired: () => '規則的期限內沒有人回覆。您可以再次申請，或請管理員協助。',
      spent: () => '這項額度的指派次數已達 Microsoft 允許的上限，續約前無法再提供給其他人。',
    },
    denied: (benefit) => `這次未能核准 ${benefit}`,
    deniedText: (by) => `${by} 的回覆：`,
    deniedNext: '如果情況有所改變，歡迎再次申請。',
  },
  requests: {
    title: '您的申請',
    nothing: '您還沒有申請過。輸入「清單」可查看公司擁有的權益。',
    waitsFor: (names) => `等待 ${names} 核准`,
    deniedBy: (name, why) => `${name} 已拒絕：${why}`,
  },
  queue: {
    title: '等待您處理',
    nothing: '沒有等待您處理的項目。',
    unasked: '您不一定要回覆，但也可以決定',
  },
};
