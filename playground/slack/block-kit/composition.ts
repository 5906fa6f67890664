import { laws } from '../laws';
import { isObject } from './block';
import { all, boolean, type Check, list, object, oneOf, rule, string, typed, url } from './checks';

/** Text objects, options and confirmations. docs.slack.dev/reference/block-kit/composition-objects */

/** `plain_text` only, where Slack allows no formatting. */
export function plainText(max: number): Check {
  return typed({ plain_text: object({ text: string(max) }, { emoji: boolean }) });
}

/** Either kind of text. */
export function text(max: number): Check {
  return typed({
    plain_text: object({ text: string(max) }, { emoji: boolean }),
    mrkdwn: object({ text: string(max) }, { verbatim: boolean }),
  });
}

export const confirm = object(
  {
    title: plainText(laws.confirmTitle),
    text: text(laws.confirmText),
  },
  {
    confirm: plainText(laws.confirmButton),
    deny: plainText(laws.confirmButton),
    style: oneOf('primary', 'danger'),
  },
);

const optionIn = (label: Check, extra: Record<string, Check> = {}) =>
  object(
    { text: label, value: string(laws.optionValue) },
    { description: plainText(laws.optionText), ...extra },
  );

/** Options of menus are plain text; those of an overflow menu may lead somewhere. */
export const option = optionIn(plainText(laws.optionText));
export const overflowOption = optionIn(plainText(laws.optionText), { url: url(laws.url) });
/** Options of checkboxes and radio buttons may be formatted. */
export const choice = object(
  { text: text(laws.optionText), value: string(laws.optionValue) },
  { description: text(laws.optionText) },
);

const optionGroup = object({ label: plainText(laws.optionText), options: list(option, laws.options) });

/** `options` or `option_groups`, one of the two. */
export const menuOptions: Record<string, Check> = {
  options: list(option, laws.options),
  option_groups: list(optionGroup, laws.optionGroups),
};

export const hasOneKindOfOptions = rule((menu) => {
  if (menu.options === undefined && menu.option_groups === undefined)
    return 'missing required field: options';
  return menu.options !== undefined && menu.option_groups !== undefined
    ? 'must define either `options` or `option_groups`, not both'
    : undefined;
});

/** What is chosen at first must be among what can be chosen, letter by letter. */
export function initialAmongOptions(property: 'initial_option' | 'initial_options'): Check {
  return (menu, at, found) => {
    if (!isObject(menu) || menu[property] === undefined || menu[property] === null) return;
    const groups = Array.isArray(menu.option_groups) ? menu.option_groups.filter(isObject) : [];
    const lists = [menu.options, ...groups.map((group) => group.options)];
    const values = lists
      .flatMap((options) => (Array.isArray(options) ? options.filter(isObject) : []))
      .map(bare);
    for (const chosen of [menu[property]].flat()) {
      if (!isObject(chosen) || !values.includes(bare(chosen))) {
        found.add('must match one of the provided options', `${at}/${property}`);
      }
    }
  };
}

function bare(chosen: Record<string, unknown>): string {
  const label = isObject(chosen.text) ? chosen.text.text : undefined;
  return JSON.stringify([label, chosen.value]);
}

/** What a bot answers to `block_suggestion`. docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export const suggestions = all(
  object(
    {},
    { options: list(option, laws.options, 0), option_groups: list(optionGroup, laws.optionGroups, 0) },
  ),
  hasOneKindOfOptions,
);
