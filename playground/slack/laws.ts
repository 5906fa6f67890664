/**
 * The numbers of Slack's own rules, each with the public page that states it.
 * Pages were read in November 2026; lengths count characters unless a name says otherwise.
 */
export const laws = {
  /** Every request to an app is answered within 3 s. docs.slack.dev/interactivity/handling-user-interaction */
  answerWithinMs: 3_000,
  /** A trigger opens one view, within 3 s. docs.slack.dev/reference/methods/views.open */
  triggerLivesMs: 3_000,
  /** A response URL takes 5 messages in 30 minutes. docs.slack.dev/interactivity/handling-user-interaction */
  responseUrlUses: 5,
  responseUrlLivesMs: 30 * 60_000,
  /** An event not answered with 2xx comes again at once, after a minute, after five. docs.slack.dev/apis/events-api */
  eventRetryDelaysMs: [0, 60_000, 300_000],

  /** Connections of one app. docs.slack.dev/apis/events-api/using-socket-mode */
  socketConnections: 10,

  /** Slack looks at what was uploaded before it may stand in blocks; how long is told nowhere: users measured seconds (slackapi/java-slack-sdk#1347). */
  fileLookMs: 400,

  /** docs.slack.dev/reference/block-kit/blocks */
  messageBlocks: 50,
  viewBlocks: 100,
  blockId: 255,
  /** A longer text is cut. docs.slack.dev/reference/methods/chat.postMessage */
  messageText: 40_000,
  /**
   * All text of a message's blocks together, plus a share for each further block; not documented, measured by users:
   * github.com/slackapi/bolt-js/issues/2509 (one block 13,297 characters; 125 fewer with a divider beside it). The
   * lower figure named there by the maintainers is taken.
   */
  messageBlocksText: 12_000,
  messageBlockShare: 125,

  /** docs.slack.dev/reference/block-kit/blocks/section-block */
  sectionText: 3_000,
  sectionFields: 10,
  sectionField: 2_000,
  /** docs.slack.dev/reference/block-kit/blocks/header-block */
  headerText: 150,
  /** docs.slack.dev/reference/block-kit/blocks/actions-block */
  actionsElements: 25,
  /** docs.slack.dev/reference/block-kit/blocks/context-block */
  contextElements: 10,
  contextText: 2_000,
  /** docs.slack.dev/reference/block-kit/blocks/input-block */
  inputLabel: 2_000,
  inputHint: 2_000,
  /** docs.slack.dev/reference/block-kit/blocks/image-block */
  imageAlt: 2_000,
  imageTitle: 2_000,
  url: 3_000,
  /** docs.slack.dev/reference/block-kit/blocks/markdown-block */
  markdownText: 12_000,

  /** docs.slack.dev/reference/block-kit/block-elements/button-element */
  actionId: 255,
  buttonText: 75,
  buttonValue: 2_000,
  accessibilityLabel: 75,
  /** docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
  options: 100,
  optionGroups: 100,
  placeholder: 150,
  /** docs.slack.dev/reference/block-kit/composition-objects/option-object */
  optionText: 75,
  optionValue: 150,
  /** docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element */
  overflowOptions: 5,
  /** docs.slack.dev/reference/block-kit/block-elements/checkboxes-element and radio-button-group-element */
  choiceOptions: 10,
  /** docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
  inputText: 3_000,
  /** docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,

  /** docs.slack.dev/reference/views/modal-views */
  viewTitle: 24,
  callbackId: 255,
  privateMetadata: 3_000,
  externalId: 255,
  /** docs.slack.dev/reference/methods/views.push */
  viewStack: 3,
  viewBytes: 250 * 1024,
} as const;
