const of = (provider: string, endings: string): string[] =>
  endings.split(' ').map((ending) => `${provider}.${ending}`);
const words = (list: string): string[] => list.trim().split(/\s+/);

/**
 * Mail for everybody: Microsoft assigns no Azure credit to such an address ("Azure benefits", October 2023, names live, hotmail,
 * gmail). Which other providers there are is our own list, by domain: a pattern takes companies for them, and misses half.
 */
const providers: ReadonlySet<string> = new Set([
  // Microsoft.
  ...of(
    'hotmail',
    'com co.uk co.jp co.kr co.th co.za co.nz co.id co.il com.au com.br com.ar com.tr com.tw com.hk',
  ),
  ...of('hotmail', 'be ca ch cl cz de dk es fi fr gr hu it lt lv my nl no ph pl pt ro rs se sg sk'),
  ...of(
    'live',
    'com co.uk co.jp co.kr co.za co.in com.au com.ar com.mx com.my com.ph com.pt com.sg com.tw com.hk',
  ),
  ...of('live', 'at be ca cl cn de dk fi fr hk ie in it jp nl no ru se'),
  ...of('outlook', 'com co.id co.il co.th com.ar com.au com.br com.gr com.hk com.pe com.tr com.tw com.vn'),
  ...of('outlook', 'at be cl cz de dk es fr hu ie in it jp kr lv my ph pt ro sa sg sk'),
  ...words('msn.com msn.cn windowslive.com passport.com webtv.net'),
  // Google, Apple, Yahoo and AOL.
  ...words('gmail.com googlemail.com googlemail.co.uk icloud.com me.com mac.com privaterelay.appleid.com'),
  ...of(
    'yahoo',
    'com co.id co.il co.in co.jp co.kr co.nz co.th co.uk co.za com.ar com.au com.br com.cn com.co',
  ),
  ...of('yahoo', 'com.hk com.mx com.my com.pe com.ph com.sg com.tr com.tw com.vn com.ve net'),
  ...of('yahoo', 'at be bg ca cl cn cz de dk ee es fi fr gr hr hu ie in it lt lv nl no pl pt ro se'),
  ...words('ymail.com rocketmail.com myyahoo.com'),
  ...of('aol', 'com co.uk co.nz com.au com.br com.mx at be ca ch de dk es fi fr in it jp kr nl pl se'),
  ...words('aim.com verizon.net'),
  // Of the rest of the world.
  ...words(`mail.com email.com usa.com zoho.com zohomail.com zohomail.eu fastmail.com fastmail.fm hey.com duck.com hushmail.com
    proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tutamail.com tuta.io tuta.com keemail.me mailbox.org
    posteo.de posteo.net startmail.com runbox.com mailfence.com disroot.org riseup.net inbox.com lycos.com excite.com
    rediffmail.com simplelogin.com anonaddy.com mozmail.com yopmail.com mailinator.com guerrillamail.com`),
  ...of('gmx', 'com net de at ch us fr es co.uk'),
  ...words(`web.de t-online.de freenet.de arcor.de email.de 1und1.de bluewin.ch orange.fr wanadoo.fr free.fr laposte.net sfr.fr
    libero.it virgilio.it tiscali.it alice.it tin.it ziggo.nl kpnmail.nl seznam.cz centrum.cz wp.pl o2.pl onet.pl interia.pl
    ukr.net i.ua abv.bg terra.com.br uol.com.br bol.com.br btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net`),
  ...of('yandex', 'com ru com.tr by kz ua uz'),
  ...words('ya.ru mail.ru bk.ru inbox.ru list.ru internet.ru rambler.ru'),
  ...words(
    'comcast.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com netzero.net',
  ),
  // Of East Asia: China, Korea, Japan, Taiwan, Hong Kong.
  ...words(`qq.com foxmail.com 163.com 126.com 139.com 188.com 189.cn yeah.net sina.com sina.cn sina.com.cn sohu.com tom.com
    21cn.com aliyun.com wo.cn 263.net netease.com`),
  ...words('naver.com hanmail.net daum.net kakao.com nate.com hanmir.com'),
  ...words('docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp nifty.com goo.jp excite.co.jp'),
  ...words(
    'hinet.net pchome.com.tw seed.net.tw kimo.com kimo.com.tw yam.com xuite.net url.com.tw netvigator.com',
  ),
]);

/** The domain of a free-mail address, or of a part of such a provider (`msa.hinet.net`); undefined for one of a company. */
export function freeMailDomain(email: string): string | undefined {
  const domain = /@([^@\s]+?)\.?$/.exec(email.trim())?.[1];
  const labels = domain?.toLowerCase().split('.') ?? [];
  return labels.some((_, at) => providers.has(labels.slice(at).join('.'))) ? domain : undefined;
}
