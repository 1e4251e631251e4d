/* Fields of blocks stand below a heading but carry no label: each gets the words of its heading, for those who hear the page. */
(() => {
  const FIELDS = "input:not([type=hidden]), textarea:not([tabindex='-1']), select, [contenteditable=true]";
  const NAMES = ["aria-label", "aria-labelledby", "title"];

  const isNameless = (field) => !field.labels?.length && !NAMES.some((name) => field.hasAttribute(name));
  const words = (field) => {
    const heading = field.closest("section[data-panel]")?.querySelector("[data-panel-heading]");
    const said = heading?.querySelector(".c-sf-block__type") || heading || field.closest("form")?.querySelector("button");
    return said ? said.textContent.replace("*", "").trim() : "";
  };
  const name = (place) => {
    for (const field of place.querySelectorAll(FIELDS)) {
      const found = isNameless(field) && words(field);
      if (found) field.setAttribute("aria-label", found);
    }
    /* A table's grid keeps a field of its own for copying, off the page. */
    document.querySelectorAll("textarea.copyPaste").forEach((field) => field.setAttribute("aria-hidden", "true"));
  };

  window.addEventListener("load", () => {
    const place = document.querySelector(".tab-content, .w-tabs");
    if (!place) return;
    let isAsked = false;
    const soon = () => {
      if (isAsked) return;
      isAsked = true;
      setTimeout(() => { isAsked = false; name(place); }, 100);
    };
    soon();
    new MutationObserver(soon).observe(place, { childList: true, subtree: true });
  });
})();
