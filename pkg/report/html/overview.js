'use strict';
// The map is drawn from the data a page of rows at a time: two thousand shops
// with every cell would keep a browser busy for seconds.
const data = JSON.parse(document.getElementById('data').textContent);
const $ = (id) => document.getElementById(id);
const step = 60;
const worst = { fail: 0, unclear: 1, warn: 2, pass: 3 };
const weight = { F: 0, f: 1, e: 2, u: 3, W: 4, w: 5, p: 6, x: 7, n: 8, '-': 9 };
let order = { by: 'verdict', up: true };
let found = [];
let drawn = 0;

for (const shop of data.shops) shop.text = (shop.n + ' ' + shop.c).toLowerCase();

const add = (parent, tag, text, name) => {
  const e = document.createElement(tag);
  if (text !== undefined) e.textContent = text;
  if (name) e.className = name;
  parent.append(e);
  return e;
};

const wordOf = (mark) => {
  const word = data.words[mark.toLowerCase()] || mark;
  return mark !== mark.toLowerCase() ? word + ', ' + data.words.new : word;
};

const key = (shop) => {
  switch (order.by) {
    case 'name': return shop.n;
    case 'country': return shop.c;
    case 'verdict': return worst[shop.v] ?? 9;
  }
  return weight[shop.m[order.by]] ?? 9;
};

const select = () => {
  const q = $('q').value.trim().toLowerCase();
  const verdict = $('verdict').value;
  const duty = $('duty').value;
  const outcome = $('outcome').value;
  const fresh = $('fresh').checked;
  found = data.shops.filter((shop) => {
    if (q && !shop.text.includes(q)) return false;
    if (verdict && shop.v !== verdict) return false;
    if (fresh && !shop.w) return false;
    if (!outcome) return true;
    const marks = duty === '' ? shop.m : shop.m[duty];
    return marks.toLowerCase().includes(outcome);
  });
  const sign = order.up ? 1 : -1;
  const keys = new Map(found.map((shop) => [shop, key(shop)]));
  found.sort((a, b) => {
    const x = keys.get(a), y = keys.get(b);
    return (x < y ? -1 : x > y ? 1 : a.n < b.n ? -1 : a.n > b.n ? 1 : 0) * sign;
  });
  draw();
};

const head = (table) => {
  const row = add(add(table, 'thead'), 'tr');
  const column = (by, title, turned) => {
    const th = add(row, 'th', undefined, turned ? 'turned' : '');
    th.scope = 'col';
    if (order.by === by) th.setAttribute('aria-sort', order.up ? 'ascending' : 'descending');
    const b = add(th, 'button', title + (order.by === by ? (order.up ? ' ▲' : ' ▼') : ''));
    b.type = 'button';
    b.addEventListener('click', () => {
      order = { by, up: order.by === by ? !order.up : true };
      select();
      document.querySelectorAll('#map thead button')[[...row.children].indexOf(th)].focus();
    });
  };
  const labels = $('map').dataset;
  column('name', labels.name, false);
  column('verdict', labels.verdict, false);
  column('country', labels.country, false);
  data.columns.forEach((c, i) => column(i, c.t, true));
};

const line = (body, shop) => {
  const row = add(body, 'tr');
  const th = add(row, 'th');
  th.scope = 'row';
  if (shop.l) add(th, 'a', shop.n).href = shop.l;
  else th.textContent = shop.n;
  add(add(row, 'td'), 'span', data.words['v:' + shop.v] || shop.v, 'cell ' + shop.v);
  add(row, 'td', shop.c);
  for (let i = 0; i < shop.m.length; i++) {
    const mark = shop.m[i];
    const cell = add(add(row, 'td'), 'span', mark, 'cell ' + (mark === '-' ? '' : mark));
    cell.title = data.columns[i].t + ': ' + wordOf(mark) + (mark === 'F' && shop.y ? ' (' + shop.y + ')' : '');
  }
};

let body;
const draw = () => {
  const table = document.createElement('table');
  head(table);
  body = add(table, 'tbody');
  $('map').replaceChildren(table);
  drawn = 0;
  more();
};

const more = () => {
  const part = document.createDocumentFragment();
  const until = Math.min(drawn + step, found.length);
  for (; drawn < until; drawn++) line(part, found[drawn]);
  body.append(part);
  $('shown').textContent = data.words.shown.replace('{found}', found.length).replace('{all}', data.shops.length).replace('{drawn}', drawn);
  $('more').hidden = drawn >= found.length;
};

$('more').textContent = data.words.more;
$('more').addEventListener('click', more);
for (const id of ['q', 'verdict', 'duty', 'outcome', 'fresh']) $(id).addEventListener('input', select);
$('filters').addEventListener('submit', (event) => event.preventDefault());
addEventListener('beforeprint', () => { while (drawn < found.length) more(); });
$('filters').hidden = false;
select();
