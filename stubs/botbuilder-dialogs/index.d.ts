export class Dialog {}
export class OAuthPrompt extends Dialog {}
export class DialogSet {}
export class WaterfallDialog extends Dialog {}
export enum DialogTurnStatus {
  empty = 'empty',
  waiting = 'waiting',
  complete = 'complete',
  cancelled = 'cancelled',
}
