/* A session may end while somebody writes. Nothing is sent off then: the words stay, and a line says how to go on. */
(() => {
  const { here, door, ended, again, offline } = document.currentScript.dataset;
  const line = document.createElement("p");
  line.className = "hd-stay hd-note hd-note--bad";
  line.setAttribute("role", "alert");

  /* Asked in one go, because a form cannot wait while it is being sent. */
  const ask = () => {
    const question = new XMLHttpRequest();
    question.open("GET", here, false);
    question.send();
    return question.status === 200 ? JSON.parse(question.responseText).token : "";
  };

  const say = (words, way) => {
    line.textContent = words;
    if (way) {
      const link = document.createElement("a");
      link.href = door;
      link.target = "_blank";
      link.textContent = way;
      line.append(" ", link);
    }
    document.body.append(line);
  };

  /* True if somebody is signed in; a session begun in another window brings a new token for the form. */
  const may = (form) => {
    let token;
    try { token = ask(); } catch { say(offline); return false; }
    if (!token) { say(ended, again); return false; }
    line.remove();
    const field = form?.querySelector("[name=csrfmiddlewaretoken]");
    if (field) field.value = token;
    return true;
  };

  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("method")?.toLowerCase() !== "post" || may(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setTimeout(() => event.submitter?.setAttribute("data-w-progress-loading-value", "false"), 200);
  }, true);
  document.addEventListener("w-autosave:error", () => may());
})();
