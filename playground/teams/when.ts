import type { Change } from './world';

/** Waits for something to be found, looking now and after every change; see `Teams.when`. */
export function when<T>(
  listeners: Set<(change: Change) => void>,
  what: string,
  look: () => T | undefined | false,
  within: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      listeners.delete(again);
      finish();
    };
    const again = () => {
      try {
        const found = look();
        if (found !== undefined && found !== false) settle(() => resolve(found));
      } catch (problem) {
        settle(() => reject(problem));
      }
    };
    const timer = setTimeout(
      () => settle(() => reject(new Error(`Waited ${within} ms in vain for ${what}`))),
      within,
    );
    listeners.add(again);
    again();
  });
}
