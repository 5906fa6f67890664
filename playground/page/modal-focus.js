/** Who had the keyboard before each dialog opened. */
const openers = new Map();

/** Opens a dialog over its pane: the rest of the page is out of reach until it closes. */
export function opened(dialog, pane) {
  const active = document.activeElement;
  openers.set(dialog, {
    element: active,
    words: active?.textContent,
    message: active?.closest?.('.message')?.dataset.id,
  });
  document.body.append(dialog);
  const over = () => {
    const { left, width } = pane.getBoundingClientRect();
    dialog.style.setProperty('--over', `${Math.max(width, 0) > 0 ? left + width / 2 : innerWidth / 2}px`);
  };
  over();
  addEventListener('resize', over);
  dialog.addEventListener('close', () => removeEventListener('resize', over), { once: true });
  dialog.showModal();
  const first = dialog.querySelector(
    '[data-field], .dialog-card input, .dialog-card textarea, .dialog-card select',
  );
  (first ?? dialog.querySelector('.modal-content') ?? dialog).focus();
}

/** Takes a dialog away and gives the keyboard back to whoever had it, or to what stands in their place. */
export function dismissed(dialog, pane) {
  const opener = openers.get(dialog);
  openers.delete(dialog);
  dialog.close();
  dialog.remove();
  const back = [opener?.element, insteadOf(opener, pane), pane.querySelector('textarea')].find(
    (element) => element?.isConnected && element !== document.body && element.offsetParent !== null,
  );
  back?.focus({ preventScroll: true });
}

function insteadOf(opener, pane) {
  if (!opener?.message) return undefined;
  const message = pane.querySelector(`.message[data-id="${CSS.escape(opener.message)}"]`);
  return (
    [...(message?.querySelectorAll('button, a') ?? [])].find(
      ({ textContent }) => textContent === opener.words,
    ) ?? message
  );
}
