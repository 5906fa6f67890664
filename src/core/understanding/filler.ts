/** Words that say that something is wanted, or how things are with it, not what. */
export const filler = new Set(
  `a about access account actually again all allocate already also am an and any anybody anymore anyone anything are as asap ask assign at
   available away back be because been before below buy by can cancel case cheers client colleague computer copy could days did do does done
   each else enough everybody everyone everything few find for forms free from get give given gives giving go going got grab had hand has
   have having he hello help her here hey hi him his hold holder holding how i id if in inch information install into is issue it its just
   key keys kind know laptop last laptops leave left let letter licence licences license licenses like list little long longer look
   looking lot lots machine make many may maybe me mean meet microsoft mine month more most move much must my name need needed needing needs
   never new next nice no not nothing now of off old on one ones only open or order other our out over own part pc people
   person piece please pls plz possible product products put question quick really reason remaining remove request requests
   required reserve return right run running seat seats see send set several she should show since so some somebody someone something
   soon still stuff sub subs subscription subscriptions take team tell than thank thanks that the their them then there these they thing things
   think this those till time to today tomorrow too top try two unit us use used user users using very via visit want wants was way we week
   well were what when where which while who whose why will with within without work working would year years yes yet you your
   dont don't doesn't isn't i'd i'm i'll i've we'd we're let's can't won't need'd what's who's that's it's
   我 我們 你 您 請 想 要 想要 需要 可以 一個 一組 一份 的 金鑰 授權 產品 申請 給 嗎 有 還 幫 取得 能 拿 訂閱 權益 個 份 組`.split(
    /\s+/,
  ),
);

/** Words that stand in names of many kinds of things, and in any talk: by themselves they name no product. */
export const weak = new Set(
  `server servers standard professional pro enterprise ent std business premium edition system center remote desktop services service support
   product technical deployment consultation power plus sales subscription data basic advanced management advisory hours current branch or subscription software
   identity online customer engagement machine learning industry storage workgroup protection manager configuration project projects word
   企業 專業 標準 企業版 專業版 標準版 伺服器 顧問 部署`.split(/\s+/),
);
