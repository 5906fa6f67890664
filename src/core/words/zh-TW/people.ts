import type { peopleWords as English } from '../en/people';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const peopleWords: Spoken<typeof English> = {
  people: {
    title: '人員',
    hint: '按「詳細資料」可查看某人持有的權益，並重新指派或收回。',
    roles: {
      employee: '員工',
      approver: '核准者',
      admin: '管理員',
    },
    noAddress: '沒有電子郵件地址',
    holds: '持有的權益',
    holdsNothing: '目前沒有持有任何權益。',
    open: '處理中的申請',
    more: (count) => `……還有 ${count} 項。`,
    back: (name) => `${name} 回來了`,
    backText: (role) =>
      `這位同事曾離職，現在又以當時停用的帳戶發言。角色與先前相同：${role}。若不正確，請修改人員檔案。`,
    addTitle: '新增人員',
    emailHint: '對方第一次和我說話時，我會以這個地址認出他。',
    added: (name) => `已新增 ${name}`,
    addedText: '現在就可以指派權益給這個人。對方第一次和我說話時，就能看到自己持有的權益。',
  },
  assigning: {
    title: (benefit) => `指派 ${benefit}`,
    peopleHint: (most) => `一位或多位，最多 ${most} 位`,
    namesHint: '每行一位，或以逗號分隔。尚未在名單中的人：輸入「人員」新增。',
    quantityHint: '每個人的數量',
    reasonHint: '收到的人會看到這段文字。',
    ready: (benefit, names) => `將 ${benefit} 指派給 ${names}。請在表單中填寫理由。`,
    readyForm: '請在表單中選擇人員並填寫理由。',
    answer: (benefit, given, of) =>
      of === given ? `${benefit}：已指派` : `${benefit}：已指派給 ${given}／${of} 人`,
    hasIt: '已經持有，並已通知。',
    byTask: '已通知，並已開立管理員的工作。',
    before: '先前已指派。',
    moveReady: (benefit, from, to) => `將 ${benefit} 由 ${from} 重新指派給 ${to}。請在表單中填寫理由。`,
    from: '原持有人',
    to: '新持有人',
    moved: (benefit, to) => `${benefit} 改給 ${to}`,
    movedNow: (to) => `${to} 已經持有，雙方都已收到通知。`,
    movedByTask: (to) => `已開立管理員的工作。在合作夥伴中心完成後，${to} 就會持有。`,
    removeReady: (benefit, from) => `收回 ${from} 的 ${benefit}。請在表單中填寫理由。`,
    returnReady: (benefit) => `要歸還 ${benefit} 嗎？`,
    which: '您指的是哪一個？',
    whichText: '有幾個符合，請選擇一個。',
    nearestText: '沒有完全相同的名稱，以下最接近。',
  },
  given: {
    assigned: (by) => `${by} 已將這項權益指派給您。`,
    reassigned: (by) => `${by} 已將這項權益改為由您持有。`,
    showKey: '需要金鑰時請按「顯示金鑰」，其他人都看不到。',
    coming: (benefit) => `即將為您設定 ${benefit}`,
    settingUp: '管理員將在合作夥伴中心完成設定，完成後會通知您。',
  },
};
