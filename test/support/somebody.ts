import type { Slack } from '../../playground/slack';
import { readView } from '../../playground/slack';
import { inputsOf, textOf } from '../../playground/teams/card-form';
import type { Teams } from '../../playground/teams/teams';
import type { Figure } from './people';

/** A person in a chat, as stories speak of them: the same acts and the same look at the screen on both platforms. */
export interface Somebody {
  readonly figure: Figure;
  readonly on: 'slack' | 'teams';
  /** Types a command: `/benefits …` in Slack, plain text to the bot in Teams. */
  types(words: string): Promise<void>;
  /** Types a command and waits for the answer: the bot's next message, or its change of the one before; the next that shows this. */
  asks(words: string, showing?: string): Promise<string>;
  /** Says something to the bot in a direct message. */
  says(words: string): Promise<void>;
  /** Gives the bot a file in the direct message. */
  gives(name: string, content: string | Buffer): Promise<void>;
  /** Says something in reply to the first message that shows this: in its thread in Slack, as a quotation in Teams. */
  replies(words: string, to: string): Promise<void>;
  /** Opens the form for a benefit, as one does on this platform. */
  opensFormFor(benefit: string): Promise<void>;
  /** Presses the button with this label as soon as it is there, in what is in front; `near` names the line or card when several have it. */
  presses(label: string, near?: string): Promise<void>;
  /** Waits until no message has such a button, or none that shows `near`. */
  hasNoButton(label: string, near?: string): Promise<void>;
  /** Fills the form in front, by the labels of its fields, and presses its button. */
  fills(values: Record<string, string>, submit: string): Promise<void>;
  /** All that is on the screen: an open window alone, else the conversation. */
  screen(): string;
  /** Everything in the conversation, one text per message, without what a window shows. */
  messages(): string[];
  /** The text of the open window. */
  window(): string | undefined;
  closesWindow(): Promise<void>;
  /** Waits until the screen shows this. */
  sees(what: string | RegExp): Promise<string>;
  /** Waits until no message shows this any more. */
  seesNoMore(what: string): Promise<void>;
  /** What popped up as notifications. */
  notifications(): string[];
  /** What the client itself complained of. */
  complaints(): string[];
}

/** What stands for an answer that takes its time; the answer takes its place. */
const stillWorking = /^(?:One moment, I am working on it|請稍候，正在處理) …/;

const answerTo = (words: string, showing: string): string =>
  `an answer to “${words}”${showing && `, showing “${showing}”`}`;

const fits = (screen: string, what: string | RegExp): boolean =>
  typeof what === 'string' ? screen.includes(what) : what.test(screen);

/** Whether some message of somebody shows this. */
const shows = (who: Pick<Somebody, 'messages'>, what: string): boolean =>
  who.messages().some((message) => message.includes(what));

/** What is written on every button of some blocks. */
const buttonsOf = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as { type?: unknown; text?: { text?: string } };
  if (type === 'button') return [text?.text ?? ''];
  return Object.values(value).flatMap(buttonsOf);
};

/** @param aside what else is worth reading when somebody waits in vain: what the bot complained of, say. */
export function onSlack(slack: Slack, figure: Figure, aside = () => ''): Somebody {
  const user = figure.slackId;
  const complaints: string[] = [];
  const heed = (outcome: { warning?: string; errors?: Record<string, string> }) => {
    if (outcome.warning) complaints.push(outcome.warning);
    for (const error of Object.values(outcome.errors ?? {})) complaints.push(error);
  };
  const front = () => slack.views(user).at(-1);
  const found = <T>(what: string, look: () => T, screen: () => string) =>
    slack.until(`${figure.name} sees ${what} in Slack`, look).catch((error: Error) => {
      throw new Error(`${error.message}\n${screen()}\n${aside()}`);
    });
  const hasLabel = (value: unknown, label: string): boolean =>
    JSON.stringify(value).includes(JSON.stringify(label));
  /** The newest message with this button. */
  const withButton = (label: string, near?: string) =>
    [...slack.messages(user)]
      .reverse()
      .find(({ blocks, reading }) => hasLabel(blocks, label) && (!near || reading.includes(near)));

  return {
    figure,
    on: 'slack',
    types: async (words) => heed(await slack.slash(user, 'im', '/benefits', words)),
    async asks(words, showing = '') {
      const before = slack.messages(user).length;
      await this.types(words);
      const since = () =>
        slack
          .messages(user)
          .slice(before)
          .map(({ reading }) => reading);
      return found(
        answerTo(words, showing),
        () =>
          since()
            .reverse()
            .find((reading) => reading.includes(showing) && !stillWorking.test(reading)),
        () => since().join('\n---\n'),
      );
    },
    says: async (words) => heed(await slack.say(user, 'im', words)),
    gives: async (name, content) =>
      heed(await slack.share(user, 'im', { name, bytes: Buffer.from(content) })),
    async replies(words, to) {
      const message = await found(
        `a message “${to}”`,
        () => slack.messages(user).find(({ fromBot, reading }) => fromBot && reading.includes(to)),
        () => this.screen(),
      );
      heed(await slack.say(user, 'im', words, message.threadTs ?? message.ts));
    },
    async opensFormFor(benefit) {
      heed(await slack.slash(user, 'im', '/benefits', `request ${benefit}`));
      await slack.until('the form', front);
    },
    async presses(label, near) {
      const view = front();
      if (view && hasLabel(view.blocks, label))
        return heed(await slack.press(user, view, { label, ...(near && { near }) }));
      const message = await found(
        `a button ${label}`,
        () => withButton(label, near),
        () => this.screen(),
      );
      const several = buttonsOf(message.blocks).filter((text) => text === label).length > 1;
      heed(await slack.press(user, message, { label, ...(near && several && { near }) }));
    },
    async hasNoButton(label, near) {
      await found(
        `no button ${label}`,
        () => !withButton(label, near),
        () => this.screen(),
      );
    },
    async fills(values, submit) {
      // A window that only says “one moment” has nothing to submit.
      const view = await slack.until('a form', () => (front()?.submit ? front() : undefined));
      const byBlock: Record<string, string> = {};
      for (const block of view.blocks as Array<{
        type: string;
        block_id: string;
        label?: { text: string };
      }>) {
        const label = block.label?.text;
        if (block.type === 'input' && label && values[label] !== undefined)
          byBlock[block.block_id] = values[label];
      }
      const unknown = Object.keys(values).length - Object.keys(byBlock).length;
      if (unknown > 0)
        throw new Error(`The form has no such field: ${Object.keys(values).join(', ')}\n${readView(view)}`);
      if (!hasLabel(view.submit ?? '', submit))
        throw new Error(`The form has no button ${submit}\n${readView(view)}`);
      heed(await slack.submit(user, view.id, byBlock));
    },
    screen: () =>
      front()
        ? readView(front() as never)
        : slack
            .messages(user)
            .map(({ reading }) => reading)
            .join('\n---\n'),
    messages: () => slack.messages(user).map(({ reading }) => reading),
    window: () => (front() ? readView(front() as never) : undefined),
    async closesWindow() {
      const view = front();
      if (view) await slack.close(user, view.id);
    },
    async sees(what) {
      return found(
        String(what),
        () => (fits(this.screen(), what) ? this.screen() : ''),
        () => this.screen(),
      );
    },
    async seesNoMore(what) {
      await found(
        `${what} no more`,
        () => !shows(this, what),
        () => this.screen(),
      );
    },
    notifications: () => slack.notifications(user).map(({ text }) => text),
    complaints: () => complaints,
  };
}

export function onTeams(teams: Teams, figure: Figure, aside = () => ''): Somebody {
  const person = teams.person(figure.teamsId);
  const complaints: string[] = [];
  const heed = (outcome: { shows: string; text?: string; problems?: Array<{ message: string }> }) => {
    if (outcome.shows === 'error') complaints.push(outcome.text ?? 'error');
    for (const problem of outcome.problems ?? []) complaints.push(problem.message);
  };
  const textOfMessage = (message: ReturnType<Teams['messages']>[number]): string =>
    [
      message.text,
      ...(message.file ? [`[${message.file.name}]`] : []),
      ...message.cards.map(textOf),
      message.problem ?? '',
    ]
      .filter(Boolean)
      .join('\n');
  const toasts = () => teams.toasts(person).map(({ text }) => text);
  const found = <T>(what: string, look: () => T | undefined, screen: () => string) =>
    teams.when(`${figure.name} sees ${what} in Teams`, look).catch((error: Error) => {
      throw new Error(`${error.message}\n${screen()}\n${aside()}`);
    });
  /** The newest message with this button. */
  const withButton = (label: string, near?: string) =>
    [...teams.messages(person)]
      .reverse()
      .find(
        (one) =>
          one.actions.some((action) => action.label === label) &&
          (!near || textOfMessage(one).includes(near)),
      );
  /** The open dialog, or else the newest message, where it has all these fields. */
  const formWith = (labels: string[]) => {
    const inputsIn = (cards: Parameters<typeof inputsOf>[0][]) => cards.flatMap((card) => inputsOf(card));
    const has = (inputs: ReturnType<typeof inputsOf>) =>
      labels.every((label) => inputs.some((input) => input.label === label));
    const dialog = teams.dialog(person);
    if (dialog) {
      const inputs = inputsIn(dialog.card ? [dialog.card] : []);
      return has(inputs) ? { inputs } : undefined;
    }
    const message = [...teams.messages(person)]
      .reverse()
      .find(({ cards }) => inputsIn(cards).length > 0 && has(inputsIn(cards)));
    return message && { message, inputs: inputsIn(message.cards) };
  };

  /** Whoever has read what a dialog says, and can press nothing in it, closes it and goes on. */
  const closesWhatIsSaid = () => {
    if (teams.dialog(person)?.buttons.length === 0) teams.closeDialog(person);
  };

  return {
    figure,
    on: 'teams',
    async types(words) {
      closesWhatIsSaid();
      heed(await teams.say(person, teams.chat(person), words));
    },
    async asks(words, showing = '') {
      const before = teams.messages(person).filter(({ mine }) => !mine).length;
      await this.types(words);
      const since = () =>
        teams
          .messages(person)
          .filter(({ mine }) => !mine)
          .slice(before)
          .map(textOfMessage);
      return found(
        answerTo(words, showing),
        () => since().find((text) => text.includes(showing) && !stillWorking.test(text)),
        () => since().join('\n---\n'),
      );
    },
    says(words) {
      return this.types(words);
    },
    gives: async (name, content) =>
      heed(await teams.shareFile(person, { name, bytes: Buffer.from(content) })),
    async replies(words, to) {
      const message = await found(
        `a message “${to}”`,
        () => teams.messages(person).find((one) => !one.mine && textOfMessage(one).includes(to)),
        () => this.screen(),
      );
      heed(await teams.say(person, teams.chat(person), words, { quoted: message.id }));
    },
    async opensFormFor(benefit) {
      const before = teams.messages(person).length;
      await this.types(`request ${benefit}`);
      // Something that was told meanwhile may have a button to ask again.
      const tells = /How you get it|取得方式/;
      const near = await teams.when('the card with Request', () => {
        const cards = teams
          .messages(person)
          .slice(before)
          .filter(({ actions }) => actions.some(({ label }) => label === 'Request'));
        return cards.flatMap((card) => tells.exec(textOfMessage(card))?.[0] ?? [])[0];
      });
      await this.presses('Request', near);
    },
    async presses(label, near) {
      const dialog = teams.dialog(person);
      if (dialog?.buttons.some((button) => button.label === label))
        return heed(await teams.submitDialog(person, { label }));
      closesWhatIsSaid();
      const message = await found(
        `a button ${label}`,
        () => withButton(label, near),
        () => this.screen(),
      );
      const nth = near ? Math.max(0, nthNear(textOfMessage(message), label, near)) : 0;
      heed(await teams.press(person, message, { label, nth }));
    },
    async hasNoButton(label, near) {
      await found(
        `no button ${label}`,
        () => !withButton(label, near),
        () => this.screen(),
      );
    },
    async fills(values, submit) {
      const labels = Object.keys(values);
      const form = await found(
        `a form with ${labels.join(', ')}`,
        () => formWith(labels),
        () => this.screen(),
      );
      const byId: Record<string, string> = {};
      for (const [label, value] of Object.entries(values)) {
        const input = form.inputs.find((one) => one.label === label);
        if (!input) throw new Error(`The form has no field ${label}`);
        // A choice is made by what is read; a person's name is looked up by the picker itself.
        const choices = input.choices as Array<{ title: string; value: string }> | undefined;
        byId[String(input.id)] = choices?.find(({ title }) => title === value)?.value ?? value;
      }
      if (form.message) heed(await teams.press(person, form.message, { label: submit }, byId));
      else heed(await teams.submitDialog(person, { label: submit }, byId));
    },
    screen() {
      return this.window() ?? [...this.messages(), ...toasts()].join('\n---\n');
    },
    messages: () => teams.messages(person).map(textOfMessage),
    window() {
      const dialog = teams.dialog(person);
      return dialog && [dialog.title, dialog.card ? textOf(dialog.card) : '', dialog.text ?? ''].join('\n');
    },
    async closesWindow() {
      teams.closeDialog(person);
    },
    async sees(what) {
      return found(
        String(what),
        () => (fits(this.screen(), what) ? this.screen() : undefined),
        () => this.screen(),
      );
    },
    async seesNoMore(what) {
      await found(
        `${what} no more`,
        () => !shows(this, what),
        () => this.screen(),
      );
    },
    notifications: () =>
      teams
        .messages(person)
        .filter(({ mine }) => !mine)
        .map(({ notification }) => notification),
    complaints: () => complaints,
  };
}

/** Which of several buttons of one label stands below the given text. */
function nthNear(text: string, label: string, near: string): number {
  const before = text.slice(0, text.indexOf(near));
  return before.split(`[${label}]`).length - 1;
}
