import { laws } from '../laws';
import {
  all,
  boolean,
  type Check,
  day,
  integer,
  list,
  object,
  oneOf,
  pattern,
  rule,
  string,
  typed,
  url,
} from './checks';
import {
  choice,
  confirm,
  hasOneKindOfOptions,
  initialAmongOptions,
  menuOptions,
  option,
  overflowOption,
  plainText,
} from './composition';

/** The elements of Block Kit. docs.slack.dev/reference/block-kit/block-elements (one page each) */

const actionId = { action_id: string(laws.actionId) };
const focus = { focus_on_load: boolean };
const asking = { ...actionId, ...focus, confirm, placeholder: plainText(laws.placeholder) };
const several = { max_selected_items: integer(1, Number.MAX_SAFE_INTEGER) };
const anyId = string(255);
/** docs.slack.dev/reference/objects/user-object: W for people of an enterprise. */
const userId = pattern(/^[UW][A-Z0-9]+$/);
const filter = object(
  {},
  { include: list(string(20), 4), exclude_external_shared_channels: boolean, exclude_bot_users: boolean },
);
const dispatching = object(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2) },
);
const time = pattern(/^([01]\d|2[0-3]):[0-5]\d$/);

/** An id or an address, not both. docs.slack.dev/reference/block-kit/composition-objects/slack-file-object */
export const slackFile: Check = all(
  object({}, { id: pattern(/^F[A-Z0-9]{8,}$/), url: url(laws.url) }),
  rule((given) =>
    (given.id === undefined) === (given.url === undefined) ? 'invalid slack file' : undefined,
  ),
);

export const image: Check = all(
  object({ alt_text: string(laws.imageAlt) }, { image_url: url(laws.url), slack_file: slackFile }),
  rule((given) =>
    given.image_url === undefined && given.slack_file === undefined
      ? 'missing required field: image_url'
      : undefined,
  ),
);

const buttons: Record<string, Check> = {
  button: object(
    { text: plainText(laws.buttonText) },
    {
      ...actionId,
      url: url(laws.url),
      value: string(laws.buttonValue),
      style: oneOf('primary', 'danger'),
      confirm,
      accessibility_label: string(laws.accessibilityLabel),
    },
  ),
  overflow: object({ options: list(overflowOption, laws.overflowOptions) }, { ...actionId, confirm }),
};

const choices: Record<string, Check> = {
  checkboxes: all(
    object(
      { options: list(choice, laws.choiceOptions) },
      { ...actionId, ...focus, confirm, initial_options: list(choice, laws.choiceOptions) },
    ),
    initialAmongOptions('initial_options'),
  ),
  radio_buttons: all(
    object(
      { options: list(choice, laws.choiceOptions) },
      { ...actionId, ...focus, confirm, initial_option: choice },
    ),
    initialAmongOptions('initial_option'),
  ),
  datepicker: object({}, { ...asking, initial_date: day }),
  timepicker: object({}, { ...asking, initial_time: time, timezone: string(255) }),
};

const menus: Record<string, Check> = {
  static_select: all(
    object({}, { ...asking, ...menuOptions, initial_option: option }),
    hasOneKindOfOptions,
    initialAmongOptions('initial_option'),
  ),
  external_select: object({}, { ...asking, initial_option: option, min_query_length: integer(0, 255) }),
  users_select: object({}, { ...asking, initial_user: userId }),
  conversations_select: object(
    {},
    {
      ...asking,
      initial_conversation: anyId,
      default_to_current_conversation: boolean,
      response_url_enabled: boolean,
      filter,
    },
  ),
  channels_select: object({}, { ...asking, initial_channel: anyId, response_url_enabled: boolean }),
  multi_static_select: all(
    object({}, { ...asking, ...several, ...menuOptions, initial_options: list(option, laws.options) }),
    hasOneKindOfOptions,
    initialAmongOptions('initial_options'),
  ),
  multi_external_select: object(
    {},
    { ...asking, ...several, initial_options: list(option, laws.options), min_query_length: integer(0, 255) },
  ),
  multi_users_select: object({}, { ...asking, ...several, initial_users: list(userId, 100) }),
  multi_conversations_select: object(
    {},
    {
      ...asking,
      ...several,
      initial_conversations: list(anyId, 100),
      default_to_current_conversation: boolean,
      filter,
    },
  ),
  multi_channels_select: object({}, { ...asking, ...several, initial_channels: list(anyId, 100) }),
};

const typedIn = {
  ...actionId,
  ...focus,
  placeholder: plainText(laws.placeholder),
  dispatch_action_config: dispatching,
};
const oneLine = { ...typedIn, initial_value: string(laws.inputText) };

const inputs: Record<string, Check> = {
  plain_text_input: all(
    object(
      {},
      {
        ...oneLine,
        multiline: boolean,
        min_length: integer(0, laws.inputText),
        max_length: integer(1, laws.inputText),
      },
    ),
    rule((given) =>
      typeof given.min_length === 'number' &&
      typeof given.max_length === 'number' &&
      given.min_length > given.max_length
        ? '`min_length` must be less than or equal to `max_length`'
        : undefined,
    ),
  ),
  email_text_input: object({}, oneLine),
  url_text_input: object({}, oneLine),
  number_input: object(
    { is_decimal_allowed: boolean },
    { ...oneLine, min_value: string(50), max_value: string(50) },
  ),
  datetimepicker: object(
    {},
    { ...actionId, ...focus, confirm, initial_date_time: integer(0, 9_999_999_999) },
  ),
};

/** What may stand where. docs.slack.dev/reference/block-kit/block-elements (table of compatible blocks) */
export const accessory = typed({ ...buttons, ...choices, ...menus, image });
export const ofActions = typed({
  ...buttons,
  ...choices,
  ...menus,
  datetimepicker: inputs.datetimepicker as Check,
});
export const ofInput = typed({ ...choices, ...menus, ...inputs });
