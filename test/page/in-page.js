// Checks that run inside the page; each answers with what is wrong, in words that name the place.

/** Whether somebody can see an element. */
function isSeen(element) {
  const box = element.getBoundingClientRect();
  if (box.width < 2 || box.height < 2) return false;
  const style = getComputedStyle(element);
  return style.visibility === 'visible' && element.checkVisibility({ opacityProperty: true });
}

/** The words in an element that are read out. */
function wordsIn(element) {
  if (element.hidden || element.getAttribute('aria-hidden') === 'true') return '';
  const parts = [...element.childNodes].map((node) =>
    node.nodeType === Node.TEXT_NODE
      ? node.textContent
      : node.nodeType === Node.ELEMENT_NODE
        ? wordsIn(node)
        : '',
  );
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

/** The name a screen reader gives a control. */
function nameOf(element) {
  const by = element.getAttribute('aria-labelledby');
  if (by)
    return by
      .split(' ')
      .map((id) => wordsIn(document.getElementById(id)))
      .join(' ')
      .trim();
  const label = element.getAttribute('aria-label')?.trim();
  if (label) return label;
  if (element.labels?.length) return [...element.labels].map(wordsIn).join(' ');
  return wordsIn(element) || element.title.trim();
}

/** Where an element is, shortly. */
function placeOf(element) {
  const own = element.id
    ? `#${element.id}`
    : element.className
      ? `.${String(element.className).split(' ')[0]}`
      : '';
  return `${element.tagName.toLowerCase()}${own}`;
}

/** Controls without a name. */
function nameless() {
  const controls =
    'a[href], button, input, select, textarea, [role=tab], [role=option], [role=menuitemradio], dialog';
  return [...document.querySelectorAll(controls)]
    .filter((one) => isSeen(one) && nameOf(one) === '')
    .map(placeOf);
}

/** Ids that stand more than once. */
function repeatedIds() {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}

/** A colour as red, green, blue and alpha, whatever words CSS uses for it. */
function rgba(color) {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** One colour seen through to another. */
function over([r, g, b, a], [r2, g2, b2]) {
  return [r * a + r2 * (1 - a), g * a + g2 * (1 - a), b * a + b2 * (1 - a), 1];
}

/** What lies behind an element's text. */
function groundOf(element) {
  const layers = [];
  for (let one = element; one; one = one.parentElement) {
    const color = rgba(getComputedStyle(one).backgroundColor);
    if (color[3] > 0) layers.push(color);
    if (color[3] === 1) break;
  }
  const isDark = document.documentElement.dataset.theme === 'dark';
  return layers
    .reverse()
    .reduce((below, layer) => over(layer, below), isDark ? [0, 0, 0, 1] : [255, 255, 255, 1]);
}

function luminance([r, g, b]) {
  const [x, y, z] = [r, g, b].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

/** Text that is hard to read: contrast below 4.5 (WCAG 2.2, 1.4.3). What cannot be used now is left out, as there. */
function faint() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (
      !node.textContent.trim() ||
      !isSeen(element) ||
      element.closest('.unseen, [aria-disabled=true], noscript, option')
    )
      continue;
    const color = rgba(getComputedStyle(element).color);
    if (color[3] === 0) continue;
    const ground = groundOf(element);
    const [light, dark] = [luminance(over(color, ground)), luminance(ground)].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5)
      found.add(`${placeOf(element)} “${node.textContent.trim().slice(0, 30)}” ${contrast.toFixed(2)}`);
  }
  return [...found];
}

/** What has the keyboard: its name, and whether anybody can see that it has. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return { name: '', place: 'nowhere', visible: false };
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const around = element.closest('.composer-row');
  const visible =
    (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) ||
    boxShadow !== 'none' ||
    (around !== null && getComputedStyle(around).boxShadow !== 'none');
  return { name: nameOf(element), place: placeOf(element), visible };
}

globalThis.pageChecks = { nameless, faint, repeatedIds, focused };
