/** Everything the page knows; the server says it anew after every change. */
export const store = {
  /** The key of the person the visitor is. */
  me: localStorage.getItem('me') ?? 'ada@contoso.example',
  /** Which conversation is open on each side: `direct`, or the id of a channel. */
  open: { slack: 'direct', teams: 'direct' },
  /** Which side a narrow screen shows. */
  side: localStorage.getItem('side') ?? 'slack',
  sight: undefined,
  messages: new Map(),
};

const listeners = new Set();
/** Called with the state after every change of it. */
export const watch = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const redraw = () => {
  for (const listener of listeners) listener(store.sight);
};

let source;

/** Becomes somebody: from now on the page shows what they see. */
export function become(key) {
  store.me = key;
  localStorage.setItem('me', key);
  source?.close();
  let first = true;
  source = new EventSource(`/page/events?as=${encodeURIComponent(key)}`);
  source.addEventListener('open', () => {
    first = true;
  });
  source.addEventListener('sight', (event) => {
    const { changed, ...sight } = JSON.parse(event.data);
    if (first) store.messages.clear();
    first = false;
    for (const [id, message] of Object.entries(changed)) store.messages.set(id, message);
    store.sight = sight;
    redraw();
  });
  source.addEventListener('error', () => {
    if (store.sight) store.sight = { ...store.sight, bot: { ...store.sight.bot, state: 'away' } };
    redraw();
  });
}

/** The messages of a conversation in order. */
export const messagesOf = (side, conversation) =>
  conversation.ids.map((id) => store.messages.get(`${side} ${conversation.id} ${id}`)).filter(Boolean);

/** The conversation that is open on a side. */
export function openOn(side) {
  const all = store.sight?.[side]?.conversations ?? [];
  const isDirect = (one) => one.kind === 'im' || one.kind === 'personal';
  return all.find(({ id }) => id === store.open[side]) ?? all.find(isDirect);
}

/** Does something as the person; resolves to what the client shows besides, a `warning` when it failed. */
export async function act(what) {
  try {
    const response = await fetch(`/page/act?as=${encodeURIComponent(store.me)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(what),
    });
    return await response.json();
  } catch {
    return { warning: 'The playground does not answer. Is it still running?' };
  }
}
