import { type AsOf, atItsEnd, type HeldOn } from '../core/held-on';
import type { Instant } from '../core/time';
import { wordsIn } from '../core/words';
import { text } from './markup';

const words = wordsIn('en');
/** So many rows fit on one page of paper beside everything else, where each name takes two lines, which is all it gets. */
const mostRows = 20;

/** What a summary is of, beside the day. */
export interface Summary {
  /** Only of this, where not everything was asked for. */
  only: string[];
  now: Instant;
}

/**
 * What was held on a day on one page of paper (A4), for whoever signs it: numbers by benefit and how they came about; who is in the file.
 * It stands alone: no script, nothing that is fetched, and words of people are only ever words.
 */
export function holdingsPage(on: AsOf, held: readonly HeldOn[], { only, now }: Summary): string {
  const day = words.day(on.day);
  const benefits = [...grouped(held, ({ benefit }) => benefit.id).values()].sort(
    (one, other) => unitsOf(other) - unitsOf(one),
  );
  const shown = benefits.length > mostRows ? benefits.slice(0, mostRows - 1) : benefits;
  const rest = benefits.slice(shown.length).flat();
  const row = (name: string, pack: HeldOn['package'] | undefined, of: readonly HeldOn[]) =>
    `<tr><td><div>${text(name)}</div></td><td>${pack ? `<div>${text(pack.name)}</div>${pack.starts} to ${pack.ends}` : ''}</td>${[
      peopleIn(of),
      unitsOf(of),
      of.length - still(of).length,
      ...(['people', 'rule', 'admin', 'missing'] as const).map((is) => approvedBy(of, is)),
      of.filter((one) => one.shown.length > 0).length,
    ]
      .map((number) => `<td>${number.toLocaleString('en-GB')}</td>`)
      .join('')}</tr>`;
  const missing = approvedBy(held, 'missing');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Who held what on ${text(day)}</title>
<style>${style}</style>
</head>
<body>
<h1>Who held what on ${text(day)}</h1>
<p>Membership benefits as they stood at the end of the day (${text(on.zone)}, until ${text(on.until)}), and what ended during it.
Drawn on ${text(now)}${only.length > 0 ? `; only ${text(only.join(', '))}` : ''}.</p>
<dl>
<div><dt>Holdings at the end of the day</dt><dd>${still(held).length.toLocaleString('en-GB')}</dd></div>
<div><dt>People who held them</dt><dd>${peopleIn(held).toLocaleString('en-GB')}</dd></div>
<div><dt>Ended during the day</dt><dd>${(held.length - still(held).length).toLocaleString('en-GB')}</dd></div>
<div${missing > 0 ? ' class="wrong"' : ''}><dt>Without an approval in the ledger</dt><dd>${missing.toLocaleString('en-GB')}</dd></div>
</dl>
<table>
<colgroup>${'<col>'.repeat(10)}</colgroup>
<thead><tr><th rowspan="2" class="words">Benefit</th><th rowspan="2" class="words">Package</th><th rowspan="2">People</th><th rowspan="2">Units held</th>
<th rowspan="2">Ended</th><th colspan="4">Approved by</th><th rowspan="2">Key seen</th></tr>
<tr><th>people</th><th>a rule</th><th>an admin</th><th>nobody</th></tr></thead>
<tbody>
${shown.map((of) => row(of[0]?.benefit.name ?? '', of[0]?.package, of)).join('\n')}
${rest.length > 0 ? row(`${benefits.length - shown.length} more benefits`, undefined, rest) : ''}
</tbody>
<tfoot>${row('All', undefined, held)}</tfoot>
</table>
<p>Each holding with who asked, who approved under which version of the rules and why, what was done for it and who saw a key:
<code>benefits audit export --as-of ${text(on.day)}</code></p>
<p class="sign"><span>Name</span><span>Date</span><span>Signature</span></p>
</body>
</html>
`;
}

const still = (held: readonly HeldOn[]) => held.filter(atItsEnd);
const unitsOf = (held: readonly HeldOn[]): number =>
  still(held).reduce((units, { quantity }) => units + quantity, 0);
const peopleIn = (held: readonly HeldOn[]): number =>
  new Set(still(held).map(({ person }) => person.id)).size;
const approvedBy = (held: readonly HeldOn[], is: HeldOn['approval']['is']): number =>
  held.filter(({ approval }) => approval.is === is).length;

function grouped<T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}

const style = `
@page { size: A4; margin: 14mm }
body { font: 9pt/1.35 system-ui, "Noto Sans", "Noto Sans CJK TC", "Microsoft JhengHei", sans-serif; color: #111; margin: 0 }
h1 { font-size: 15pt; margin: 0 0 2mm }
p { margin: 0 0 3mm }
dl { display: flex; gap: 3mm; margin: 0 0 4mm }
dl div { flex: 1; border: .3mm solid #999; padding: 2mm }
dt { font-size: 7.5pt } dd { margin: 0; font-size: 14pt; font-weight: 600 }
.wrong { border: .8mm solid #a00 } .wrong dd::after { content: " !" }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: 0 0 4mm; font-size: 7.5pt; line-height: 1.25 }
th, td { border-bottom: .2mm solid #bbb; padding: .8mm 1mm; text-align: right }
th { vertical-align: bottom } td { overflow-wrap: anywhere } .words, td:nth-child(-n+2) { text-align: left }
td div { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden } td:nth-child(2) div { -webkit-line-clamp: 1 }
td:nth-child(2) { font-size: 6.5pt } col:nth-child(1) { width: 46mm } col:nth-child(2) { width: 34mm }
tfoot td { font-weight: 600; border-top: .4mm solid #111 }
.sign { display: flex; gap: 6mm; margin-top: 12mm; break-inside: avoid }
.sign span { flex: 1; border-top: .2mm solid #111; padding-top: 1mm; font-size: 7.5pt }
`;
