/**
 * What Slack accepts, in characters unless a name says otherwise. Sources: docs.slack.dev/reference/block-kit,
 * docs.slack.dev/reference/views/modal-views and the descriptions in @slack/types 3.2 (read November 2026).
 */
export const limits = {
  header: 150,
  section: 3_000,
  field: 2_000,
  factsOfBlock: 10,
  context: 2_000,
  /** Of a picture, in words. */
  altText: 2_000,
  pictureTitle: 2_000,
  buttonText: 75,
  buttonValue: 2_000,
  buttonsOfActions: 25,
  accessibilityLabel: 75,
  url: 3_000,
  inputLabel: 2_000,
  inputText: 3_000,
  placeholder: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  /** Our own: nobody searches for more. */
  search: 200,
  optionText: 75,
  /** 150 in newer pages, 75 in @slack/types: the smaller. */
  optionValue: 75,
  options: 100,
  /** No page names one; the section's figure. */
  preformatted: 3_000,
  modalTitle: 24,
  modalButton: 24,
  privateMetadata: 3_000,
  messageBlocks: 50,
  modalBlocks: 100,
  homeBlocks: 100,
  /**
   * All text of a message's blocks together, counting a share for each block. Not documented: users measured 12,000 to
   * 13,200 and about 125 less for each further block (github.com/slackapi/bolt-js/issues/2509).
   */
  messageText: 12_000,
  shareOfBlock: 125,
  /** Slack takes 250 KB; half of it is left for however Slack writes what we send. */
  modalBytes: 125_000,
  /** The text of a notification: up to 4,000 is the advice for `chat.postMessage`. */
  notification: 3_000,
} as const;
