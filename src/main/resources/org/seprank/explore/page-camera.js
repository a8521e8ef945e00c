// What is drawn, and where: vertices, or clusters of them where there are too many; two drawings, one camera.

const CANVAS_LIMIT = 3000, VERTEX_LIMIT = 20000, CELLS = 48;

const canGl = (() => {
  if (n <= CANVAS_LIMIT) return false;
  try { return document.createElement('canvas').getContext('webgl2') !== null; } catch (e) { return false; }
})();
const clustered = n > VERTEX_LIMIT || (n > CANVAS_LIMIT && !canGl);

/** Items that are drawn: {n, m, x, y, us, vs, itemOf, members, edgeOf}. */
const scene = clustered ? clusters() : {
  n, m, x: X, y: Y, us: source, vs: target, itemOf: null, members: null, edgeOf: null, size: null,
};
const usesGl = canGl && !clustered;

/** Vertices whose places fall in one cell of a grid. */
function clusters() {
  const cellOf = new Map(), itemOf = new Int32Array(n), members = [], x = [], y = [];
  for (let v = 0; v < n; v++) {
    const cell = Math.min(CELLS - 1, X[v] * CELLS | 0) * CELLS + Math.min(CELLS - 1, Y[v] * CELLS | 0);
    if (!cellOf.has(cell)) { cellOf.set(cell, members.length); members.push([]); x.push(0); y.push(0); }
    const item = itemOf[v] = cellOf.get(cell);
    members[item].push(v); x[item] += X[v]; y[item] += Y[v];
  }
  const us = [], vs = [], known = new Map(), edgeOf = new Int32Array(m).fill(-1);
  for (let e = 0; e < m; e++) {
    const a = itemOf[source[e]], b = itemOf[target[e]];
    if (a === b) continue;
    const key = Math.min(a, b) * members.length + Math.max(a, b);
    if (!known.has(key)) { known.set(key, us.length); us.push(Math.min(a, b)); vs.push(Math.max(a, b)); }
    edgeOf[e] = known.get(key);
  }
  return {
    n: members.length, m: us.length, x: Float32Array.from(x, (sum, i) => sum / members[i].length),
    y: Float32Array.from(y, (sum, i) => sum / members[i].length), us: Int32Array.from(us), vs: Int32Array.from(vs),
    itemOf, members, edgeOf, size: Int32Array.from(members, one => one.length),
  };
}

const vertexCountOf = item => scene.members ? scene.members[item].length : 1;
const verticesOf = item => scene.members ? scene.members[item] : [item];

/** The part of an item's vertices that is in I. */
const share = new Float32Array(scene.n), boundary = new Int8Array(n), rim = new Int8Array(scene.n);
/** The vertices with a neighbour on the other side, as the edits of the first drawing leave it. */
function updateBoundary() {
  boundary.fill(0);
  if (!isProper()) return;
  const gone = new Uint8Array(m), join = (u, v) => {
    if (state.side[u] === state.side[v]) return;
    boundary[v] = 1;
    if (!data.directed) boundary[u] = 1;
  };
  for (const one of editsIn('a').slice(0, made('a'))) if (one.edge >= 0) gone[one.edge] = 1;
  for (let e = 0; e < m; e++) if (!gone[e]) join(source[e], target[e]);
  for (const one of panels[0].added) join(one.u, one.v);
}

function updateShares() {
  updateBoundary();
  if (!scene.members) { for (let v = 0; v < n; v++) { share[v] = state.side[v]; rim[v] = boundary[v]; } return; }
  share.fill(0); rim.fill(0);
  for (let v = 0; v < n; v++) { share[scene.itemOf[v]] += state.side[v]; rim[scene.itemOf[v]] |= boundary[v]; }
  for (let i = 0; i < scene.n; i++) share[i] /= scene.size[i];
}

/** What the edits of a drawing leave: edges of the scene that are there, and those that were added. */
class Panel {
  constructor(key) {
    this.key = key;
    this.canvas = byId('canvas-' + key);
    this.left = new Int32Array(scene.m);
    this.recent = [];
    this.added = [];
    this.overlay = this.canvas;
    if (usesGl) {
      this.overlay = element('canvas', { className: 'overlay' });
      this.canvas.after(this.overlay);
    }
  }

  update() {
    const edits = editsIn(this.key), count = made(this.key), extra = new Map();
    if (scene.edgeOf) {
      this.left.fill(0);
      for (let e = 0; e < m; e++) if (scene.edgeOf[e] >= 0) this.left[scene.edgeOf[e]]++;
    } else this.left.fill(1);
    for (let i = 0; i < count; i++) {
      const one = edits[i];
      if (one.edge >= 0) this.left[scene.edgeOf ? scene.edgeOf[one.edge] : one.edge]--;
      else if (one.adds) extra.set(one.u + ' ' + one.v, one);
      else { extra.delete(one.u + ' ' + one.v); extra.delete(one.v + ' ' + one.u); }
    }
    this.added = [...extra.values()];
    this.recent = edits.slice(Math.max(0, count - 5), count).filter(one => one.edge >= 0);
  }
}

const panels = [new Panel('a'), new Panel('b')];

// --- the camera

const camera = { x: 0, y: 0, scale: 1, whole: 1 };
let width = 0, height = 0;
const px = item => scene.x[item] * camera.scale + camera.x, py = item => scene.y[item] * camera.scale + camera.y;
const zoom = () => camera.scale / camera.whole;

function radius(item) {
  if (scene.size) return Math.max(2, Math.min(26, 1.6 * Math.sqrt(scene.size[item]) * Math.sqrt(width * height / n) / 4)) * Math.sqrt(zoom());
  return Math.max(1.5, Math.min(11, .2 * Math.sqrt(width * height / Math.max(1, n)) * Math.pow(zoom(), .6)));
}

function fit() {
  let left = 1, right = 0, top = 1, bottom = 0;
  for (let i = 0; i < scene.n; i++) {
    left = Math.min(left, scene.x[i]); right = Math.max(right, scene.x[i]);
    top = Math.min(top, scene.y[i]); bottom = Math.max(bottom, scene.y[i]);
  }
  const border = n > 500 ? 10 : 22;
  camera.scale = Math.min((width - 2 * border) / Math.max(right - left, 1e-3), (height - 2 * border) / Math.max(bottom - top, 1e-3), 4000);
  camera.whole = camera.scale;
  camera.x = width / 2 - camera.scale * (left + right) / 2;
  camera.y = height / 2 - camera.scale * (top + bottom) / 2;
}

function zoomAt(x, y, factor) {
  const to = Math.max(.3, Math.min(60, zoom() * factor)) / zoom();
  camera.x = x - (x - camera.x) * to;
  camera.y = y - (y - camera.y) * to;
  camera.scale *= to;
  paint();
}

/** The item that is nearest to a place of a drawing, -1 if none is near. */
function itemAt(x, y, tolerance = 14) {
  let nearest = -1, least = Infinity;
  for (let i = 0; i < scene.n; i++) {
    const away = Math.hypot(px(i) - x, py(i) - y) - (scene.size ? radius(i) : 0);
    if (away < tolerance && away < least) { least = away; nearest = i; }
  }
  return nearest;
}

/** Height over width of all that is drawn. */
const aspect = (() => {
  const span = places => places.reduce((most, one) => Math.max(most, one), 0) - places.reduce((least, one) => Math.min(least, one), 1);
  return n < 2 ? .5 : span(scene.y) / Math.max(span(scene.x), 1e-3);
})();

function resized() {
  const wide = panels[0].canvas.clientWidth;
  byId('views').style.setProperty('--tall', Math.round(Math.max(240, Math.min(wide * aspect + 40, 640, .72 * innerHeight + 60))) + 'px');
  const box = panels[0].canvas.getBoundingClientRect();
  if (box.width === width && box.height === height) return;
  width = box.width; height = box.height;
  fit();
  paint();
}

// --- painting, once a frame

let painting = false, paintTime = 0;
function paint() {
  if (painting) return;
  painting = true;
  requestAnimationFrame(() => {
    painting = false;
    const started = performance.now();
    for (const panel of panels) (usesGl ? drawGl : drawCanvas)(panel);
    paintTime = performance.now() - started;
  });
}
