// The oracle for what a person sees: every <details> and ARIA accordion open, an
// element shown when the browser says it is visible and one of its rectangles,
// of 2x2 pixels at least, meets the document and no ancestor that clips, with
// letters of a pixel and a contrast of 1.1 at least.
(() => {
  const out = document.getElementById('out');
  const frames = { desktop: [1280, 800], phone: [390, 844] };
  const answers = [];

  const rgba = (s) => {
    const m = /^rgba?\((.*)\)$/.exec(s);
    if (m) {
      const v = m[1].split(/[\s,\/]+/).map(Number);
      return { r: v[0], g: v[1], b: v[2], a: v.length > 3 ? v[3] : 1 };
    }
    const c = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    c.fillStyle = s;
    c.fillRect(0, 0, 1, 1);
    const d = c.getImageData(0, 0, 1, 1).data;
    return { r: d[0], g: d[1], b: d[2], a: d[3] / 255 };
  };
  const over = (a, b) => ({ r: a.r * a.a + b.r * (1 - a.a), g: a.g * a.a + b.g * (1 - a.a), b: a.b * a.a + b.b * (1 - a.a), a: 1 });
  const light = (c) => [c.r, c.g, c.b].map((v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; })
    .reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);

  function paper(win, e) {
    const stack = [];
    for (; e; e = e.parentElement) {
      const s = win.getComputedStyle(e);
      if (s.backgroundImage !== 'none') return null;
      const c = rgba(s.backgroundColor);
      if (c.a > 0) stack.push(c);
      if (c.a === 1) break;
    }
    return stack.reduceRight((under, c) => over(c, under), { r: 255, g: 255, b: 255, a: 1 });
  }

  function legible(win, e) {
    const s = win.getComputedStyle(e);
    if (parseFloat(s.fontSize) < 1) return false;
    if (s.backgroundClip === 'text') return true;
    const ink = rgba(s.webkitTextFillColor || s.color);
    if (ink.a === 0) return false;
    const p = paper(win, e);
    if (!p) return true;
    const a = light(over(ink, p)), b = light(p);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= 1.1;
  }

  const meet = (a, b) => ({ l: Math.max(a.l, b.l), t: Math.max(a.t, b.t), r: Math.min(a.r, b.r), b: Math.min(a.b, b.b) });
  const some = (a) => a.r - a.l >= 2 && a.b - a.t >= 2;
  const rectOf = (r) => ({ l: r.left, t: r.top, r: r.right, b: r.bottom });

  // left is what clip-path and clip leave of a box.
  function left(s, r) {
    const path = cutOut(s, r), old = clip(s, r);
    return path && old ? meet(path, old) : path || old;
  }

  function cutOut(s, r) {
    const w = r.right - r.left, h = r.bottom - r.top;
    const px = (v, base) => (v.endsWith('%') ? parseFloat(v) * base / 100 : parseFloat(v));
    let m = /^inset\(([^)]*)\)/.exec(s.clipPath);
    if (m) {
      const v = m[1].split(' round')[0].trim().split(/\s+/);
      const [t, ri = t, b = t, le = ri] = v;
      return { l: r.left + px(le, w), t: r.top + px(t, h), r: r.right - px(ri, w), b: r.bottom - px(b, h) };
    }
    m = /^(circle|ellipse)\((\S+)/.exec(s.clipPath);
    if (m && parseFloat(m[2]) === 0) return { l: 0, t: 0, r: 0, b: 0 };
    m = /^polygon\(([^)]*)\)/.exec(s.clipPath);
    if (m) {
      const p = m[1].split(',').map((c) => c.trim().split(/\s+/)).map(([x, y]) => [px(x, w), px(y, h)]);
      const area = p.reduce((sum, [x, y], i) => { const [u, v] = p[(i + 1) % p.length]; return sum + x * v - u * y; }, 0) / 2;
      if (Math.abs(area) < 2) return { l: 0, t: 0, r: 0, b: 0 };
    }
    return null;
  }

  function clip(s, r) {
    const m = /^rect\(([^)]*)\)$/.exec(s.clip);
    if (m && (s.position === 'absolute' || s.position === 'fixed')) {
      const [t, ri, b, le] = m[1].split(/[\s,]+/);
      return {
        l: r.left + (le === 'auto' ? 0 : parseFloat(le)), t: r.top + (t === 'auto' ? 0 : parseFloat(t)),
        r: ri === 'auto' ? r.right : r.left + parseFloat(ri), b: b === 'auto' ? r.bottom : r.top + parseFloat(b),
      };
    }
    return null;
  }

  // inner is what a box shows of what is in it: all but its border.
  const inner = (s, r) => ({
    left: r.left + parseFloat(s.borderLeftWidth), top: r.top + parseFloat(s.borderTopWidth),
    right: r.right - parseFloat(s.borderRightWidth), bottom: r.bottom - parseFloat(s.borderBottomWidth),
  });

  // turned says whether what is fixed hangs on a box, and not on the view.
  function turned(s) {
    const set = (v) => v && v !== 'none';
    if (set(s.filter) || set(s.backdropFilter) || /filter/.test(s.willChange)) return true;
    if (s.display === 'inline') return false;
    return [s.transform, s.translate, s.scale, s.rotate, s.perspective].some(set) || s.transformStyle === 'preserve-3d' || set(s.offsetPath) ||
      /transform|perspective|translate|scale|rotate/.test(s.willChange) || /paint|layout|strict|content/.test(s.contain) || /auto|hidden/.test(s.contentVisibility);
  }

  // paints says whether a box shows nothing outside of it, whatever its overflow.
  const paints = (s) => s.display !== 'inline' && (/paint|strict|content/.test(s.contain) || s.contentVisibility === 'hidden');

  function clipped(win, e, box) {
    const doc = win.document, root = doc.documentElement;
    const still = [root, doc.body].some((b) => ['hidden', 'clip'].includes(win.getComputedStyle(b).overflowX));
    let area = { l: 0, t: 0, r: still ? win.innerWidth : Math.max(win.innerWidth, root.scrollWidth), b: Math.max(win.innerHeight, root.scrollHeight) };
    let waits = ''; // for the containing block of a positioned element
    for (let a = e; a; a = a.parentElement) {
      const s = win.getComputedStyle(a);
      if (s.display === 'contents') continue;
      const r = a.getBoundingClientRect();
      const cut = left(s, r);
      if (cut) { box = meet(box, cut); if (!some(box)) return true; }
      if (a === root) break;
      const holds = !waits || turned(s) || waits === 'absolute' && s.position !== 'static';
      if (a !== e && a !== doc.body && holds) {
        waits = '';
        const x = s.overflowX !== 'visible' || paints(s), y = s.overflowY !== 'visible' || paints(s);
        if (s.display !== 'inline' && (x || y)) {
          // What a box scrolls to its right and below comes into view; what lies before it does not.
          const roll = (o, far, size, more) => ['auto', 'scroll'].includes(o) && size >= 2 && far >= 2 && more > 0;
          const across = roll(s.overflowX, box.r - r.left, r.width, a.scrollWidth - a.clientWidth), down = roll(s.overflowY, box.b - r.top, r.height, a.scrollHeight - a.clientHeight);
          const i = inner(s, r), m = s.overflowX === 'clip' && s.overflowY === 'clip' ? parseFloat(s.overflowClipMargin) || 0 : 0;
          box = meet(box, { l: x && !across ? i.left - m : -1e9, t: y && !down ? i.top - m : -1e9, r: x && !across ? i.right + m : 1e9, b: y && !down ? i.bottom + m : 1e9 });
          if (!some(box)) return true;
          if (across) { box.l = r.left; box.r = r.right; }
          if (down) { box.t = r.top; box.b = r.bottom; }
        }
      }
      if (holds && (s.position === 'absolute' || s.position === 'fixed')) waits = s.position;
    }
    if (waits === 'fixed') area = { l: 0, t: 0, r: win.innerWidth, b: win.innerHeight };
    return !some(meet(box, area));
  }

  // text says whether one text node is seen. Its own element clips it too.
  function text(win, node) {
    const e = node.parentElement;
    let boxed = e; // an element of display: contents has no box that could be checked
    while (boxed && win.getComputedStyle(boxed).display === 'contents') boxed = boxed.parentElement;
    if (!boxed || win.getComputedStyle(e).visibility !== 'visible' || !boxed.checkVisibility({ opacityProperty: true }) || !legible(win, e)) return false;
    if (win.getComputedStyle(boxed).contentVisibility === 'hidden' && win.getComputedStyle(boxed).display !== 'inline') return false;
    const range = win.document.createRange();
    range.selectNodeContents(node);
    const holder = { parentElement: e };
    for (const r of range.getClientRects()) {
      let box = rectOf(r);
      if (!some(box)) continue;
      const s = win.getComputedStyle(e), own = inner(s, e.getBoundingClientRect());
      const x = s.overflowX !== 'visible' || paints(s), y = s.overflowY !== 'visible' || paints(s);
      if (s.display !== 'inline' && s.display !== 'contents' && (x || y)) {
        box = meet(box, { l: x ? own.left : -1e9, t: y ? own.top : -1e9, r: x ? own.right : 1e9, b: y ? own.bottom : 1e9 });
      }
      if (some(box) && !clipped(win, holder.parentElement, box)) return true;
    }
    return false;
  }

  function open(doc) {
    for (const d of doc.querySelectorAll('details')) d.open = true;
    for (const h of doc.querySelectorAll('[hidden=until-found]')) h.removeAttribute('hidden');
    for (const b of doc.querySelectorAll('[aria-expanded=false][aria-controls]')) {
      const t = doc.getElementById(b.getAttribute('aria-controls'));
      if (!t) continue;
      t.removeAttribute('hidden');
      for (const [k, v] of [['display', 'block'], ['visibility', 'visible'], ['opacity', '1'], ['height', 'auto'], ['max-height', 'none'], ['overflow', 'visible'], ['transform', 'none'],
        ['translate', 'none'], ['scale', 'none'], ['rotate', 'none'], ['position', 'static'], ['margin', '0'], ['width', 'auto'], ['max-width', 'none'], ['clip-path', 'none'], ['content-visibility', 'visible']]) {
        if (k !== 'visibility' || getComputedStyle(t.parentElement).visibility === 'visible') t.style.setProperty(k, v, 'important');
      }
    }
  }

  // A headless browser has no pointer of its own: the views' are written in.
  const holds = '(min-width:0)', fails = '(width:1px)';
  const pointers = {
    desktop: { 'hover:hover': holds, 'hover:none': fails, 'pointer:fine': holds, 'pointer:coarse': fails },
    phone: { 'hover:hover': fails, 'hover:none': holds, 'pointer:fine': fails, 'pointer:coarse': holds },
  };
  const dense = { desktop: 1, phone: 3 };
  const pointed = (name, text) => text.replace(/\((?:any-)?((?:hover|pointer): ?\w+)\)/g, (all, what) => pointers[name][what.replace(' ', '')] || all)
    .replace(/\((?:min-resolution|-webkit-min-device-pixel-ratio): ?([\d.]+)(?:dppx)?\)/g, (all, n) => (dense[name] >= Number(n) ? holds : fails));

  const views = {};
  for (const [name, [w, h]] of Object.entries(frames)) {
    const f = views[name] = document.createElement('iframe');
    f.width = w; f.height = h; f.style.border = '0';
    document.body.append(f);
  }
  // look answers for the asked elements of the page in a frame.
  function look(name, f, answer) {
    const doc = f.contentDocument, win = f.contentWindow;
    open(doc);
    for (const e of doc.querySelectorAll('[data-ask]')) {
      const key = e.dataset.ask;
      answer[key] = answer[key] || {};
      let shown = false;
      const walk = doc.createTreeWalker(e, NodeFilter.SHOW_TEXT);
      for (let n = walk.nextNode(); n; n = walk.nextNode()) {
        if (e.localName !== 'a' && n.parentElement !== e) continue;
        if (/\S/.test(n.data) && text(win, n)) { shown = true; break; }
      }
      answer[key][name] = shown;
    }
  }

  const source = document.getElementById('cases'), cases = JSON.parse(source.textContent);
  if (!source.hasAttribute('data-fetch')) { // pages, written into the frames
    for (const html of cases) {
      const answer = {};
      for (const [name, f] of Object.entries(views)) {
        const doc = f.contentDocument;
        doc.open(); doc.write(pointed(name, html)); doc.close();
        look(name, f, answer);
      }
      answers.push(answer);
    }
    out.textContent = JSON.stringify(answers);
    return;
  }
  (async () => { // addresses of the server that this page came from
    for (const address of cases) {
      const answer = {};
      for (const [name, f] of Object.entries(views)) {
        await new Promise((loaded) => {
          f.onload = loaded;
          f.src = address;
          setTimeout(loaded, 5000);
        });
        const still = f.contentDocument.createElement('style'); // what glides into place is there
        still.textContent = '*{transition:none!important}';
        f.contentDocument.documentElement.append(still);
        for (const a of f.contentDocument.getAnimations()) { // … and what comes with scrolling has come
          try { a.finish(); } catch { a.cancel(); }
        }
        look(name, f, answer);
      }
      answers.push(answer);
    }
    await fetch('/shoplint-oracle', { method: 'POST', body: JSON.stringify(answers) });
  })();
})();
