import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Drawn } from './examples';

const project = join(__dirname, '..', '..');
const styles = [
  ...['base', 'chat', 'slack', 'teams'].map((name) => `playground/page/style/${name}.css`),
  'test/gallery/gallery.css',
];
const read = (name: string): string => readFileSync(join(project, name), 'utf8');
const renderer = 'node_modules/adaptivecards/dist/adaptivecards.min.js';
const program = 'test/gallery/in-gallery.js';

/**
 * Every card in one page that needs nothing beside itself: the playground's own code draws Slack's shape, Microsoft's renderer that of
 * Teams.
 */
export function galleryOf(all: Drawn[]): string {
  const script = (text: string) => text.replaceAll('</script', '<\\/script');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Every card</title>
<link rel="icon" href="data:,">
<style>
${styles.map(read).join('\n')}
</style>
<script type="importmap">${JSON.stringify({ imports: modules() })}</script>
<script>${script(read(renderer))}</script>
<script type="application/json" id="examples">${JSON.stringify(all).replaceAll('<', '\\u003c')}</script>
</head>
<body>
<script type="module">import '${program}';</script>
</body>
</html>
`;
}

/** The page's modules by their names in the project, as addresses that carry them whole: a file on a disk can import no other one. */
function modules(): Record<string, string> {
  const found: Record<string, string> = {};
  const waiting = [program];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found[name]) continue;
    const folder = posix.dirname(name);
    const text = read(name).replace(/from '(\.[^']+)'/g, (_, path: string) => {
      const other = posix.join(folder, path);
      waiting.push(other);
      return `from '${other}'`;
    });
    found[name] = `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
  }
  return found;
}
