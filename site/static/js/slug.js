/* Wagtail drops Vietnamese letters from a slug when slugs are ASCII: fold them before it does (đ becomes d). */
(() => {
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/Đ/g, "D");
  for (const event of ["w-sync:apply", "w-sync:check"]) {
    document.addEventListener(event, (e) => { if (e.detail && e.detail.value) e.detail.value = fold(e.detail.value); }, true);
  }
})();
