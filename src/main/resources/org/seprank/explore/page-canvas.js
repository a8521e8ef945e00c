// The drawing on a canvas in two dimensions, and what is drawn over any drawing.

const NAMES = ['paper', 'ink', 'dim', 'line', 'inside', 'outside', 'edge', 'cross', 'focus', 'first', 'second'];
const CLASSES = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#b8a900', '#7d6bd8', '#8c564b', '#6b8e23', '#c44e9b', '#4a7c8c'];
const colourOf = {};
function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of NAMES) colourOf[name] = style.getPropertyValue('--' + name).trim();
}
const classColour = code => code < 0 ? colourOf.outside : CLASSES[code % CLASSES.length];

const pointed = { item: -1, edge: null, focus: 0, lasso: null, into: 1, box: null, panel: 'a' };
const colouring = () => colours.find(one => one.name === state.colour);

function prepared(canvas) {
  const ratio = Math.min(2, devicePixelRatio || 1), g = canvas.getContext('2d');
  const w = Math.round(width * ratio), h = Math.round(height * ratio);
  if (canvas.width !== w || canvas.height !== h) { canvas.width = w; canvas.height = h; }
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  return g;
}

function drawCanvas(panel) {
  const g = prepared(panel.canvas);
  g.fillStyle = colourOf.paper;
  g.fillRect(0, 0, width, height);
  drawEdges(g, panel);
  drawAdded(g, panel);
  drawItems(g);
  drawOver(g, panel);
}

function line(g, u, v) {
  g.moveTo(px(u), py(u));
  g.lineTo(px(v), py(v));
}

function drawEdges(g, panel) {
  const many = scene.m > 1500;
  g.lineCap = 'round';
  if (!many || state.k > 0) { // removed ones
    g.beginPath();
    for (let e = 0; e < scene.m; e++) if (panel.left[e] <= 0) line(g, scene.us[e], scene.vs[e]);
    g.setLineDash([3, 4]);
    stroke(g, colourOf.edge, 1, many ? .12 : .3);
    g.setLineDash([]);
  }
  const thick = scene.edgeOf ? .6 : 1;
  for (const across of [false, true]) {
    g.beginPath();
    for (let e = 0; e < scene.m; e++) {
      if (panel.left[e] > 0 && (share[scene.us[e]] !== share[scene.vs[e]]) === across) line(g, scene.us[e], scene.vs[e]);
    }
    if (across) stroke(g, colourOf.cross, (many ? 1 : 1.7) * thick, many ? .7 : .95);
    else stroke(g, colourOf.edge, thick, many ? .5 : .8);
  }
  drawRecent(g, panel);
  if (data.directed && zoom() * radius(0) > 4 && scene.m < 4000) drawArrows(g, panel);
}

function stroke(g, colour, wide, alpha) {
  g.strokeStyle = colour;
  g.lineWidth = wide;
  g.globalAlpha = alpha;
  g.stroke();
  g.globalAlpha = 1;
}

function drawRecent(g, panel) {
  g.beginPath();
  for (const one of panel.recent) line(g, itemOf(one.u), itemOf(one.v));
  g.setLineDash([5, 4]);
  stroke(g, colourOf[panel.key === 'a' ? 'first' : 'second'], 2.2, .9);
  g.setLineDash([]);
}

function drawAdded(g, panel) {
  g.beginPath();
  for (const one of panel.added) line(g, itemOf(one.u), itemOf(one.v));
  stroke(g, colourOf[panel.key === 'a' ? 'first' : 'second'], scene.m > 1500 ? 1 : 1.8, .9);
}

const itemOf = v => scene.itemOf ? scene.itemOf[v] : v;

function drawArrows(g, panel) {
  g.beginPath();
  for (let e = 0; e < scene.m; e++) {
    if (panel.left[e] <= 0) continue;
    const dx = px(scene.vs[e]) - px(scene.us[e]), dy = py(scene.vs[e]) - py(scene.us[e]), length = Math.hypot(dx, dy);
    if (length < 3 * radius(scene.vs[e])) continue;
    const ux = dx / length, uy = dy / length, r = radius(scene.vs[e]) + 2;
    const x = px(scene.vs[e]) - ux * r, y = py(scene.vs[e]) - uy * r;
    g.moveTo(x, y);
    g.lineTo(x - 7 * ux - 3.5 * uy, y - 7 * uy + 3.5 * ux);
    g.lineTo(x - 7 * ux + 3.5 * uy, y - 7 * uy - 3.5 * ux);
    g.closePath();
  }
  g.fillStyle = colourOf.dim;
  g.fill();
}

/** Squares for I, discs for the others, by colour so that each is filled at once. */
function drawItems(g) {
  const byColour = new Map(), classes = colouring();
  for (let i = 0; i < scene.n; i++) {
    const x = px(i), y = py(i), r = radius(i);
    if (x < -r || y < -r || x > width + r || y > height + r) continue;
    const fill = fillOf(i, classes);
    if (!byColour.has(fill)) byColour.set(fill, []);
    byColour.get(fill).push(i);
  }
  for (const [fill, items] of byColour) {
    g.beginPath();
    for (const i of items) outline(g, i, radius(i));
    g.fillStyle = fill;
    g.fill();
    if (radius(0) > 3) stroke(g, colourOf.paper, 1.2, 1);
  }
  g.beginPath();
  for (let i = 0; i < scene.n; i++) if (rim[i]) outline(g, i, radius(i) + (radius(i) > 3 ? 1.6 : .8));
  stroke(g, colourOf.cross, radius(0) > 3 ? 2 : 1, 1);
  drawNames(g, classes);
}

function fillOf(item, classes) {
  if (classes && !scene.members) return classColour(classes.of[item]);
  if (share[item] === 1) return colourOf.inside;
  return share[item] === 0 ? colourOf.outside : colourOf.first;
}

function outline(g, item, r) {
  const x = px(item), y = py(item);
  if (share[item] > .5) g.rect(x - .9 * r, y - .9 * r, 1.8 * r, 1.8 * r);
  else { g.moveTo(x + r, y); g.arc(x, y, r, 0, 7); }
}

function drawNames(g, classes) {
  if (scene.members || radius(0) < 8) return;
  g.textBaseline = 'middle';
  for (let v = 0; v < n; v++) {
    const x = px(v), y = py(v);
    if (x < -40 || y < -10 || x > width + 40 || y > height + 10) continue;
    const name = shortened(idOf(v)), fits = name.length <= 3;
    g.font = (fits ? '600 11px ' : '12px ') + 'system-ui, sans-serif';
    g.textAlign = fits ? 'center' : 'left';
    g.fillStyle = fits ? textOn(fillOf(v, classes)) : colourOf.ink;
    g.fillText(name, fits ? x : x + radius(v) + 4, y + .5);
  }
}

/** Black or white, whichever can be read. */
function textOn(fill) {
  const [r, g, b] = [1, 3, 5].map(at => Math.pow(parseInt(fill.slice(at, at + 2), 16) / 255, 2.2));
  return .2126 * r + .7152 * g + .0722 * b > .18 ? '#10151a' : '#ffffff';
}

const shortened = name => name.length > 24 ? name.slice(0, 22) + '…' : name;

/** What changes with the pointer. */
function drawOver(g, panel) {
  const item = pointed.item >= 0 ? pointed.item : document.activeElement === panel.canvas ? itemOf(pointed.focus) : -1;
  if (item >= 0) {
    if (!scene.members) {
      g.beginPath();
      for (let k = rowStart[item]; k < rowStart[item + 1]; k++) if (panel.left[throughEdge[k]] > 0) line(g, item, neighbour[k]);
      stroke(g, colourOf.ink, 1.6, .8);
    }
    g.beginPath();
    g.arc(px(item), py(item), radius(item) + 5, 0, 7);
    stroke(g, colourOf.focus, 2.5, 1);
  }
  if (pointed.edge) {
    g.beginPath();
    line(g, itemOf(pointed.edge.u), itemOf(pointed.edge.v));
    stroke(g, colourOf.focus, 5, .9);
  }
  if (state.T >= 0) {
    const x = px(itemOf(state.T)), y = py(itemOf(state.T)), r = radius(itemOf(state.T)) + 6;
    g.beginPath();
    g.moveTo(x - r, y - r); g.lineTo(x + r, y + r); g.moveTo(x - r, y + r); g.lineTo(x + r, y - r);
    stroke(g, colourOf.ink, 2, 1);
  }
  const corners = pointed.box ? boxCorners() : pointed.lasso;
  if (corners && corners.length > 1) {
    g.beginPath();
    corners.forEach(([x, y], i) => i === 0 ? g.moveTo(x, y) : g.lineTo(x, y));
    g.closePath();
    g.globalAlpha = .12; g.fillStyle = colourOf.focus; g.fill();
    g.setLineDash([5, 4]);
    stroke(g, colourOf.focus, 1.5, 1);
    g.setLineDash([]);
  }
}

function boxCorners() {
  const { x, y, fromX, fromY } = pointed.box;
  return [[fromX, fromY], [x, fromY], [x, y], [fromX, y]];
}
