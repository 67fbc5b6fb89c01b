// Finds an element, brings it into view and draws a frame around it. Where it
// takes no place, the nearest element around it that does is framed with
// dashes; where there is none, the foot of the page is shown.
(() => {
  const tall = (el) => { const r = el.getBoundingClientRect(); return r.width >= 2 && r.height >= 2; };
  let drawn = null;

  // The path comes from the tree as it was written out: shadow trees in place
  // of what they hide, a frame's content in the frame, which is a div there.
  const raw = new Set(['xmp', 'noembed', 'noframes', 'plaintext', 'iframe', 'listing']);
  const nameOf = (el) => (raw.has(el.localName) ? 'div' : /^[a-z][a-z0-9._-]*$/i.test(el.localName) ? el.localName : 'span');
  const inner = (el) => { try { return el.contentDocument; } catch { return null; } };
  function kids(el) {
    if (el instanceof HTMLIFrameElement) {
      const doc = inner(el);
      return doc && doc.body ? [...doc.body.children] : [];
    }
    if (el instanceof HTMLSlotElement) {
      const put = el.assignedElements();
      if (put.length) return put;
    }
    return [...(el.shadowRoot || el).children];
  }
  const outer = (el) => el.parentElement || el.getRootNode().host || (el.ownerDocument.defaultView || {}).frameElement || null;

  function* every(top) {
    const todo = [top];
    for (let left = 60000; todo.length && left > 0; left--) {
      const el = todo.pop();
      yield el;
      todo.push(...kids(el).reverse());
    }
  }

  function step(list, text) {
    const m = /^([^:]+)(?::nth-of-type\((\d+)\))?$/.exec(text);
    return m ? list.filter((el) => nameOf(el) === m[1])[m[2] ? m[2] - 1 : 0] : undefined;
  }

  function find(selector) {
    if (!selector) return null;
    const [start, ...rest] = selector.split(' > ');
    for (const top of every(document.documentElement)) {
      if (start[0] === '#' ? top.id !== start.slice(1) : nameOf(top) !== start) continue;
      let el = top;
      for (const s of rest) el = el && step(kids(el), s);
      if (el) return el;
    }
    try { return document.querySelector(selector); } catch { return null; }
  }

  // placed is where an element lies in the window, whatever frame it is in.
  function placed(el) {
    const r = el.getBoundingClientRect();
    let left = r.left, top = r.top;
    for (let f = el.ownerDocument.defaultView.frameElement; f; f = f.ownerDocument.defaultView.frameElement) {
      const o = f.getBoundingClientRect();
      left += o.left + f.clientLeft;
      top += o.top + f.clientTop;
    }
    return { left, top, width: r.width, height: r.height };
  }

  globalThis.shoplintFrame = (selector) => {
    if (drawn) drawn.remove();
    drawn = null;
    const wanted = find(selector);
    let el = wanted;
    while (el && (!tall(el) || !el.checkVisibility())) el = outer(el);
    if (!el || el.localName === 'body' || el === document.documentElement) {
      window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
      return 'foot';
    }
    el.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const r = placed(el), shown = el === wanted;
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
