import { type CheckedBot, sentences } from './bot';

/** What somebody does and sees in a chat with the bot, whatever draws it. Each rejects when what it waits for does not come. */
export interface Screen {
  write(text: string): Promise<void>;
  press(label: string): Promise<void>;
  shows(words: string): Promise<void>;
  hides(words: string): Promise<void>;
}

/**
 * The greeting of an app that came, a message and its card, a button (Action.Execute) and the card in its place, an answer that comes late and changes the message that stood
 * for it.
 * @param tell hears of each step once it was done
 */
export async function walk(screen: Screen, bot: CheckedBot, tell: (step: string) => void): Promise<void> {
  await screen.shows(sentences.greeting);
  tell('the app comes and greets');

  await screen.write('windows 11');
  await screen.shows(sentences.card);
  tell('a message is answered by a card');

  await screen.press(sentences.button);
  await screen.shows(sentences.pressed);
  await screen.hides(sentences.card);
  tell('a button is answered by a card in its place');

  await screen.write('late');
  await screen.shows(sentences.working);
  bot.finish();
  await screen.shows(sentences.late);
  await screen.hides(sentences.working);
  tell('a message is changed when a late answer comes');
}
