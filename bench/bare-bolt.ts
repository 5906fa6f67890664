import { App } from '@slack/bolt';

/** What the bare app is told: how it is signed, where Slack is, what it answers. */
export interface Bare {
  secret: string;
  slackApiUrl: string;
  port: number;
  answer: object;
}

/** What the bot is compared with: an app of Bolt's own making, all defaults, that answers every list with the same object. */
process.once('message', ({ secret, slackApiUrl, port, answer }: Bare) => {
  const app = new App({ signingSecret: secret, token: 'xoxb-0-bare', clientOptions: { slackApiUrl } });
  app.command('/benefits', async ({ ack }) => {
    await ack(answer);
  });
  void app.start(port).then(() => process.send?.('ready'));
});
process.on('disconnect', () => process.exit());
