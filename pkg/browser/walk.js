// Runs in a world of its own: the page shares the tree with it, but none of
// its functions. A tree can still shadow properties with names of form fields,
// so everything is read through the getters of the prototypes.
(() => {
  const maxNodes = 60000, maxDepth = 800, maxOut = 8e6, maxScript = 5e5, maxTime = 1500, mark = 'data-shoplint-';
  const getter = (proto, name) => {
    const get = Object.getOwnPropertyDescriptor(proto, name).get;
    return (node) => get.call(node);
  };
  const first = getter(Node.prototype, 'firstChild'), following = getter(Node.prototype, 'nextSibling');
  const kindOf = getter(Node.prototype, 'nodeType'), parent = getter(Node.prototype, 'parentNode');
  const text = getter(Node.prototype, 'textContent'), attrs = getter(Element.prototype, 'attributes');
  const local = getter(Element.prototype, 'localName'), root = getter(Element.prototype, 'shadowRoot');
  const call = (proto, name) => { const f = proto[name]; return (node, ...args) => f.apply(node, args); };
  const attr = call(Element.prototype, 'getAttribute'), has = call(Element.prototype, 'hasAttribute');
  const drop = call(Element.prototype, 'removeAttribute'), box = call(Element.prototype, 'getBoundingClientRect');
  const check = call(Element.prototype, 'checkVisibility'), assigned = call(HTMLSlotElement.prototype, 'assignedNodes');
  const frame = getter(HTMLIFrameElement.prototype, 'contentDocument');

  const seen = { d: new WeakMap(), p: new WeakMap() }, notes = new WeakMap();
  let left = 0, until = 0, cut = false;

  // children as a reader meets them: shadow trees in place of what they hide,
  // what was put into a slot in the slot, a frame's body in the frame.
  function* children(el) {
    const name = local(el);
    if (name === 'iframe' && el instanceof HTMLIFrameElement) {
      let inner = null;
      try { inner = frame(el); } catch { /* another site's */ }
      if (inner && inner.body) yield inner.body;
      return;
    }
    if (name === 'slot' && el instanceof HTMLSlotElement) {
      const put = assigned(el);
      if (put.length) { yield* put; return; }
    }
    const top = root(el);
    for (let n = first(top || el); n; n = following(n)) yield n;
  }

  const silent = new Set(['script', 'style', 'template', 'noscript', 'head', 'link', 'meta', 'title', 'base', 'param', 'source', 'track', 'datalist', 'noembed', 'noframes', 'audio']);
  const pictures = new Set(['img', 'svg', 'picture', 'input', 'button', 'video', 'object', 'canvas', 'embed', 'select', 'textarea', 'progress', 'meter']);

  function brief(el) {
    const id = attr(el, 'id'), cls = (attr(el, 'class') || '').trim().split(/\s+/)[0];
    const name = id && id.length <= 60 ? '#' + id : cls && cls.length <= 60 ? '.' + cls : '';
    return ' on ' + local(el).slice(0, 40) + name;
  }

  function colour(s) {
    const m = /^rgba?\(([^)]*)\)$/.exec(s);
    if (!m) return null;
    const v = m[1].split(/[\s,\/]+/).map(Number);
    return { r: v[0], g: v[1], b: v[2], a: v.length > 3 ? v[3] : 1 };
  }
  const linear = (c) => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const light = (c) => 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
  function contrast(a, b) {
    const x = light(a), y = light(b);
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  }

  // cropped names a clip or clip-path that leaves nothing.
  function cropped(cs) {
    const path = cs.clipPath || 'none';
    const inset = /^inset\(\s*([\d.]+)%\s*\)$/.exec(path);
    if (inset && Number(inset[1]) >= 50 || /^(circle|ellipse)\(0(px|%)?[\s)]/.test(path)) return 'clip-path: ' + path;
    if (cs.position === 'absolute' || cs.position === 'fixed') {
      const m = /^rect\(([^)]*)\)$/.exec(cs.clip || '');
      if (m) {
        const v = m[1].split(/[\s,]+/).map(parseFloat);
        if (v.every((x) => !Number.isNaN(x)) && (v[1] - v[3] < 2 || v[2] - v[0] < 2)) return 'clip: ' + cs.clip;
      }
    }
    return '';
  }

  // within says what keeps a rectangle from being seen: its size, the page's
  // edges, or a box that clips.
  function within(r, c, area) {
    if (r.width < 2 || r.height < 2) return 'smaller than 2x2 pixels';
    if (c && c.free) return c.gone;
    let l = Math.max(r.left, area.l), t = Math.max(r.top, area.t), rt = Math.min(r.right, area.r), b = Math.min(r.bottom, area.b);
    if (rt - l < 2 || b - t < 2) return 'outside the page';
    if (!c) return '';
    l = Math.max(l, c.l); t = Math.max(t, c.t); rt = Math.min(rt, c.r); b = Math.min(b, c.b);
    return rt - l < 2 || b - t < 2 ? c.why : '';
  }

  // outside gives the declaration that moves an element off the page a name.
  function outside(why, el, cs) {
    if (why === 'smaller than 2x2 pixels') {
      if (parseFloat(cs.fontSize) < 1) return 'font-size: ' + cs.fontSize + brief(el);
      return why + brief(el);
    }
    if (why !== 'outside the page') return why;
    if (parseFloat(cs.textIndent) <= -900) return 'text-indent: ' + cs.textIndent + brief(el);
    for (let e = el, i = 0; e && kindOf(e) === 1 && i < 30; e = parent(e), i++) {
      const s = getComputedStyle(e);
      if (s.position !== 'static' && s.position !== 'sticky') {
        for (const side of ['left', 'top', 'right', 'bottom']) {
          if (parseFloat(s[side]) <= -200) return side + ': ' + s[side] + brief(e);
        }
      }
      if (s.transform !== 'none') return 'transform' + brief(e);
      if (parseFloat(s.marginLeft) <= -900) return 'margin-left: ' + s.marginLeft + brief(e);
    }
    return why + brief(el);
  }

  function areaOf(doc) {
    const view = doc.defaultView, html = doc.documentElement;
    const w = view.innerWidth, h = view.innerHeight;
    const still = (e) => e && ['hidden', 'clip'].includes(view.getComputedStyle(e).overflowX);
    const wide = still(html) || still(doc.body) ? w : Math.max(w, html.scrollWidth);
    return {
      page: { l: -view.scrollX, t: -view.scrollY, r: wide - view.scrollX, b: Math.max(h, html.scrollHeight) - view.scrollY },
      view: { l: 0, t: 0, r: w, b: h },
    };
  }

  // clipBy is what an element leaves of the place its content may take.
  function clipBy(el, cs, r, outer) {
    const hides = (v) => v === 'hidden' || v === 'clip', scrolls = (v) => v === 'auto' || v === 'scroll';
    const tiny = r.width < 2 || r.height < 2;
    if (scrolls(cs.overflowX) || scrolls(cs.overflowY)) {
      if (tiny) return { l: 0, t: 0, r: 0, b: 0, why: 'overflow: ' + cs.overflowY + brief(el) };
      return { free: true, gone: outer && !outer.free && (Math.min(r.right, outer.r) - Math.max(r.left, outer.l) < 2 || Math.min(r.bottom, outer.b) - Math.max(r.top, outer.t) < 2) ? outer.why : outer && outer.free ? outer.gone : '' };
    }
    if (!hides(cs.overflowX) && !hides(cs.overflowY)) return outer;
    if (outer && outer.free) return tiny ? { l: 0, t: 0, r: 0, b: 0, why: 'overflow: hidden' + brief(el) } : outer;
    const o = outer || { l: -1e9, t: -1e9, r: 1e9, b: 1e9 };
    const c = { l: o.l, t: o.t, r: o.r, b: o.b, why: 'overflow: hidden' + brief(el) };
    if (hides(cs.overflowX)) { c.l = Math.max(c.l, r.left); c.r = Math.min(c.r, r.right); }
    if (hides(cs.overflowY)) { c.t = Math.max(c.t, r.top); c.b = Math.min(c.b, r.bottom); }
    return c;
  }

  // ink says why a text of an element cannot be told from what is behind it.
  function ink(cs, paper, el) {
    if (parseFloat(cs.fontSize) < 1) return 'font-size: ' + cs.fontSize + brief(el);
    if (cs.webkitBackgroundClip === 'text' || cs.backgroundClip === 'text') return '';
    const c = colour(cs.webkitTextFillColor || cs.color);
    if (!c) return '';
    if (c.a === 0) return 'color: transparent' + brief(el);
    if (paper && c.a === 1 && contrast(c, paper) < 1.1) return 'color: ' + cs.color + brief(el);
    return '';
  }

  function textWhy(node, el, cs, clip, area, paper) {
    const faint = ink(cs, paper, el);
    if (faint) return faint;
    const range = node.ownerDocument.createRange();
    range.selectNodeContents(node);
    const rects = range.getClientRects();
    let why = 'smaller than 2x2 pixels';
    for (let i = 0; i < rects.length && i < 50; i++) {
      why = within(rects[i], clip, area);
      if (!why) return '';
    }
    return outside(why, el, cs);
  }

  function paperOf(cs, outer) {
    if (cs.backgroundImage !== 'none') return null;
    const c = colour(cs.backgroundColor);
    if (!c || c.a !== 0 && c.a !== 1) return null;
    return c.a === 0 ? outer : c;
  }

  function invisible(el, cs, c) {
    if (check(el, { opacityProperty: true, visibilityProperty: true })) return '';
    if (cs.display === 'none') return 'display: none' + brief(el);
    if (cs.visibility !== 'visible') return 'visibility: ' + cs.visibility + (c.visibility === cs.visibility ? c.veil : brief(el));
    if (Number(cs.opacity) === 0) return 'opacity: 0' + brief(el);
    if (cs.display === 'contents') return '';
    return c.gone || 'not rendered' + brief(el);
  }

  // look decides one element in the view under way and all below it. It says
  // whether there is text or a picture to see, and the first reason against.
  function look(el, c, view, depth) {
    if (--left < 0 || depth > maxDepth || left % 100 === 0 && performance.now() > until) {
      if (depth <= maxDepth) left = 0;
      cut = true;
      return { any: false, why: '' };
    }
    const name = local(el);
    if (silent.has(name) || (name === 'input' && attr(el, 'type') === 'hidden')) return { any: false, why: '' };
    const cs = el.ownerDocument.defaultView.getComputedStyle(el);
    let why = c.gone || invisible(el, cs, c);
    const gone = c.gone || (why && cs.visibility === 'visible' ? why : '') || (cropped(cs) ? cropped(cs) + brief(el) : '');
    why = why || gone;
    const placed = cs.position !== 'static', bound = cs.transform !== 'none' || cs.filter !== 'none';
    const clip = cs.position === 'fixed' ? c.fixed : cs.position === 'absolute' ? c.abs : c.clip;
    const area = cs.position === 'fixed' || c.pinned ? c.area.view : c.area.page;
    const r = box(el), inner = gone || cs.display === 'contents' ? clip : clipBy(el, cs, r, clip);
    const below = {
      gone, clip: inner, abs: placed || bound ? inner : c.abs, fixed: bound ? inner : c.fixed,
      paper: paperOf(cs, c.paper), area: c.area, pinned: c.pinned || cs.position === 'fixed',
      visibility: cs.visibility, veil: c.visibility === cs.visibility ? c.veil : brief(el), note: c.note || notes.get(el) || '',
    };
    if (below.note && !notes.has(el)) notes.set(el, below.note);
    const in_ = descend(el, name, below, cs, area, view, depth);
    if (!why) why = judge(el, name, cs, in_, r, clip, area);
    seen[view].set(el, why);
    return { any: !why && (in_.any || pictures.has(name) || painted(el, cs)), why: why || in_.why };
  }

  function descend(el, name, c, cs, area, view, depth) {
    const out = { any: false, why: '', texts: 0, legible: 0, textWhy: '' };
    if (name === 'iframe') {
      const inner = [...children(el)][0];
      if (!inner) return out;
      c = { ...c, clip: null, abs: null, fixed: null, pinned: false, area: areaOf(inner.ownerDocument) };
    }
    for (const n of children(el)) {
      const kind = kindOf(n);
      if (kind === 3 && /\S/.test(n.data)) {
        out.texts++;
        const veiled = cs.visibility !== 'visible' ? 'visibility: ' + cs.visibility + c.veil : '';
        const why = c.gone || veiled || textWhy(n, el, cs, c.clip, area, c.paper);
        if (why) out.textWhy = out.textWhy || why; else out.legible++, out.any = true;
        out.why = out.why || why;
      } else if (kind === 1) {
        const s = look(n, c, view, depth + 1);
        out.any = out.any || s.any;
        out.why = out.why || s.why;
      }
    }
    return out;
  }

  // judge decides an element that is rendered: by its texts, by what is in it,
  // or by its own box. A link is seen by what is in it.
  function judge(el, name, cs, in_, r, clip, area) {
    if (name === 'a' || name === 'area') {
      if (in_.any || painted(el, cs)) return '';
      const label = (attr(el, 'aria-label') || '').trim() || (attr(el, 'title') || '').trim();
      if (!label || in_.why) return in_.why || 'a link without text, picture or label';
    } else if (in_.texts) {
      return in_.legible ? '' : in_.textWhy;
    } else if (in_.any) {
      return '';
    }
    if (cs.display === 'contents') return in_.why;
    const why = within(r, clip, area);
    return why && (in_.why || outside(why, el, cs));
  }

  // painted reports whether an element shows something without text or picture
  // elements: a picture behind it, or content made by its style.
  function painted(el, cs) {
    if (cs.backgroundImage !== 'none') return true;
    for (const p of ['::before', '::after']) {
      const s = getComputedStyle(el, p);
      if (s.display !== 'none' && (!['none', 'normal', '""', '" "'].includes(s.content) || s.content !== 'none' && s.backgroundImage !== 'none')) return true;
    }
    return false;
  }

  // open opens what a reader opens with a click: details, sections that a
  // closed button names, and what a search of the page finds.
  function open(doc) {
    const click = (el) => { if (!notes.has(el)) notes.set(el, 'opened by a click'); };
    for (const d of doc.querySelectorAll('details:not([open])')) {
      d.setAttribute('open', '');
      for (let n = first(d), past = false; n; n = following(n)) {
        if (kindOf(n) === 1 && (past || local(n) !== 'summary')) click(n); else if (kindOf(n) === 1) past = true;
      }
    }
    for (const b of [...doc.querySelectorAll('[aria-expanded="false"][aria-controls]')].slice(0, 500)) {
      for (const id of attr(b, 'aria-controls').split(/\s+/).slice(0, 10)) {
        const t = id && doc.getElementById(id);
        if (!t || check(t, { opacityProperty: true, visibilityProperty: true }) && box(t).height >= 2 && box(t).width >= 2) continue;
        click(t);
        drop(t, 'hidden');
        for (const [k, v] of [['display', 'block'], ['visibility', 'visible'], ['opacity', '1'], ['height', 'auto'], ['max-height', 'none'], ['overflow', 'visible'], ['transform', 'none']]) {
          if (k !== 'display' || getComputedStyle(t).display === 'none') t.style.setProperty(k, v, 'important');
        }
      }
    }
    for (const el of doc.querySelectorAll('[hidden="until-found" i]')) {
      drop(el, 'hidden');
      if (!notes.has(el)) notes.set(el, 'found by searching the page');
    }
  }

  function measure(view) {
    left = maxNodes;
    until = performance.now() + maxTime;
    window.scrollTo(0, 0);
    look(document.documentElement, {
      gone: '', clip: null, abs: null, fixed: null, paper: { r: 255, g: 255, b: 255, a: 1 },
      area: areaOf(document), pinned: false, visibility: 'visible', veil: '', note: '',
    }, view, 0);
  }

  const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
  const raw = new Set(['xmp', 'noembed', 'noframes', 'plaintext', 'iframe', 'listing']);
  const safe = (s) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const quoted = (s) => safe(s).replace(/"/g, '&quot;');

  function write() {
    const out = [];
    let size = 0, full = false, scripts = maxScript;
    left = maxNodes;
    const put = (s) => { size += s.length; if (size > maxOut) full = cut = true; else out.push(s); };
    const views = (el) => {
      let s = '';
      for (const v of ['d', 'p']) {
        const why = cut ? seen[v].get(el) : seen[v].has(el) ? seen[v].get(el) : v === 'd' ? 'not there in the wide view' : 'not there in the narrow view';
        if (why) s += ' ' + mark + v + '="' + quoted(why.slice(0, 200)) + '"';
      }
      const note = notes.get(el);
      return note ? s + ' ' + mark + 'n="' + quoted(note) + '"' : s;
    };
    const element = (el, depth, dead) => {
      if (full || --left < 0 || depth > maxDepth) { cut = true; return; }
      let name = local(el);
      if (name === 'style' || name === 'link' && /stylesheet/i.test(attr(el, 'rel') || '')) return;
      if (name === 'script' || name === 'noscript') { code(el, name); return; }
      if (raw.has(name)) name = 'div';
      if (!/^[a-z][a-z0-9._-]*$/i.test(name)) name = 'span';
      let tag = '<' + name;
      for (const a of attrs(el)) {
        if (/^[^\s"'<>\/=\x00-\x1f]+$/.test(a.name) && !a.name.toLowerCase().startsWith(mark) && a.value.length < 1e5) {
          tag += ' ' + a.name + '="' + quoted(a.value) + '"';
        }
      }
      put(tag + (dead || silent.has(name) ? '' : views(el)) + '>');
      if (empty.has(name)) return;
      const inside = name === 'template' && el.content ? el.content : null;
      for (let n of inside ? list(inside) : children(el)) {
        if (local_(n) === 'body' && name === 'div') { for (const m of children(n)) node(m, depth + 1, dead); continue; }
        node(n, depth + 1, dead || !!inside);
      }
      put('</' + name + '>');
    };
    const local_ = (n) => (kindOf(n) === 1 ? local(n) : '');
    const list = function* (f) { for (let n = first(f); n; n = following(n)) yield n; };
    const node = (n, depth, dead) => {
      if (kindOf(n) === 1) element(n, depth, dead); else if (kindOf(n) === 3) put(safe(n.data));
    };
    const code = (el, name) => {
      const s = text(el) || '';
      if (s.length > scripts || /<\/(script|noscript)|<!--/i.test(s)) return;
      scripts -= s.length;
      let tag = '<' + name;
      for (const key of ['type', 'src', 'id']) if (has(el, key)) tag += ' ' + key + '="' + quoted(attr(el, key)) + '"';
      put(tag + '>' + s + '</' + name + '>');
    };
    put('<!DOCTYPE html>');
    element(document.documentElement, 0, false);
    return JSON.stringify({ html: out.join(''), url: location.href, cut });
  }

  globalThis.shoplint = { open: () => open(document), measure, write };
  return true;
})()
