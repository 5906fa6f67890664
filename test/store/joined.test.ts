import { joined } from '../../src/store/joined';

/** Says which parts were made. */
function parted() {
  const made: string[] = [];
  const part = <T extends object>(name: string, has: T) => {
    made.push(name);
    return has;
  };
  const of = joined((who: string) => [
    () => part('greeting', { greet: () => `Hello ${who}`, twice: () => [who, who] }),
    () =>
      part('leaving', {
        leave: () => `Goodbye ${who}`,
        leaveTwice() {
          return [this.leave(), this.leave()];
        },
      }),
  ]);
  return { made, of };
}

test('it has what each of its parts has, for whomever it was made', () => {
  const { of } = parted();
  const [eve, ada] = [of('Eve'), of('Ada')];
  expect([eve.greet(), ada.greet()]).toEqual(['Hello Eve', 'Hello Ada']);
  expect(ada.twice()).toEqual(['Ada', 'Ada']);
  expect(eve.leaveTwice()).toEqual(['Goodbye Eve', 'Goodbye Eve']);
});

test('after the first, a part is made when something of it is asked for, and once', () => {
  const { made, of } = parted();
  of('Eve');
  made.length = 0;
  const ada = of('Ada');
  expect(made).toEqual([]);
  ada.leave();
  ada.leaveTwice();
  expect(made).toEqual(['leaving']);
});

test('what is laid over it stands before its parts, and the others are found', () => {
  const { of } = parted();
  const laid: ReturnType<typeof of> = Object.create(of('Eve'), { greet: { value: () => 'Hush' } });
  expect([laid.greet(), laid.leave()]).toEqual(['Hush', 'Goodbye Eve']);
});

test('two parts with the same name are refused with the first that is made', () => {
  const of = joined(() => [() => ({ one: 1, both: 1 }), () => ({ both: 2 })]);
  expect(of).toThrow('two parts have both');
});
