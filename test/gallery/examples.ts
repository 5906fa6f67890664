import { readable } from '../../playground/http/slack-side';
import { drawn as png } from '../../src/bot/pictures/draw';
import { chartsOf } from '../../src/bot/pictures/pictures';
import * as slack from '../../src/bot/slack/view';
import * as teams from '../../src/bot/teams/view';
import type { Card } from '../../src/core/card';
import type { Locale } from '../../src/core/words';
import { cardsIn } from '../core/every-card';

/** A card in the shapes in which people of both chats see it. */
export interface Drawn {
  name: string;
  locale: Locale;
  slack: { is: 'message'; text: string; blocks: unknown } | { is: 'window'; view: unknown };
  teams: { is: 'message' | 'dialog'; card: unknown };
  /** Its pictures as they are drawn from its numbers, as addresses that carry them. */
  pictures: string[];
}

/** A card as the page draws it: Slack's markup is read here, as the playground's server does. */
export function drawn(name: string, card: Card): Drawn {
  const pictures = new Map(chartsOf(card).map((chart) => [chart, png(chart.bars)]));
  const files = new Map([...pictures.keys()].map((chart, nth) => [chart, `F0PICTURE${nth}`]));
  const addresses = [...pictures.values()].map(
    (bytes) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`,
  );
  const picture = (id: string) => addresses[[...files.values()].indexOf(id)];
  const blocks = (all: unknown) => readable(all, (id) => id, picture);
  const where = card.place === 'dialog' ? 'dialog' : 'message';
  const { text, blocks: ofMessage } = slack.messageOf(card, files);
  return {
    name,
    locale: card.locale,
    slack: slack.needsDialog(card)
      ? { is: 'window', view: inWindow() }
      : { is: 'message', text, blocks: blocks(ofMessage) },
    teams: { is: where, card: teams.view(card, where, pictures) },
    pictures: addresses,
  };

  function inWindow() {
    const view = slack.modalOf(card);
    return { ...view, errors: {}, blocks: blocks(view.blocks) };
  }
}

/** Every card from its example, in both languages. */
export const examples = (): Drawn[] =>
  (['en', 'zh-TW'] as const).flatMap((locale) => cardsIn(locale).map(([name, card]) => drawn(name, card)));
