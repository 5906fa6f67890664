import { describeInBrowser } from './browser';
import { focusedOn } from './keyboard';
import { become, useStage } from './stage';

type Step = { title: string; as?: string; side?: 'slack' | 'teams'; text?: string; unfold?: string };
type Story = { name: string; title: string; steps: Step[] };

describeInBrowser('the page, when people come and go', () => {
  const stage = useStage();

  it('somebody leaves: everybody sees it, no picker offers them, and they can come back', async () => {
    const { page, misdeeds } = await stage.open({ width: 1280 });
    const { keyboard } = page;
    const menuButton = page.getByRole('button', { name: /^I am / });
    await become(page, 'Max Weber');

    // By keyboard: down to Tom, right to what can happen to him, and it happens.
    await menuButton.press('Enter');
    for (let step = 0; !(await focusedOn(page)).name.startsWith('Tom Becker'); step++) {
      expect(step).toBeLessThan(12);
      await keyboard.press('ArrowDown');
    }
    await keyboard.press('ArrowRight');
    expect((await focusedOn(page)).name).toBe('What can happen to Tom Becker');
    await keyboard.press('Enter');
    expect((await focusedOn(page)).name).toBe('Leaves the company deactivated in Slack, deleted in Teams');
    await keyboard.press('Enter');
    await page.getByText('Tom Becker has left the company').waitFor();
    expect((await focusedOn(page)).name).toMatch(/^I am Max Weber/);
    await menuButton.click();
    await page.getByRole('menuitemradio', { name: 'Tom Becker Employee, has left' }).waitFor();
    await keyboard.press('Escape');

    const offered = async (side: 'slack' | 'teams') =>
      (await page.locator(`#${side} select option, dialog select option`).allTextContents()).filter((name) =>
        ['Ada Lindqvist', 'Tom Becker'].includes(name),
      );
    await page
      .getByRole('combobox', { name: 'Message in Slack' })
      .fill('/benefits request Visual Studio Enterprise Subscription');
    await keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Request a benefit' });
    await form.waitFor();
    expect(await offered('slack')).toEqual(['Ada Lindqvist']);
    await keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });

    await become(page, 'Tom Becker');
    await page.getByText('Tom Becker is deactivated here').waitFor();
    await page.getByText('Tom Becker has no account here any more').waitFor();

    await menuButton.click();
    await page.getByRole('menuitem', { name: 'What can happen to Tom Becker' }).click();
    await page.getByRole('menuitem', { name: 'Comes back' }).click();
    await page.getByText('Tom Becker is deactivated here').waitFor({ state: 'hidden' });
    // What was said before somebody left may come late, so the bot believes that they are back only after a while.
    await page.getByText('press +1 h').waitFor();
    await page.getByRole('button', { name: 'Move the clock an hour forward' }).click();
    await page.getByText('1 hour ahead').waitFor();
    const messages = page.locator('#slack .message');
    // The bot looks at the clock twice a second.
    const answer = messages.filter({ hasText: 'Membership benefits' });
    for (let tries = 0; (await answer.count()) === 0; tries++) {
      expect(tries).toBeLessThan(20);
      await page.getByRole('combobox', { name: 'Message in Slack' }).fill('help');
      await keyboard.press('Enter');
      // Whoever is still believed to be away is told so once, and hears nothing when they ask again too soon.
      await answer.waitFor({ timeout: 2_000 }).catch(() => {});
    }
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 240_000);

  it('what there is to try names people and benefits that there are, and each step leads to its place', async () => {
    const { page, misdeeds } = await stage.open({ width: 1280 });
    const stories = (await page.evaluate(
      `import('/page/stories.js').then(({ stories }) => stories)`,
    )) as Story[];
    const { people, benefits } = (await page.evaluate(
      `import('/page/store.js').then(({ store }) => store.sight)`,
    )) as { people: { key: string; name: string; sides: string[] }[]; benefits: string[] };
    expect(stories.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'key',
        'waiting',
        'broken',
        'colleague',
        'stages',
        'several',
        'support',
        'lapse',
        'leave',
      ]),
    );
    for (const { title, steps } of stories) {
      for (const { as, side, text, unfold } of steps) {
        const person = people.find(({ key }) => key === (as ?? unfold));
        if (as ?? unfold) expect([title, person?.key]).toEqual([title, as ?? unfold]);
        if (side) expect([title, person?.sides]).toEqual([title, expect.arrayContaining([side])]);
        const named = /(?:request|return|assign|who has) (.+?)(?: to .*)?$/.exec(text ?? '')?.[1];
        if (named) expect(benefits).toContain(named);
      }
    }

    await page.getByRole('combobox', { name: 'What to try' }).selectOption('Give it to several');
    await page.getByRole('button', { name: /Step 1: Give it to three/ }).click();
    await page.getByRole('button', { name: /^I am Max Weber/ }).waitFor();
    const form = page.getByRole('dialog', { name: 'Assign' });
    await page.getByRole('combobox', { name: 'Message in Slack' }).press('Enter');
    await form.getByText('Ada Lindqvist, 林怡君, Lena Hoffmann').waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /Step 1, done: Give it to three/ }).waitFor();
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 240_000);
});
