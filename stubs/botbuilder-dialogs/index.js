class Dialog {}
class OAuthPrompt extends Dialog {}
class DialogSet {}
class WaterfallDialog extends Dialog {}
const DialogTurnStatus = { empty: 'empty', waiting: 'waiting', complete: 'complete', cancelled: 'cancelled' };
module.exports = { Dialog, OAuthPrompt, DialogSet, WaterfallDialog, DialogTurnStatus };
