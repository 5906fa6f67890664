import { freePort } from './free-port';

test('two tests that are after the same port at once do not both get it, though nobody listens there yet', async () => {
  const chance = jest.spyOn(Math, 'random').mockReturnValueOnce(0.5).mockReturnValueOnce(0.5);
  const [one, other] = [await freePort(), await freePort()];
  chance.mockRestore();
  expect(one).not.toBe(other);
});
