/* Links to a field of the editor (#field-intro) open its tab and put the cursor there; notes of a return stand beside their field. */
(() => {
  const wrapper = (name) => document.querySelector(`[data-contentpath="${CSS.escape(name)}"]`) || document.getElementById(`id_${name}`);

  const open = (name) => {
    const field = wrapper(name);
    if (!field) return;
    const panel = field.closest("[role=tabpanel]");
    if (panel && panel.hidden) document.querySelector(`[role=tab][href="#${panel.id}"]`)?.click();
    /* The tab opens in the next frame; what is hidden takes no cursor. */
    setTimeout(() => {
      field.scrollIntoView({ block: "center" });
      field.querySelector("input:not([type=hidden]), textarea, select, [contenteditable=true], button")?.focus({ preventScroll: true });
    }, 100);
  };

  const follow = () => {
    const found = window.location.hash.match(/^#field-([\w-]+)$/);
    if (found) open(found[1]);
  };

  const place = () => {
    document.querySelectorAll("[data-hd-note]").forEach((note) => {
      const field = wrapper(note.dataset.hdNote);
      if (!field) return;
      const beside = document.createElement("p");
      beside.className = "hd-note hd-note--back";
      beside.innerText = note.querySelector("[data-hd-text]").innerText;
      field.prepend(beside);
    });
  };

  window.addEventListener("hashchange", follow);
  window.addEventListener("load", () => { place(); setTimeout(follow, 300); });
})();
