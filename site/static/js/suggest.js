/* Titles offered while a reader types in a search box. Without this script the box is a plain field that works. */
(() => {
  const { url, name, none, some } = document.currentScript.dataset;
  const FEWEST = 2;
  const PAUSE = 120;
  let boxes = 0;

  const made = (tag, attributes, parent) => {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent.append(element);
    return element;
  };

  const equip = (input) => {
    boxes += 1;
    const id = `suggestions-${boxes}`;
    const frame = document.createElement("div");
    frame.className = "suggested";
    input.replaceWith(frame);
    frame.append(input);
    const list = made("ul", { id, role: "listbox", class: "suggestions", "aria-label": name, hidden: "" }, frame);
    const voice = made("span", { role: "status", class: "hush" }, frame);
    let asked = null;
    let wait = 0;
    let at = -1;

    const options = () => [...list.children];
    const mark = (place) => {
      at = place;
      options().forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
      if (at < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", options()[at].id);
      options()[at].scrollIntoView({ block: "nearest" });
    };
    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      mark(-1);
    };
    const open = () => {
      if (!list.children.length) return;
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
    };
    const show = (suggestions) => {
      list.replaceChildren();
      suggestions.forEach((each, number) => {
        const option = made("li", { id: `${id}-${number}`, role: "option", "aria-selected": "false", "data-to": each.url }, list);
        made("span", { lang: each.language }, option).textContent = each.title;
        made("small", {}, option).textContent = each.kind_name;
      });
      voice.textContent = suggestions.length ? some.replace("NUMBER", suggestions.length) : none;
      close();
      open();
    };
    const ask = async (typed) => {
      asked?.abort();
      asked = new AbortController();
      try {
        const answer = await fetch(`${url}?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
        if (!answer.ok) return close();
        const { suggestions } = await answer.json();
        if (document.activeElement === input) show(suggestions);
      } catch { close(); }
    };
    const go = (option) => { window.location.assign(option.dataset.to); };

    for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id })) {
      input.setAttribute(key, value);
    }
    input.addEventListener("input", () => {
      clearTimeout(wait);
      const typed = input.value.trimStart();
      if (typed.trim().length < FEWEST) { asked?.abort(); voice.textContent = ""; return close(); }
      wait = setTimeout(() => ask(typed), PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const last = list.children.length - 1;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (last < 0) return;
        event.preventDefault();
        if (list.hidden) open();
        const step = event.key === "ArrowDown" ? 1 : -1;
        /* One place before the first and after the last belongs to what was typed. */
        mark(((at + 1 + step + last + 2) % (last + 2)) - 1);
      } else if (event.key === "Enter" && at >= 0 && !list.hidden) {
        event.preventDefault();
        go(options()[at]);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) go(option);
    });
    input.addEventListener("blur", () => { clearTimeout(wait); asked?.abort(); close(); });
  };

  document.querySelectorAll("form[role=search] input[name=q]").forEach(equip);
})();
