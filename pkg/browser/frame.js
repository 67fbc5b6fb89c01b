// Finds an element, brings it into view and draws a frame around it. Where it
// takes no place, the nearest element around it that does is framed with
// dashes; where there is none, the foot of the page is shown.
(() => {
  const tall = (el) => { const r = el.getBoundingClientRect(); return r.width >= 2 && r.height >= 2; };
  let drawn = null;
  function find(selector) {
    if (!selector) return null;
    try { return document.querySelector(selector); } catch { return null; }
  }
  globalThis.shoplintFrame = (selector) => {
    if (drawn) drawn.remove();
    drawn = null;
    const wanted = find(selector);
    let el = wanted;
    while (el && (!tall(el) || !el.checkVisibility())) el = el.parentElement;
    if (!el || el === document.body || el === document.documentElement) {
      window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
      return 'foot';
    }
    el.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const r = el.getBoundingClientRect(), shown = el === wanted;
    drawn = document.createElement('div');
    const style = { position: 'fixed', left: r.left - 5 + 'px', top: r.top - 5 + 'px', width: r.width + 10 + 'px', height: r.height + 10 + 'px',
      border: '3px ' + (shown ? 'solid' : 'dashed') + ' #d5006d', 'box-sizing': 'border-box', 'border-radius': '4px', background: 'none',
      'z-index': '2147483647', 'pointer-events': 'none', margin: '0', padding: '0', display: 'block', opacity: '1' };
    for (const k in style) drawn.style.setProperty(k, style[k], 'important');
    document.documentElement.append(drawn);
    return shown ? 'framed' : 'around';
  };
  return true;
})()
