// What the tests ask of cards inside the page; each answers with what is wrong, by the name of the card.

const place = document.createElement('div');
document.body.append(place);

const submitOf = (drawn) =>
  [...drawn.querySelectorAll('button.ac-pushButton')].find((one) => one.classList.contains('style-positive'));
const at = (card, path) => path.split('.').reduce((node, key) => node[key], card);

function fill(drawn) {
  for (const one of drawn.querySelectorAll('input, textarea, select')) {
    if (one.type === 'checkbox') {
      if (!one.checked) one.click();
      continue;
    }
    if (one.tagName === 'SELECT') one.selectedIndex = one.options.length - 1;
    else if (one.type === 'date') one.value = '2026-12-01';
    else if (one.type === 'number') one.value = one.min || '1';
    else one.value = 'something long enough for any reason there is';
    one.dispatchEvent(new Event('input', { bubbles: true }));
    one.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function empty(drawn) {
  for (const one of drawn.querySelectorAll('input:not([type=checkbox], [type=radio]), textarea')) {
    one.value = '';
    one.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** Every form of Teams: kept while it is empty, sent when it is filled in. */
async function forms() {
  const wrong = [];
  let count = 0;
  for (const example of gallery.examples) {
    const inputs = JSON.stringify(example.teams.card).match(/"type":"Input\./g) ?? [];
    // A search is no form, and what is looked up while one types is tried where there is something to look in (`page/compose-box`).
    const json = JSON.stringify(example.teams.card);
    if (inputs.length === 0 || !json.includes('"waiting"') || json.includes('"style":"filtered"')) continue;
    count += 1;
    const name = `${example.name} (${example.locale})`;
    const sent = [];
    const { teams } = gallery.draw(example, async (path, filled) => {
      sent.push({ data: at(example.teams.card, path).data, filled });
    });
    place.replaceChildren(teams);
    const button = submitOf(teams);
    if (!button) {
      wrong.push(`${name}: no button to send it`);
      continue;
    }
    const isNeeded = JSON.stringify(example.teams.card).includes('"isRequired":true');
    empty(teams);
    const before = teams.textContent;
    button.click();
    await Promise.resolve();
    if (isNeeded && sent.length > 0) wrong.push(`${name}: was sent empty`);
    if (isNeeded && teams.textContent === before) wrong.push(`${name}: does not say what is missing`);
    fill(teams);
    sent.length = 0;
    button.click();
    await Promise.resolve();
    const [only, ...more] = sent;
    if (!only || more.length > 0)
      wrong.push(`${name}: sent ${sent.length} times: ${teams.textContent.slice(0, 300)}`);
    else {
      if (typeof only.data?.waiting?.press?.type !== 'string')
        wrong.push(`${name}: sent without its command`);
      const ids = [
        ...JSON.stringify(example.teams.card).matchAll(/"type":"Input\.[A-Za-z]+","id":"([^"]+)"/g),
      ].map(([, id]) => id);
      for (const id of ids) if (!only.filled[id]) wrong.push(`${name}: ${id} was not sent`);
    }
  }
  place.replaceChildren();
  return { forms: count, wrong };
}

const lettersOf = (text) => text.replace(/[\s\u200B]/g, '');

/**
 * Cards on which everything was typed by somebody, in pairs: mere words, then what could be taken for more. Both are shown as often, and
 * nothing else comes of them.
 */
function typed(all) {
  const wrong = [];
  let before;
  all.forEach(({ text, letters, pictures, example }, n) => {
    const shapes = gallery.draw(example);
    place.replaceChildren(shapes.slack, shapes.teams);
    const shown = Object.entries(shapes).map(([platform, drawn]) => {
      wrong.push(
        ...madeOf(drawn, example[platform], pictures).map((what) => ({
          card: example.name,
          platform,
          text,
          what,
        })),
      );
      return lettersOf(drawn.textContent).split(letters).length - 1;
    });
    if (n % 2 === 1 && String(shown) !== String(before))
      wrong.push({ card: example.name, text, what: `shown ${shown} times, mere words ${before}` });
    before = shown;
  });
  place.replaceChildren();
  return wrong.slice(0, 20);
}

/** What is on a drawn card that no card of ours has: links but its own, mentions, formatting, pictures but those of its numbers. */
function madeOf(drawn, source, pictures) {
  const addresses = [...JSON.stringify(source).matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url);
  const links = [...drawn.querySelectorAll('a')].filter(
    (link) => !addresses.includes(link.getAttribute('href')),
  );
  const left = [...pictures];
  const others = [...drawn.querySelectorAll('img')].filter((image) => {
    const nth = left.indexOf(image.getAttribute('src'));
    if (nth >= 0) left.splice(nth, 1);
    return nth < 0;
  });
  return [
    ...links,
    ...others,
    ...drawn.querySelectorAll('iframe, svg, script, .mention, em, s, code, li, blockquote'),
  ].map((one) => one.outerHTML.slice(0, 120));
}

globalThis.inTest = { forms, typed };
