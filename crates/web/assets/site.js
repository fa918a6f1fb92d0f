// Suggestions under the search boxes while one types. Everything works without this script.
//
// A search form says where to ask (data-suggest) and how to tell how many there are (data-suggest-count, with {n}
// for the number: the words come from the page, so that they are in its language).

const WAIT = 120;
const MOST = 8;

for (const form of document.querySelectorAll('form[data-suggest]')) suggest(form, form.elements.q);

function suggest(form, box) {
  const list = document.createElement('ul');
  list.id = `${box.id}-suggestions`;
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', box.labels?.[0]?.textContent ?? '');
  list.hidden = true;
  const told = document.createElement('p');
  told.className = 'hidden';
  told.setAttribute('role', 'status');
  form.append(list, told);
  box.autocomplete = 'off';
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);

  let chosen = -1;
  let timer;
  let asking;

  const options = () => [...list.children];
  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    told.textContent = '';
    choose(-1);
  };
  const choose = (place) => {
    chosen = place;
    options().forEach((option, at) => option.setAttribute('aria-selected', String(at === place)));
    const option = options()[place];
    if (option) {
      box.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      box.removeAttribute('aria-activedescendant');
    }
  };
  const ask = async () => {
    const sought = box.value.trim();
    asking?.abort();
    if (sought.length < 2) return close();
    asking = new AbortController();
    try {
      const address = `${form.dataset.suggest}?q=${encodeURIComponent(sought)}`;
      const answer = await fetch(address, { signal: asking.signal });
      if (answer.ok) show(await answer.json());
    } catch {
      // The visitor typed on, or the network is gone: the form itself still works.
    }
  };
  const show = ({ items = [], countries = [], groups = [] }) => {
    if (document.activeElement !== box) return;
    const found = [...items.slice(0, MOST), ...countries.slice(0, 2), ...groups.slice(0, 2)].slice(0, MOST);
    list.replaceChildren(...found.map(optionOf));
    list.hidden = found.length === 0;
    choose(-1);
    told.textContent = (form.dataset.suggestCount ?? '').replace('{n}', String(found.length));
  };
  const optionOf = ({ url, name, what, matched }, place) => {
    const option = document.createElement('li');
    option.id = `${list.id}-${place}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    // The path alone: the site may be reached under another name than it calls itself.
    option.dataset.to = new URL(url, location.href).pathname;
    option.append(element('span', name), ' ', element('small', [matched, what].filter(Boolean).join(', ')));
    // Before the box loses the focus and the list closes.
    option.addEventListener('pointerdown', (event) => event.preventDefault());
    option.addEventListener('click', () => location.assign(option.dataset.to));
    return option;
  };

  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    const count = options().length;
    if (event.key === 'ArrowDown' && count) choose(chosen + 1 >= count ? -1 : chosen + 1);
    else if (event.key === 'ArrowUp' && count) choose(chosen < 0 ? count - 1 : chosen - 1);
    else if (event.key === 'Escape' && !list.hidden) close();
    else if (event.key === 'Enter' && chosen >= 0) location.assign(options()[chosen].dataset.to);
    else return;
    event.preventDefault();
  });
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
