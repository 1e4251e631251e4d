// Looks for earlier claims while one is being typed. Without this script, a button does the same.
(function () {
  "use strict";
  const form = document.querySelector("form[data-similar]");
  if (!form || !form.elements.claim) return;
  const here = form.querySelector("[data-similar-here]");
  form.querySelector("[data-similar-button]").hidden = true;
  let waiting = 0;
  let latest = 0;

  function look() {
    const turn = ++latest;
    const asked = new FormData();
    asked.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    asked.append("claim", form.elements.claim.value);
    asked.append("url", form.elements.url ? form.elements.url.value : "");
    fetch(form.dataset.similar, { method: "POST", body: asked, credentials: "same-origin" })
      .then((answer) => (answer.ok ? answer.text() : ""))
      .then((html) => { if (turn === latest) here.innerHTML = html; })
      .catch(() => {});
  }

  form.addEventListener("input", function (event) {
    if (event.target.name !== "claim" && event.target.name !== "url") return;
    clearTimeout(waiting);
    waiting = setTimeout(look, 400);
  });
})();
