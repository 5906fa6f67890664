import type { Page } from 'playwright-core';
import { check } from './browser';

type Focused = { name: string; place: string; visible: boolean };

/** What has the keyboard now. Throws when nothing has it. */
export async function focusedOn(page: Page): Promise<Focused> {
  const focused = await check<Focused>(page, 'focused');
  if (focused.place === 'nowhere') throw new Error('The focus is lost: nothing has the keyboard.');
  return focused;
}

/** Goes on with Tab until something of this name has the keyboard; every stop on the way must be visible. */
export async function tabTo(page: Page, name: string | RegExp, back = false): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < 150; stop++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const focused = await check<Focused>(page, 'focused');
    // At its end the browser's own window has the keyboard once.
    if (focused.place === 'nowhere') continue;
    if (!focused.visible)
      throw new Error(`Nobody sees that ${focused.place} “${focused.name}” has the keyboard.`);
    if (typeof name === 'string' ? focused.name === name : name.test(focused.name)) return;
    passed.push(focused.name.slice(0, 40));
  }
  throw new Error(`The keyboard does not reach ${name}; it passes: ${[...new Set(passed)].join(' | ')}`);
}
