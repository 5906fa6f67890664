const width = 24;
/** How often the bar is drawn, in milliseconds. */
const every = 100;

/**
 * A bar on a terminal that follows how much of a file has been read; nothing where nobody watches.
 * `done` takes it away, so that what follows begins on a clean line.
 */
export function progressBar(
  name: string,
  screen: NodeJS.WriteStream = process.stderr,
): { at: (read: number, total: number) => void; done: () => void } {
  if (!screen.isTTY) return { at() {}, done() {} };
  let drawn = 0;
  const draw = (read: number, total: number) => {
    const part = total === 0 ? 1 : read / total;
    const filled = Math.round(part * width);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
    screen.write(`\r${name} ${bar} ${String(Math.floor(part * 100)).padStart(3)} %`);
  };
  return {
    at(read, total) {
      const now = Date.now();
      if (now - drawn < every && read < total) return;
      drawn = now;
      draw(read, total);
    },
    done: () => screen.write('\r\u001b[K'),
  };
}
