import { progressBar } from '../../src/cli/progress';

function screen(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  return { stream, written };
}

test('on a terminal it fills up and then goes away', () => {
  const { stream, written } = screen(true);
  const bar = progressBar('Importing', stream);
  bar.at(1, 4);
  bar.at(4, 4);
  bar.done();
  expect(written).toEqual([
    '\rImporting ██████░░░░░░░░░░░░░░░░░░  25 %',
    '\rImporting ████████████████████████ 100 %',
    '\r\u001b[K',
  ]);
});

test('in a pipe there is none', () => {
  const { stream, written } = screen(false);
  const bar = progressBar('Importing', stream);
  bar.at(1, 4);
  bar.done();
  expect(written).toEqual([]);
});
