/* Ctrl K opens the search box of the archive over any screen of the staff. Arrows choose, Enter opens, Escape closes. */
(() => {
  const { url, label, close, none, all, failed } = document.currentScript.dataset;
  const PAUSE = 150;
  let dialog, field, list, status, chosen = -1, asked = 0, timer;

  const made = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  const build = () => {
    field = made("input", {
      type: "search", role: "combobox", id: "hd-palette-field", autocomplete: "off", maxlength: "500",
      "aria-expanded": "false", "aria-controls": "hd-palette-list", "aria-autocomplete": "list",
    });
    list = made("ul", { role: "listbox", id: "hd-palette-list", "aria-label": label });
    status = made("p", { role: "status" });
    const shut = made("button", { type: "button", class: "button button-small button-secondary" }, close);
    const head = made("div", { class: "hd-palette__head" }, made("label", { for: "hd-palette-field" }, label), shut);
    dialog = made("dialog", { class: "hd-palette", "aria-label": label }, head, field, status, list);
    document.body.append(dialog);
    shut.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(find, PAUSE); });
    field.addEventListener("keydown", steer);
  };

  const options = () => [...list.children];

  const choose = (place) => {
    const found = options();
    chosen = found.length ? (place + found.length) % found.length : -1;
    found.forEach((option, number) => option.setAttribute("aria-selected", String(number === chosen)));
    if (chosen < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", found[chosen].id);
    found[chosen].scrollIntoView({ block: "nearest" });
  };

  const steer = (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      event.preventDefault();
      choose(chosen < 0 && steps[event.key] < 0 ? -1 : chosen + steps[event.key]);
    } else if (event.key === "Escape") {
      /* A field for searching would keep the first press for itself, to empty itself. */
      event.preventDefault();
      dialog.close();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const option = options()[Math.max(chosen, 0)];
      if (option?.dataset.href) window.location.assign(option.dataset.href);
    }
  };

  const line = (title, facts, href, language) => {
    const words = made("span", language ? { lang: language } : {}, title);
    const option = made("li", { role: "option", id: `hd-palette-${list.children.length}`, "aria-selected": "false" }, words);
    if (facts) option.append(made("small", {}, facts));
    if (href) {
      option.dataset.href = href;
      option.addEventListener("click", () => window.location.assign(href));
    }
    list.append(option);
  };

  const clear = (words) => {
    list.replaceChildren();
    status.textContent = words;
    field.setAttribute("aria-expanded", "false");
    choose(-1);
  };

  const find = async () => {
    const typed = field.value.trim();
    const turn = ++asked;
    if (!typed) return clear("");
    try {
      const answer = await fetch(`${url}?q=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      const found = await answer.json();
      if (turn === asked) show(found);
    } catch {
      if (turn === asked) clear(failed);
    }
  };

  const show = (found) => {
    clear(found.total ? found.said : none);
    for (const one of found.results) line(one.title, one.facts, one.url, one.language);
    if (found.total) line(all, "", found.all, "");
    field.setAttribute("aria-expanded", String(found.total > 0));
    if (found.total) choose(0);
  };

  document.addEventListener("keydown", (event) => {
    const isAsked = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    /* In a text being written the same keys make a link. */
    if (!isAsked || event.target.closest?.("[contenteditable=true]")) return;
    event.preventDefault();
    if (!dialog) build();
    if (dialog.open) return;
    dialog.showModal();
    field.select();
  });
})();
