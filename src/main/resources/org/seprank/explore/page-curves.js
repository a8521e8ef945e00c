// The slider over edits, and walk index and components by the number of them; bounds on their axis.

const curves = { a: null, b: null }; // {key, counts, walks, components}
const POINTS = 100, POINTS_ADDED = 40, SLICE = 26;

function countsFor(key) {
  const edits = orders.get(key).edits, points = Math.min(edits.length, edits.some(one => one.edge < 0) ? POINTS_ADDED : POINTS);
  return Int32Array.from({ length: points + 1 }, (_, i) => Math.round(edits.length * i / Math.max(1, points)));
}

const componentsOf = new Map();
async function curve(panel) {
  const key = state[panel], counts = countsFor(key), walks = [], version = askCurves.version;
  if (!componentsOf.has(key)) componentsOf.set(key, Array.from(await quick.call('componentsAlong', key, counts)));
  for (let from = 0; from < counts.length && isProper(); from += SLICE) {
    walks.push(...JSON.parse(await quick.call('walkIndexAlong', state.side, state.T, key, state.L, counts.slice(from, from + SLICE))));
    if (askCurves.version !== version) return null;
  }
  return { key, counts, walks, components: componentsOf.get(key) };
}

const askCurves = question(
  async () => [await curve('a'), await curve('b')],
  ([a, b]) => { if (a && b) { curves.a = a; curves.b = b; fresh('walk-curve'); fresh('component-curve'); showCurves(); } });
const dropCurves = () => askCurves.drop();

function askForCurves() {
  byId('walk-curve').classList.add('old');
  later('curves', n > 1000 ? 200 : 30, () => askCurves.put());
}

// --- drawing them

const SUPER = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const powerOfTen = p => p < 4 ? whole(10 ** p) : '10' + String(p).replace(/\d/g, d => SUPER[d]);
const LEFT = 62;
let plot = { from: 0, to: 1 };

function showCurves() {
  const box = widthOf(byId('walk-curve')), right = box < 500 ? 92 : 128;
  plot = { from: LEFT, to: box - right };
  const most = Math.max(1, mostEdits());
  const at = k => plot.from + (plot.to - plot.from) * k / most;
  showWalkCurve(box, at);
  showComponentCurve(box, at);
  showCaptions();
}

const widthOf = svg => svg.parentNode.clientWidth || 600;

function frame(svg, box, tall) {
  svg.setAttribute('viewBox', `0 0 ${box} ${tall}`);
  svg.setAttribute('height', tall);
  svg.replaceChildren();
}

/** Two lines with names at their ends, kept apart. */
function lines(svg, at, y, valuesOf) {
  const labels = [];
  for (const [panel, colour, dash] of [['a', 'first', ''], ['b', 'second', '6 4']]) {
    const one = curves[panel], values = one && valuesOf(one);
    if (!values || values.length === 0) continue;
    const points = Array.from(one.counts, (k, i) => `${at(k).toFixed(1)} ${y(values[i]).toFixed(1)}`);
    svg.append(shape('path', { d: 'M' + points.join('L'), fill: 'none', stroke: `var(--${colour})`, 'stroke-width': 2, 'stroke-dasharray': dash, 'stroke-linejoin': 'round' }));
    labels.push({ x: at(one.counts[one.counts.length - 1]) + 7, y: y(values[values.length - 1]) + 4, text: orders.get(one.key).label, colour });
  }
  if (labels.length > 1) {
    if (Math.abs(labels[0].y - labels[1].y) < 16) {
      const [up, low] = labels[0].y <= labels[1].y ? labels : [labels[1], labels[0]], middle = (up.y + low.y) / 2;
      up.y = middle - 8; low.y = middle + 8;
    }
    if (labels[0].text === labels[1].text) labels.pop();
  }
  for (const one of labels) svg.append(shape('text', { x: one.x, y: one.y, style: `fill:var(--${one.colour});font-weight:600` }, cut(one.text, 16)));
}
const cut = (text, most) => text.length > most ? text.slice(0, most - 1) + '…' : text;

function marker(svg, at, tall) {
  svg.append(shape('line', { class: 'now', x1: at(state.k), x2: at(state.k), y1: 2, y2: tall, 'stroke-dasharray': '2 3' }));
}

function showWalkCurve(box, at) {
  const svg = byId('walk-curve'), tall = 178, base = 146;
  frame(svg, box, tall);
  const logs = one => one.walks.map(log10), all = ['a', 'b'].flatMap(panel => curves[panel] ? logs(curves[panel]) : []);
  const high = Math.max(1, ...all), low = Math.min(0, ...all), y = value => base - (base - 24) * (value - low) / (high - low);
  svg.append(shape('text', { x: 0, y: 12, class: 'strong' }, `Walk index at depth ${state.L} (log)`));
  const gap = Math.max(1, Math.ceil(high / 4));
  for (let p = 0; p <= high; p += gap) {
    svg.append(shape('line', { class: 'grid', x1: plot.from, x2: plot.to, y1: y(p), y2: y(p) }), shape('text', { x: plot.from - 8, y: y(p) + 4, 'text-anchor': 'end' }, powerOfTen(p)));
  }
  if (low < 0) svg.append(shape('line', { class: 'grid', x1: plot.from, x2: plot.to, y1: y(low), y2: y(low) }), shape('text', { x: plot.from - 8, y: y(low) + 4, 'text-anchor': 'end' }, '0'));
  const most = Math.max(1, mostEdits());
  svg.append(
    shape('text', { x: at(0), y: tall - 12, 'text-anchor': 'start' }, '0'), shape('text', { x: at(most), y: tall - 12, 'text-anchor': 'end' }, whole(most)),
    shape('text', { x: at(most / 2), y: tall - 12, 'text-anchor': 'middle' }, onlyRemoves() ? 'edges removed' : 'edits'));
  lines(svg, at, y, logs);
  marker(svg, at, base + 6);
}

function showComponentCurve(box, at) {
  const svg = byId('component-curve'), tall = 84, base = 74;
  frame(svg, box, tall);
  const all = ['a', 'b'].flatMap(panel => curves[panel] ? curves[panel].components : []);
  const high = Math.max(2, ...all), y = value => base - (base - 24) * (value - 1) / (high - 1);
  svg.append(shape('text', { x: 0, y: 12, class: 'strong' }, 'Components'));
  for (const value of [1, high]) {
    svg.append(shape('line', { class: 'grid', x1: plot.from, x2: plot.to, y1: y(value), y2: y(value) }), shape('text', { x: plot.from - 8, y: y(value) + 4, 'text-anchor': 'end' }, whole(value)));
  }
  lines(svg, at, y, one => one.components);
  marker(svg, at, base + 4);
}

const onlyRemoves = () => ['a', 'b'].every(panel => !editsIn(panel).some(one => one.adds));

function nearestPoint(one, k) {
  let best = 0;
  one.counts.forEach((count, i) => { if (Math.abs(count - k) < Math.abs(one.counts[best] - k)) best = i; });
  return best;
}

function showCaptions() {
  const most = Math.max(1, mostEdits()), share = (100 * state.k / most).toFixed(1);
  byId('step').max = mostEdits();
  byId('step').value = state.k;
  byId('step').setAttribute('aria-valuetext', `${state.k} of ${most}`);
  byId('steps').parentNode.firstChild.data = onlyRemoves() ? 'Edges removed: ' : 'Edits made: ';
  byId('steps').textContent = `${whole(state.k)} of ${whole(mostEdits())} (${share} %)`;
  for (const panel of ['a', 'b']) {
    const one = curves[panel];
    if (!one || one.key !== state[panel]) { byId('caption-' + panel).textContent = ''; continue; }
    const at = nearestPoint(one, made(panel)), exact = one.counts[at] === made(panel) ? '' : 'about ';
    const walk = panel === 'a' && answers.walks && isProper() ? answers.walks[state.L - 1] : one.walks[at];
    byId('caption-' + panel).textContent = `${exact}${plural(one.components[at], 'component')}` + (walk === undefined || !isProper() ? '' : ` · walk index ${panel === 'a' ? '' : exact}${whole(walk)}`);
  }
}

// --- bounds

function showBounds() {
  const svg = byId('bounds'), box = widthOf(svg), [low, high] = ends();
  svg.replaceChildren();
  if (!answers.bounds) return;
  const of = side => answers.bounds.filter(one => one.side === side && one.nats !== null);
  const upper = of('upper').sort((a, b) => a.nats - b.nats), lower = of('lower').sort((a, b) => b.nats - a.nats);
  const logOf = value => Math.log10(value), all = [...upper, ...lower].filter(one => one.nats > 0).map(one => logOf(one.nats));
  const left = Math.min(...all, 2) - .08, right = Math.max(left + .5, ...all), from = 152, to = box - 66;
  const x = value => value > 0 ? Math.max(from, from + (to - from) * (logOf(value) - left) / (right - left)) : from, rows = [...upper, ...lower], ROW = 19;
  const tall = 44 + ROW * rows.length + 26;
  svg.setAttribute('viewBox', `0 0 ${box} ${tall}`);
  svg.setAttribute('height', tall);
  if (low && high) svg.append(shape('rect', { x: x(low.nats), y: 6, width: Math.max(2, x(high.nats) - x(low.nats)), height: tall - 30, fill: 'var(--band)', rx: 2 }));
  for (let p = Math.ceil(left), end = -Infinity; p <= right; p++) {
    svg.append(shape('line', { class: 'grid', x1: x(10 ** p), x2: x(10 ** p), y1: 6, y2: tall - 24 }));
    if (x(10 ** p) - end < 46) continue;
    end = x(10 ** p);
    svg.append(shape('text', { x: end, y: tall - 8, 'text-anchor': 'middle' }, p < 0 ? String(10 ** p) : powerOfTen(p)));
  }
  let y = 22;
  for (const [list, words, best] of [[upper, 'at most', high], [lower, 'at least', low]]) {
    svg.append(shape('text', { x: 0, y, class: 'dim' }, words));
    y += ROW;
    for (const one of list) { boundRow(svg, one, one === best, x, y, box); y += ROW; }
    y += 3;
  }
  svg.setAttribute('aria-label', low && high ? `At least ${real(low.nats)} by ${low.name}, at most ${real(high.nats)} by ${high.name}; natural logarithms.` : 'Bounds');
  showCertainty(low, high);
}

function boundRow(svg, one, best, x, y, box) {
  const at = x(one.nats);
  const title = shape('title', {}, `${one.side === 'upper' ? 'at most' : 'at least'} ${one.nats} by ${one.name}${one.rank ? ', rank ' + one.rank : ''}${one.note ? '; ' + one.note : ''}`);
  svg.append(shape('g', {},
    shape('text', { x: 10, y, class: best ? 'strong' : '' }, one.name),
    one.nats === 0 ? '' : shape('path', { d: `M${at} ${y - 4.5}l${one.side === 'upper' ? '9 -5.5v11z' : '-9 -5.5v11z'}`, fill: best ? 'var(--inside)' : 'var(--outside)' }),
    shape('text', { x: box, y, 'text-anchor': 'end', class: best ? 'strong' : '' }, real(one.nats)), title));
}

function showCertainty(low, high) {
  const open = (answers.bounds || []).filter(one => one.nats === null).map(one => one.name);
  const parts = [];
  if (low && high) parts.push(`From below for almost all weights (${low.name}${low.note ? ', ' + low.note : ''}), from above for all (${high.name}).`);
  if (!answers.deep) parts.push('Bounds that need a search follow.');
  else if (open.length > 0) parts.push(`Not enumerated: ${open.join(', ')}.`);
  if (answers.dimension && answers.dimension.certainty === 'probable') parts.push('The number of channels is exact but for an unlucky draw.');
  byId('certainty').textContent = parts.join(' ');
}

// --- the slider

function scrub(k) {
  const next = Math.max(0, Math.min(mostEdits(), Math.round(k)));
  if (next === state.k) return;
  state.k = next;
  changed('step');
}

let playing = 0;
function play() {
  if (playing) { stopPlaying(); return; }
  if (state.k >= mostEdits()) scrub(0);
  byId('play').textContent = '⏸';
  byId('play').setAttribute('aria-label', 'Pause');
  const pace = Math.max(1, mostEdits() / 200);
  if (still.matches) { scrub(mostEdits()); stopPlaying(); return; }
  playing = setInterval(() => { if (state.k >= mostEdits()) stopPlaying(); else scrub(state.k + pace); }, 50);
}

function stopPlaying() {
  clearInterval(playing);
  playing = 0;
  byId('play').textContent = '▶';
  byId('play').setAttribute('aria-label', 'Play');
}
