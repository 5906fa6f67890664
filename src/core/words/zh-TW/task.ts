import type { taskWords as English } from '../en/task';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const taskWords: Spoken<typeof English> = {
  tasks: {
    title: '管理員的工作',
    nothing: '沒有待辦工作。',
    titles: {
      'set-up': (benefit, person) => `為 ${person} 設定 ${benefit}`,
      activate: (benefit, person) => `為 ${person} 啟用 ${benefit}`,
      'record-ids': (benefit, person) => `登記 ${person} 的 ${benefit} 識別碼`,
      reassign: (benefit, person) => `將 ${benefit} 重新指派給 ${person}`,
      remove: (benefit, person) => `移除 ${person} 的 ${benefit}`,
      'check-key': (benefit, person) => `檢查 ${person} 回報的 ${benefit} 金鑰`,
    },
    steps: {
      subscription: [
        '開啟合作夥伴中心，前往「權益」的「Visual Studio」，找到該訂閱。',
        '選擇「指派使用者」。若清單中沒有這個人，請先在「帳戶設定」的「使用者管理」以下列姓名和電子郵件新增使用者。',
        '選擇此人並確認。Microsoft 會寄信給對方。',
        '回到這裡按「完成」，系統會立即通知對方。',
      ],
      credit: [
        '開啟合作夥伴中心，前往「權益」的「Azure 額度」，找到該額度。',
        '選擇「指派使用者」，再選擇此人。若清單中沒有，請先在「帳戶設定」的「使用者管理」新增使用者。',
        'Microsoft 會寄出含連結的信件，由對方自行兌換。每個人只能有一個使用中的額度。',
        '回到這裡按「完成」，系統會告知對方在哪裡管理。',
      ],
      order: [
        '開啟合作夥伴中心，前往「權益」的「雲端服務」，找到該項權益。',
        '以公司的帳單帳戶，按下列數量建立零元訂單。',
        '在 Microsoft 365 系統管理中心將授權指派給此人。',
        '回到這裡按「完成」，並填寫訂單或訂閱編號。',
      ],
      bare: [
        '開啟合作夥伴中心，前往「權益」的「軟體」，找到該項權益。它沒有金鑰。',
        '在公司記錄這類授權的地方（例如伺服器上）登記下列數量。',
        '回到這裡按「完成」，系統會立即通知對方。',
      ],
      activate: [
        '開啟合作夥伴中心，前往「權益」的「技術支援」，找到該項權益。',
        '選擇「啟用」，再選擇此人。若清單中沒有，請先在「帳戶設定」的「使用者管理」新增使用者。',
        '輸入下列備用電子郵件。它不能與公司的合作夥伴中心帳戶相同。',
        '回到這裡按「完成」。Microsoft 會寄信到兩個地址，可能需要數天；之後會有另一項工作請您登記識別碼。',
      ],
      'record-ids': [
        '開啟合作夥伴中心，前往「權益」的「技術支援」。權益啟用後，旁邊會顯示存取識別碼與合約識別碼；Microsoft 也會寄到兩個地址。',
        '複製這兩個識別碼。',
        '回到這裡按「完成」並填入，系統會立即通知對方。',
      ],
      reassign: [
        '開啟合作夥伴中心，前往「權益」，找到該項權益。',
        '在目前的使用者處選擇「重新指派使用者」。',
        '選擇新的使用者。若清單中沒有，請先在「帳戶設定」的「使用者管理」新增使用者。',
        '回到這裡按「完成」，系統會立即通知雙方。',
      ],
      remove: [
        '開啟合作夥伴中心，前往「權益」，找到該項權益。',
        '選擇下列使用者並移除。',
        '回到這裡按「完成」，之後就能指派給其他人。',
      ],
      'check-key': [
        '若回報內容不清楚，請先詢問對方看到什麼訊息。',
        '開啟合作夥伴中心，前往「權益」的「軟體」，選擇「取得金鑰」並核對：這組金鑰是否還在清單上，還有沒有啟用次數？',
        '回到這裡按「完成」，並選擇檢查結果。',
      ],
    },
    now: (label) => `${label}（目前）`,
    next: (label) => `${label}（新）`,
    copy: '要複製的內容',
    requestedBy: '申請人',
    report: '回報內容',
    tried: '先前的嘗試',
    keptUntil: '可改給其他人的日期',
    dueOn: (day) => `期限 ${day}`,
    overdueSince: (day) => `已逾期（期限 ${day}）`,
    onIt: (name) => `${name} 處理中`,
    nobodyOnIt: '尚無人處理',
    nobodyIsOnIt: '尚無人處理',
    evidenceHint: '可證明已完成的內容：訂閱識別碼、日期。可以不填。',
    finish: '完成工作',
    outcome: '檢查結果',
    outcomes: {
      broken: '金鑰無法使用，不再提供',
      works: '金鑰可以使用，可再提供',
    },
    giveUp: '無法完成',
    giveUpHint: (person) => `${person} 會看到這段說明。原本為對方保留的數量會讓給下一位。`,
    againHint: '所有管理員都會看到這段說明。工作會保留，以便再次處理。',
    failed: '無法完成',
    triedBy: '嘗試者',
    why: '原因',
    reminder: '這項工作已逾期。請完成它，或說明無法完成的原因。',
    escalation: '這項工作仍未完成，因此通知所有管理員。請能處理的人接手。',
    slowMicrosoft:
      'Microsoft 的處理時間比平常久。請查看權益是否已啟用；若尚未啟用，請洽詢 Microsoft 支援服務。',
  },
  setUp: {
    approved: (by) => `${by} 已核准，並已完成設定。`,
    assigned: (by) => `${by} 將它指派給您，並已完成設定。`,
    reassigned: (by) => `${by} 將它重新指派給您，並已完成設定。`,
    manage: '您可以在這裡管理：',
    handedOver: (person, benefit) => `${person} 已取得 ${benefit}`,
    failed: (benefit) => `${benefit} 未能完成設定`,
    failedText: (by) => `申請已核准，但 ${by} 無法在合作夥伴中心完成設定，說明如下：`,
    failedNext: '已不再為此保留數量。情況若有變化，您可以再次申請。',
  },
};
