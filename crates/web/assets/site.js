// On a telephone the menu is folded until it is asked for.
const menu = document.querySelector("details.fold");
if (menu) {
  const narrow = matchMedia("(max-width: 48rem)");
  const set = () => {
    menu.open = !narrow.matches;
    menu.dataset.set = "";
  };
  set();
  narrow.addEventListener("change", set);
}

// Suggestions under a box: one leads to its page, or fills the box where it has a text for it. The forms work without them.
const suggest = (form) => {
  const input = form.querySelector("input:not([type=hidden])");
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.querySelector("label").textContent);
  list.hidden = true;
  const status = document.createElement("span");
  status.className = "hidden";
  status.setAttribute("role", "status");
  input.parentElement.append(list, status);
  const set = (name, value) => input.setAttribute(name, value);
  set("role", "combobox");
  set("aria-autocomplete", "list");
  set("aria-expanded", "false");
  set("aria-controls", list.id);

  let timer = 0;
  let asked = 0;
  let active = -1;
  let items = [];

  const close = () => {
    // An answer that is on its way is too late.
    clearTimeout(timer);
    asked += 1;
    list.hidden = true;
    status.textContent = "";
    active = -1;
    set("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (index) => {
    const options = [...list.children];
    active = (index + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === active)));
    set("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };

  const take = (place) => {
    const item = items[place];
    if (item.fills) {
      input.value = item.fills;
      return close();
    }
    const address = new URL(item.url);
    location.assign(address.pathname + address.search);
  };

  const show = (found) => {
    items = found;
    list.replaceChildren(
      ...found.map((item, place) => {
        const option = document.createElement("li");
        option.id = `${input.id}-suggestion-${place}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        const name = document.createElement("span");
        name.textContent = item.name;
        const what = document.createElement("span");
        what.className = "quiet";
        what.textContent = [item.what, item.matched].filter(Boolean).join(" · ");
        option.append(name, " ", what);
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          take(place);
        });
        return option;
      }),
    );
    active = -1;
    list.hidden = found.length === 0;
    set("aria-expanded", String(found.length > 0));
    input.removeAttribute("aria-activedescendant");
  };

  const ask = async () => {
    const sought = input.value.trim();
    if (sought.length < 2) return close();
    const number = ++asked;
    const address = new URL(form.dataset.suggest, location);
    address.searchParams.set("q", sought);
    try {
      const answer = await fetch(address);
      if (number !== asked) return;
      if (!answer.ok) return close();
      const found = await answer.json();
      if (number !== asked) return;
      show(found.suggestions);
      status.textContent = found.status;
    } catch {
      close();
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return close();
    if (list.hidden) return;
    if (event.key === "ArrowDown") {
      event.preventDefault();
      choose(active + 1);
    } else if (event.key === "ArrowUp") {
      event.preventDefault();
      choose(active < 0 ? -1 : active - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      take(active);
    }
  });
};
document.querySelectorAll("form[data-suggest]").forEach(suggest);

// One key for each answer in the review queue, outside fields and without modifiers. The buttons work without it.
const keys = new Map([...document.querySelectorAll("[data-key]")].map((element) => [element.dataset.key, element]));
if (keys.size) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), select, textarea")) return;
    const element = keys.get(event.key.toLowerCase());
    if (element) {
      event.preventDefault();
      element.click();
    }
  });
}

// While an import is being read the page is loaded again until it is done; a link does the same by hand.
if (document.querySelector("[data-reload]")) setTimeout(() => location.reload(), 700);

// A choice among the facets takes effect at once; the button does the same by hand.
document.querySelector("form[data-submit]")?.addEventListener("change", (event) => {
  if (event.target.type !== "checkbox") return;
  sessionStorage.setItem("facet", `${event.target.name}=${event.target.value}`);
  event.target.form.requestSubmit();
});
const facet = sessionStorage.getItem("facet");
if (facet) {
  // Whoever chose with the keyboard goes on where they were.
  sessionStorage.removeItem("facet");
  const [name, value] = facet.split("=");
  const box = document.querySelector(`form[data-submit] input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
  for (let inside = box?.closest("details"); inside; inside = inside.parentElement.closest("details")) inside.open = true;
  box?.focus({ preventScroll: true });
}
