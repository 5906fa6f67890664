import type { Report } from '../../core/report';
import type { Instant } from '../../core/time';
import { text } from '../markup';
import { type Chart, drawn } from './chart';
import { answeringChart, havingChart, useChart } from './charts';
import { type Section, sectionsOf, summaryOf } from './text';

/**
 * A report as a page for a screen or for paper (A4). It stands alone: no script, nothing that is fetched, and words of people are only ever
 * words. Each picture has its numbers in a table beside it.
 */
export function reportPage(report: Report, now: Instant): string {
  const [use, scarce, approvers, lapses] = sectionsOf(report).map(table);
  const { from, to } = report.period;
  const title = `Membership benefits, ${from} to ${to}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${text(title)}</h1>
<dl>${summaryOf(report)
    .map(([label, value]) => `<div><dt>${text(label)}</dt><dd>${text(value)}</dd></div>`)
    .join('')}</dl>
${report.use.length > 0 ? picture(useChart(report)) : ''}
${use}
${scarce}
${picture(havingChart(report))}
${picture(answeringChart(report))}
${approvers}
${lapses}
<p>Drawn on ${text(now)}.</p>
</body>
</html>
`;
}

/** A picture with its words for whoever does not see it. */
const picture = (chart: Chart | undefined): string =>
  chart
    ? `<figure role="img" aria-label="${text(chart.alt)}">${drawn(chart).replace('<svg ', '<svg aria-hidden="true" ')}<figcaption>${text(chart.legend.length > 1 ? (chart.alt.split(':')[0] ?? '') : (chart.legend[0] ?? ''))}</figcaption></figure>`
    : '';

const table = ({ heading, columns, rows, none }: Section): string =>
  rows.length === 0
    ? `<section><h2>${text(heading)}</h2><p>${text(none)}</p></section>`
    : `<section><h2>${text(heading)}</h2><div class="wide"><table><thead><tr>${columns
        .map((name) => `<th scope="col">${text(name)}</th>`)
        .join('')}</tr></thead><tbody>
${rows.map(([name = '', ...cells]) => `<tr><th scope="row">${text(name)}</th>${cells.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody></table></div></section>`;

const style = `
@page { size: A4; margin: 14mm }
body { font: 10pt/1.4 system-ui, "Noto Sans", "Noto Sans CJK TC", "Microsoft JhengHei", sans-serif; color: #111; margin: 0 auto; max-width: 182mm; padding: 4mm }
@media print { body { padding: 0 } }
h1 { font-size: 16pt; margin: 0 0 3mm } h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid }
dl { margin: 0 0 4mm } dl div { display: flex; gap: 3mm; border-bottom: .2mm solid #bbb; padding: 1mm 0 }
dt { flex: 0 0 45mm } dd { margin: 0; font-weight: 600; min-width: 0; overflow-wrap: anywhere }
figure { margin: 4mm 0; break-inside: avoid } figure svg { width: 100%; height: auto } figcaption { font-size: 8pt }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: 8pt; line-height: 1.3; table-layout: auto }
th, td { border-bottom: .2mm solid #bbb; padding: .8mm 1mm; text-align: right; vertical-align: top; font-weight: 400; overflow-wrap: anywhere }
thead th { font-weight: 600; vertical-align: bottom; overflow-wrap: normal } th:first-child { text-align: left; min-width: 36mm } tr { break-inside: avoid }
`;
