// Runs before the page's own scripts, in their world: closed shadow trees are
// opened so that they can be read, and what would leave the page is taken away.
(() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }); };
  window.open = () => null;
  window.print = () => {};
  try { delete Navigator.prototype.serviceWorker; } catch { /* not there */ }
})();
