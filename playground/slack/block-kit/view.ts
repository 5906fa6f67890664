import { laws } from '../laws';
import { Refusal } from '../refusal';
import type { Json } from './block';
import { findingsIn } from './blocks';
import { all, boolean, type Check, Findings, object, rule, string } from './checks';
import { plainText } from './composition';
import { pointers } from './message';

const blocks: Check = (value, at, found) => {
  found.messages.push(...findingsIn(value, 'view', at).messages);
};

const remembered = {
  private_metadata: string(laws.privateMetadata, 0),
  callback_id: string(laws.callbackId, 0),
  external_id: string(laws.externalId, 0),
};

/** docs.slack.dev/reference/views/modal-views */
const modal = all(
  object(
    { title: plainText(laws.viewTitle), blocks },
    {
      ...remembered,
      submit: plainText(laws.viewTitle),
      close: plainText(laws.viewTitle),
      clear_on_close: boolean,
      notify_on_close: boolean,
      submit_disabled: boolean,
    },
  ),
  (view, at, found) => {
    const { submit, blocks: given } = view as Json;
    if (submit !== undefined && submit !== null) return;
    for (const [index, block] of (Array.isArray(given) ? given : []).entries()) {
      if ((block as Json | null)?.type === 'input') {
        found.add('must define `submit` to use an `input` block in modals', `${at}/blocks/${index}/input`);
      }
    }
  },
);

/** docs.slack.dev/reference/views/home-tab-views */
const home = object({ blocks }, remembered);

/** Refuses a view Slack would not show: `view_too_large`, or `invalid_arguments` with pointers. */
export function refuseUnsoundView(view: Json, type: 'modal' | 'home'): void {
  if (Buffer.byteLength(JSON.stringify(view)) > laws.viewBytes) throw new Refusal('view_too_large');
  const found = new Findings();
  rule((given) => (given.type === type ? undefined : `must be of type ${type}`), '/type')(
    view,
    '/view',
    found,
  );
  (type === 'modal' ? modal : home)(view, '/view', found);
  if (found.messages.length > 0) throw new Refusal('invalid_arguments', pointers(found.messages));
}
