// What is chosen: the side I, the network, the two orders of edits and how many edits are made; with undo, and as text.

const OWN = 'own';
const state = { side: new Int8Array(n), own: [], ...data.start, k: 0, a: '', b: '', colour: '' };
const orders = new Map(); // key to {key, label, command, edits}

for (const one of data.orders) orders.set(one.key, { ...one, edits: editsOf(one.edits) });
orders.set(OWN, { key: OWN, label: 'yours', command: '', edits: [] });
state.a = data.orders.length > 0 ? data.orders[0].key : OWN;
state.b = data.orders.length > 1 ? data.orders[1].key : OWN;

const listeners = [];
/** Calls for every later change: of the side, of edits, or of the network, of whatever is named. */
const onChange = listener => listeners.push(listener);
function changed(what) {
  for (const listener of listeners) listener(what);
}

function sizeOfSide() {
  let size = 0;
  for (let v = 0; v < n; v++) size += state.side[v];
  return size;
}
const isProper = () => { const size = sizeOfSide(); return size > 0 && size < n; };

// --- undo

const past = [], future = [];
const MOST_STEPS = 200;
const snapshot = () => ({ side: state.side.slice(), own: state.own.slice(), L: state.L, Dx: state.Dx, Dh: state.Dh, T: state.T, a: state.a, b: state.b, k: state.k });

/** Makes a change that can be undone. */
function edit(what, change) {
  past.push(snapshot());
  if (past.length > MOST_STEPS) past.shift();
  future.length = 0;
  change();
  changed(what);
}

function step(from, to) {
  if (from.length === 0) return;
  to.push(snapshot());
  restore(from.pop());
}

function restore(other) {
  Object.assign(state, other);
  orders.get(OWN).edits = state.own;
  changed('all');
}

const undo = () => step(past, future), redo = () => step(future, past);

// --- choosing I

function move(vertices, into) {
  edit('side', () => {
    const side = state.side.slice();
    for (const v of vertices) side[v] = into === undefined ? 1 - side[v] : into;
    state.side = side;
  });
}

function choose(side) {
  edit('side', () => { state.side = side; });
}

/** The vertices within so many steps. */
function ball(centre, radius) {
  const inside = new Int8Array(n);
  inside[centre] = 1;
  let rim = [centre];
  for (let step = 0; step < radius; step++) {
    const next = [];
    for (const u of rim) {
      for (let k = rowStart[u]; k < rowStart[u + 1]; k++) {
        if (!inside[neighbour[k]]) { inside[neighbour[k]] = 1; next.push(neighbour[k]); }
      }
    }
    rim = next;
  }
  return inside;
}

// --- I as text, written as --partition is

const plainId = id => /^[^,"\s]+$/.test(id) && !/^(attribute|labels|file)[:=]/.test(id) ? id : '"' + id.replace(/"/g, '""') + '"';

function sideText(side = state.side) {
  const parts = [];
  for (let v = 0; v < n; v++) {
    if (!side[v]) continue;
    let end = v;
    if (data.numeric) while (end + 1 < n && side[end + 1] && consecutive(end)) end++;
    parts.push(end > v + 1 ? `${idOf(v)}-${idOf(end)}` : plainId(idOf(v)));
    if (end > v + 1) v = end;
  }
  const text = parts.join(',');
  return text.length > 60 ? classText(side) || text : text;
}

/** A side that is all of a class, by its name. */
function classText(side) {
  for (const one of colours) {
    const code = one.of[side.indexOf(1)];
    if (code >= 0 && side.every((inside, v) => (inside === 1) === (one.of[v] === code))) {
      const name = one.classes[code];
      return one.form + (/^[^,"=]+$/.test(name) ? name : '"' + name.replace(/"/g, '""') + '"');
    }
  }
  return '';
}

const consecutive = v => data.ids === undefined || Number(idOf(v + 1)) === Number(idOf(v)) + 1;

/** The pieces between commas, of which those in quotes are one. */
function pieces(text) {
  const found = [];
  let piece = '', quoted = false;
  for (const c of text) {
    if (c === '"') quoted = !quoted;
    if (c === ',' && !quoted) { found.push(piece); piece = ''; } else piece += c;
  }
  if (quoted) throw new Error('a double quote is not closed');
  return [...found, piece].map(one => one.trim()).filter(one => one !== '');
}
const unquoted = piece => piece.startsWith('"') ? piece.slice(1, -1).replace(/""/g, '"') : piece;

/** The side that a text means; throws what is wrong with it in words. */
function parsedSide(text) {
  const side = new Int8Array(n), trimmed = text.trim();
  const byClass = colours.find(one => trimmed.startsWith(one.form));
  if (byClass) {
    const name = unquoted(trimmed.slice(byClass.form.length)), code = byClass.classes.indexOf(name);
    if (code < 0) throw new Error(`“${name}” is none of ${byClass.name}: ${byClass.classes.slice(0, 12).join(', ')}`);
    for (let v = 0; v < n; v++) side[v] = byClass.of[v] === code ? 1 : 0;
    return side;
  }
  for (const piece of pieces(trimmed)) {
    const v = vertexOf.get(unquoted(piece));
    if (v !== undefined) { side[v] = 1; continue; }
    const range = /^(-?\d{1,18})-(-?\d{1,18})$/.exec(piece);
    if (!range || !data.numeric) throw new Error(`“${piece}” is no vertex; ${known()}`);
    addRange(side, range[1], range[2], piece);
  }
  return side;
}

const known = () => n === 0 ? 'the graph has none' : `they go from ${idOf(0)} to ${idOf(n - 1)}`;

function addRange(side, first, last, piece) {
  for (const end of [first, last]) if (!vertexOf.has(end)) throw new Error(`“${end}” in “${piece}” is no vertex; ${known()}`);
  if (Number(first) > Number(last)) throw new Error(`the range “${piece}” is empty`);
  for (let v = 0; v < n; v++) if (Number(idOf(v)) >= Number(first) && Number(idOf(v)) <= Number(last)) side[v] = 1;
}

// --- the state in the address

function fragment() {
  const parts = new URLSearchParams({ I: sideText(), L: state.L, Dx: state.Dx, Dh: state.Dh, k: state.k, a: state.a, b: state.b });
  if (state.T >= 0) parts.set('T', idOf(state.T));
  if (state.colour) parts.set('colour', state.colour);
  if (state.own.length > 0) parts.set('own', state.own.map(ownText).join('.'));
  return '#' + parts;
}

const ownText = one => one.edge >= 0 ? String(one.edge) : (one.adds ? 'a' : 'r') + one.u + '_' + one.v;

/** The edits that can be made one after the other; the others are left out. */
function ownEdits(words) {
  const gone = new Set(), extra = new Set(), edits = [];
  for (const word of words) {
    const [, kind, first, second] = /^([ar]?)(\d+)(?:_(\d+))?$/.exec(word) || [];
    const u = Number(first), v = Number(second), pair = u + '_' + v;
    if (kind === '' && u < m && !gone.has(u)) { gone.add(u); edits.push({ edge: u, u: source[u], v: target[u], adds: false }); }
    if (kind === 'a' && u < n && v < n && u !== v && edgeBetween(u, v) < 0 && !extra.has(pair)) { extra.add(pair); edits.push({ edge: -1, u, v, adds: true }); }
    if (kind === 'r' && extra.delete(pair)) edits.push({ edge: -1, u, v, adds: false });
  }
  return edits;
}

/** Takes over what an address says, as far as it makes sense here. */
function readFragment(text) {
  const parts = new URLSearchParams(text.replace(/^#/, ''));
  const number = (key, least, most) => { const value = Number(parts.get(key)); if (parts.get(key) && Number.isInteger(value) && value >= least && value <= most) state[key] = value; };
  try { if (parts.has('I')) state.side = parsedSide(parts.get('I')); } catch (wrong) { return; }
  state.T = parts.has('T') && vertexOf.has(parts.get('T')) ? vertexOf.get(parts.get('T')) : -1;
  number('L', 1, 64); number('Dx', 1, 100000); number('Dh', 1, 100000);
  state.own = ownEdits((parts.get('own') || '').split('.').filter(Boolean));
  orders.get(OWN).edits = state.own;
  for (const key of ['a', 'b']) if (orders.has(parts.get(key))) state[key] = parts.get(key);
  if (colours.some(one => one.name === parts.get('colour'))) state.colour = parts.get('colour');
  number('k', 0, mostEdits());
}

const editsIn = panel => orders.get(state[panel]).edits;
const mostEdits = () => Math.max(editsIn('a').length, editsIn('b').length);
const made = panel => Math.min(state.k, editsIn(panel).length);
