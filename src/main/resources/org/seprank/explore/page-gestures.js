// Pointer and keys on the drawings. Whatever a pointer does, keys do as well.

const LONG = 4; // a pointer that moves further than this drags
let balls = { item: -1, radius: 0 }, lassoing = false;

function placeIn(canvas, event) {
  const box = canvas.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
}

function inside(corners, x, y) {
  let within = false;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
    const [ax, ay] = corners[i], [bx, by] = corners[j];
    if ((ay > y) !== (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax) within = !within;
  }
  return within;
}

function takeLasso(corners, into) {
  const vertices = [];
  for (let i = 0; i < scene.n; i++) if (inside(corners, px(i), py(i))) vertices.push(...verticesOf(i));
  if (vertices.length > 0) move(vertices, into);
}

/** All of a cluster goes over, to the side where most of it is not. */
function toggle(item) {
  move(verticesOf(item), scene.members ? (share[item] > .5 ? 0 : 1) : undefined);
}

function growBall(item) {
  balls = balls.item === item ? { item, radius: balls.radius + 1 } : { item, radius: 1 };
  const centre = verticesOf(item)[0];
  choose(ball(centre, balls.radius));
  pointAt(item);
  byId('pointed').textContent = `I is what lies within ${plural(balls.radius, 'step')} of ${shortened(idOf(centre))}.`;
}

function predict(v) {
  edit('network', () => { state.T = state.T === v ? -1 : v; });
}

// --- what is pointed at

function pointAt(item) {
  if (item === pointed.item) return;
  pointed.item = item;
  paint();
  if (item < 0) { byId('pointed').textContent = ''; return; }
  showPointed('');
  if (!scene.members) later('own', 80, () => { if (pointed.item >= 0) askOwn.put(); });
}

function showPointed(own) {
  const item = pointed.item;
  if (scene.members) { byId('pointed').textContent = `A cluster of ${plural(vertexCountOf(item), 'vertex', 'vertices')}, ${Math.round(100 * share[item])} % of it in I.`; return; }
  const parts = [`Vertex ${shortened(idOf(item))}`, plural(degree(item), 'edge')];
  for (const one of colours) if (one.of[item] >= 0) parts.push(`${one.name}: ${shortened(one.classes[one.of[item]])}`);
  parts.push(state.side[item] ? 'in I' : 'not in I');
  if (own) parts.push(`walk index of itself alone ${whole(own)}`);
  byId('pointed').textContent = parts.join(' · ');
}

// --- pointer

function listen(panel) {
  const canvas = panel.canvas, fingers = new Map();
  let down = null, pinch = 0, clicked = { item: -1, time: 0 };
  const settle = () => { pointed.lasso = null; down = null; paint(); };

  canvas.addEventListener('pointerdown', event => {
    const place = placeIn(canvas, event);
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, place);
    if (fingers.size === 2) { pinch = spread(fingers); settle(); return; }
    down = { place, x: camera.x, y: camera.y, moved: false };
    if (event.shiftKey || event.altKey || lassoing) { pointed.lasso = [place]; pointed.into = event.altKey ? 0 : 1; }
  });

  canvas.addEventListener('pointermove', event => {
    const place = placeIn(canvas, event);
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, place);
    if (fingers.size === 2) { const now = spread(fingers); zoomAt(...middle(fingers), now / pinch); pinch = now; return; }
    if (!down) { pointAt(itemAt(...place)); return; }
    if (Math.hypot(place[0] - down.place[0], place[1] - down.place[1]) > LONG) down.moved = true;
    if (!down.moved) return;
    if (pointed.lasso) pointed.lasso.push(place);
    else { camera.x = down.x + place[0] - down.place[0]; camera.y = down.y + place[1] - down.place[1]; }
    paint();
  });

  const up = event => {
    fingers.delete(event.pointerId);
    if (!down) return;
    const { moved } = down, corners = pointed.lasso, [x, y] = placeIn(canvas, event);
    settle();
    if (event.type === 'pointercancel') return;
    if (moved && corners) { takeLasso(corners, pointed.into); return; }
    const item = itemAt(x, y);
    if (moved || item < 0) return;
    if (!scene.members) pointed.focus = item;
    const again = clicked.item === item && event.timeStamp - clicked.time < 350;
    clicked = { item, time: event.timeStamp };
    if (again) { undo(); growBall(item); } else { if (balls.item !== item) balls = { item: -1, radius: 0 }; toggle(item); }
  };
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  canvas.addEventListener('pointerleave', () => pointAt(-1));
  canvas.addEventListener('wheel', event => {
    event.preventDefault();
    zoomAt(...placeIn(canvas, event), Math.exp(-Math.max(-300, Math.min(300, event.deltaY)) * .0016));
  }, { passive: false });
  canvas.addEventListener('focus', () => { pointed.panel = panel.key; paint(); });
  canvas.addEventListener('blur', () => { pointed.box = null; paint(); });
  canvas.addEventListener('keydown', event => { if (key(event)) event.preventDefault(); });
}

const spread = fingers => { const [a, b] = [...fingers.values()]; return Math.max(1, Math.hypot(a[0] - b[0], a[1] - b[1])); };
const middle = fingers => { const [a, b] = [...fingers.values()]; return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]; };

// --- keys

const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Whether a key means something here. */
function key(event) {
  const arrow = ARROWS[event.key];
  if (arrow && pointed.box) { moveBox(arrow); return true; }
  if (arrow && event.altKey) { camera.x -= 40 * arrow[0]; camera.y -= 40 * arrow[1]; paint(); return true; }
  if (arrow) { walk(arrow, event.ctrlKey || event.metaKey); return true; }
  if (event.ctrlKey || event.metaKey) return false;
  const does = {
    ' ': () => toggle(itemOf(pointed.focus)),
    Enter: () => pointed.box ? closeBox() : toggle(itemOf(pointed.focus)),
    Escape: () => { pointed.box = null; paint(); },
    b: () => growBall(itemOf(pointed.focus)),
    t: () => predict(pointed.focus),
    s: () => openBox(),
    '+': () => zoomAt(width / 2, height / 2, 1.3),
    '=': () => zoomAt(width / 2, height / 2, 1.3),
    '-': () => zoomAt(width / 2, height / 2, 1 / 1.3),
    0: () => { fit(); paint(); },
    '[': () => scrub(state.k - 1),
    ']': () => scrub(state.k + 1),
    PageDown: () => scrub(state.k + Math.max(1, mostEdits() / 100)),
    PageUp: () => scrub(state.k - Math.max(1, mostEdits() / 100)),
    Home: () => scrub(0),
    End: () => scrub(mostEdits()),
  }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!does || n === 0) return false;
  does();
  return true;
}

/** To the neighbour in that direction, or to the vertex. */
function walk([dx, dy], any) {
  const from = pointed.focus, tried = any ? Array.from({ length: n }, (_, v) => v) : neighbour.subarray(rowStart[from], rowStart[from + 1]);
  let best = -1, least = Infinity;
  for (const v of tried) {
    const x = X[v] - X[from], y = Y[v] - Y[from], along = x * dx + y * dy, across = Math.abs(x * dy - y * dx);
    if (v !== from && along > 0 && along + 2 * across < least) { least = along + 2 * across; best = v; }
  }
  if (best < 0) return;
  pointed.focus = best;
  pointed.item = -1;
  intoView(itemOf(best));
  pointAt(itemOf(best));
  later('say', 300, () => { byId('say').textContent = byId('pointed').textContent; });
}

function intoView(item) {
  const x = px(item), y = py(item), border = 30;
  camera.x += Math.max(0, border - x) - Math.max(0, x - width + border);
  camera.y += Math.max(0, border - y) - Math.max(0, y - height + border);
}

/** A box in place of a lasso: arrows move its corner, Enter sets the first one, then the other. */
function openBox() {
  const x = px(itemOf(pointed.focus)), y = py(itemOf(pointed.focus));
  pointed.box = { x: x + 12, y: y + 12, fromX: x - 12, fromY: y - 12, fixed: false };
  byId('say').textContent = 'Box: arrows move its corner, Enter sets it, Escape leaves.';
  paint();
}

function moveBox([dx, dy]) {
  const box = pointed.box;
  if (!box.fixed) { box.fromX += 12 * dx; box.fromY += 12 * dy; }
  box.x += 12 * dx;
  box.y += 12 * dy;
  paint();
}

function closeBox() {
  if (!pointed.box.fixed) { pointed.box.fixed = true; return; }
  const corners = boxCorners();
  pointed.box = null;
  takeLasso(corners, 1);
  paint();
}
