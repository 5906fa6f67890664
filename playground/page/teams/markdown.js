const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => entities[sign]);

const token =
  /\\([\\`*_{}[\]()#+\-.!~>|])|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)|\*\*(\S(?:[^\n]*?\S)?)\*\*|(?<![\p{L}\p{N}])([*_])(\S(?:[^\n]*?\S)?)\5(?![\p{L}\p{N}])/u;

/**
 * The little Markdown that Teams reads in a card, as HTML: bold, italic, links, lists. Everything else is escaped text.
 * learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */
export function markdown(text) {
  const lines = text.split(/\r?\n/);
  const html = [];
  let list = '';
  for (const line of lines) {
    const item = /^\s*(?:([-*+])|(\d{1,3})[.)])\s+(.*)$/.exec(line);
    const kind = item ? (item[1] ? 'ul' : 'ol') : '';
    if (kind !== list) {
      if (list) html.push(`</${list}>`);
      if (kind) html.push(`<${kind}>`);
      list = kind;
    }
    if (item) html.push(`<li>${inline(item[3])}</li>`);
    else html.push(`<p>${inline(line)}</p>`);
  }
  if (list) html.push(`</${list}>`);
  return html.join('');
}

function inline(text) {
  const match = token.exec(text);
  if (!match) return escaped(text);
  const [whole, sign, label, url, bold, , italic] = match;
  const before = escaped(text.slice(0, match.index));
  const after = inline(text.slice(match.index + whole.length));
  return before + piece() + after;

  function piece() {
    if (sign !== undefined) return escaped(sign);
    if (label !== undefined)
      return `<a href="${escaped(url)}" target="_blank" rel="noreferrer noopener">${escaped(label)}</a>`;
    if (bold !== undefined) return `<strong>${inline(bold)}</strong>`;
    return `<em>${inline(italic)}</em>`;
  }
}
