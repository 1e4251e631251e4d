/* The editor also saves by itself. A save by hand that overtook it would make a second page, or find its own words
   in its way: it waits for the one that is under way, and stops those that would follow. It also waits for the last
   words typed: rich text reaches its form a quarter of a second after the last key. */
(() => {
  const LAST_WORDS = 400;
  let underWay = false;
  let typed = 0;
  let waiting = null;

  const go = () => {
    underWay = false;
    const { form, button } = waiting ?? {};
    waiting = null;
    if (!form) return;
    if (button) button.disabled = false;
    form.requestSubmit(button);
  };

  const isWriting = () => performance.now() - typed < LAST_WORDS;
  const noteNow = () => { typed = performance.now(); };
  const noteTyping = (event) => {
    if (!event.target.closest?.(".Draftail-Editor")) return;
    noteNow();
    requestAnimationFrame(() => setTimeout(noteNow)); /* Ten thousand words take their time to be drawn. */
  };
  for (const name of ["keydown", "paste", "cut", "drop", "input"]) document.addEventListener(name, noteTyping, true);

  document.addEventListener("w-autosave:save", (event) => { setTimeout(() => { underWay = !event.defaultPrevented; }); });
  document.addEventListener("w-autosave:success", go);
  document.addEventListener("w-autosave:error", go);

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!("editForm" in form.dataset) || !(underWay || isWriting())) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting = { form, button: event.submitter };
    if (!underWay) setTimeout(() => { if (!underWay) go(); }, LAST_WORDS);
  }, true);

  document.addEventListener("submit", (event) => {
    if ("editForm" in event.target.dataset && !event.defaultPrevented) event.target.dataset.wAutosaveActiveValue = "false";
  });
})();
