// The sentence on top, bounds on an axis, walk index by depth, the edges that hurt most.

const answers = { walks: null, bounds: null, dimension: undefined, deep: false, stopped: false, old: { walks: false, bounds: false } };

// an answer that the page came with holds for the side, network and edits that it came with
const given = data.partitions.length > 0 && data.partitions[0].bounds ? data.partitions[0] : null;
if (given) {
  answers.walks = JSON.parse(given.walks);
  answers.bounds = JSON.parse(given.bounds).bounds;
  answers.dimension = JSON.parse(given.dimension);
  answers.deep = true;
}

let untouched = given !== null;

/** What is shown belongs to what was asked before, but for the first question, if it is the one that the page came with. */
function outdate() {
  const holds = untouched && atStart() && same(given.bits, state.side);
  untouched = false;
  answers.old.walks = answers.old.bounds = !holds;
}

const moment = () => [state.side, state.T, state.a, made('a')];
const shownDepths = () => Math.max(8, state.L);

const askWalks = question(
  () => quick.call('walkIndices', ...moment(), shownDepths()),
  walks => { answers.walks = JSON.parse(walks); answers.old.walks = false; fresh('walks'); showWalks(); showSentence(); showCaptions(); });

const askFast = question(
  () => deep.call('fastBounds', ...moment(), state.L, state.Dx, state.Dh),
  answer => { if (!answers.deep) { answers.bounds = JSON.parse(answer).bounds; answers.old.bounds = false; fresh('bounds'); showBounds(); showSentence(); } });

const askEdges = question(
  () => deep.call('strongest', ...moment(), state.L, 5),
  answer => { fresh('edges'); showEdges(JSON.parse(answer)); });

const askDeep = question(
  async () => [await deep.call('allBounds', ...moment(), state.L, state.Dx, state.Dh), await deep.call('dimension', ...moment(), state.L)],
  ([bounds, dimension]) => {
    answers.bounds = JSON.parse(bounds).bounds;
    answers.dimension = JSON.parse(dimension);
    answers.deep = true;
    answers.old.bounds = false;
    fresh('bounds'); busy(false); showBounds(); showSentence();
  });

const askOwn = question(
  () => quick.call('own', pointed.item, state.a, made('a'), state.L),
  own => { if (pointed.item >= 0) showPointed(own); });

const fresh = id => byId(id).classList.remove('old');
const busy = on => byId('busy').classList.toggle('on', on);

/** Asks all that depends on the side, the edits and the network. */
function ask() {
  clearTimeout(timers.get('deep')); timers.delete('deep');
  answers.deep = answers.stopped = false;
  answers.dimension = undefined;
  busy(false);
  if (!isProper()) { nothing(); return; }
  for (const id of ['walks', 'bounds', 'edges']) byId(id).classList.add('old');
  askWalks.put();
  if (askDeep.flying) { deep.restart(); for (const one of [askDeep, askFast, askEdges]) one.drop(); dropCurves(); }
  askFast.put();
  askEdges.put();
  later('deep', 250, () => { later('busy', 1500, () => busy(askDeep.flying)); askDeep.put(); });
}

/** Neither side may be empty. */
function nothing() {
  for (const one of [askWalks, askFast, askEdges, askDeep]) one.version++;
  answers.walks = answers.bounds = null;
  byId('walks').tBodies[0].replaceChildren(); byId('edges').tBodies[0].replaceChildren(); byId('bounds').replaceChildren();
  byId('certainty').textContent = '';
  showSentence();
}

function stopDeep() {
  deep.restart();
  for (const one of [askDeep, askFast, askEdges]) one.drop();
  dropCurves();
  busy(false);
  answers.stopped = true;
  byId('certainty').textContent = 'Stopped: the bounds shown are those that need no search.';
  showSentence();
  askFast.put(); askEdges.put();
}

// --- the sentence

const ends = () => {
  const known = (answers.bounds || []).filter(one => one.nats !== null);
  const best = (side, better) => known.filter(one => one.side === side).reduce((a, b) => a && !better(b, a) ? a : b, null);
  return [best('lower', (a, b) => a.nats > b.nats), best('upper', (a, b) => a.nats < b.nats)];
};

const strong = (text, old) => element('b', { className: old ? 'old' : '' }, text);

function showSentence() {
  const sentence = byId('answer'), size = sizeOfSide();
  sentence.replaceChildren(...sentenceParts(size));
  byId('aside').textContent = asideText();
  later('say', 600, () => { byId('say').textContent = sentence.textContent; });
}

function sentenceParts(size) {
  if (n < 2) return [n === 0 ? 'The graph has no vertices.' : 'One vertex has no other side: there is nothing to interact with.'];
  if (size === 0) return ['Choose some vertices: click one, or Shift-drag a lasso around several.'];
  if (size === n) return ['Choose some vertices, not all: click one, and it leaves ', element('var', {}, 'I'), '.'];
  if (engineFails && !answers.walks) return ['This browser does not run the page’s engine, so nothing can be computed here.'];
  if (!answers.walks) return ['Computing …'];
  const walk = answers.walks[state.L - 1], [low, high] = ends();
  const who = [`A depth-${state.L} network`, state.T >= 0 ? ` that predicts vertex ${shortened(idOf(state.T))}` : ''];
  if (walk === '0') return [...who, ` cannot tie these ${plural(size, 'vertex', 'vertices')} to the other ${whole(n - size)} at all: no walk of its length crosses, walk index `, strong('0', answers.old.walks), ', separation rank ', strong('1', answers.old.walks), '.'];
  const sentence = [...who, ` can tie these ${plural(size, 'vertex', 'vertices')} to the other ${whole(n - size)} through ${plural(boundary.reduce((sum, one) => sum + one, 0), 'boundary vertex', 'boundary vertices')}`];
  if (answers.dimension) sentence.push(` and ${answers.dimension.certainty === 'at_least' ? 'at least ' : ''}${plural(answers.dimension.value, 'independent channel')}`);
  sentence.push(': walk index ', strong(whole(walk), answers.old.walks));
  if (!low || !high) return [...sentence, '.'];
  if (high.nats - low.nats < 1e-9 && low.rank && low.rank === high.rank) return [...sentence, ', separation rank exactly ', strong(whole(low.rank), answers.old.bounds), '.'];
  return [...sentence, ', ln of the separation rank between ', strong(real(low.nats), answers.old.bounds), ' and ', strong(real(high.nats), answers.old.bounds), answers.stopped ? ', as far as was searched before it was stopped.' : '.'];
}

/** Edits that are made, what is certified and measured, and kinds of graphs that need a word. */
function asideText() {
  const parts = [], partition = data.partitions.find(one => one.bits && same(one.bits, state.side));
  if (made('a') > 0) parts.push(`After ${plural(made('a'), 'edit')} by ${orders.get(state.a).label}.`);
  if (partition && atStart()) {
    if (partition.rank) parts.push(`Certified rank: ${partition.least ? 'at least ' : ''}${whole(partition.rank)} (${partition.certainty}).`);
    if (partition.measured) parts.push(`Measured in the network: entropy ${real(partition.measured.entropy)} nats at vertex ${partition.measured.vertex}, that is at most ln of its rank.`);
  }
  if (m === 0) parts.push('The graph has no edges.');
  else if (componentCount > 1 && made('a') === 0) parts.push(`The graph has ${componentCount.toLocaleString('en')} components.`);
  if (data.directed) parts.push('Edges have a direction: the boundary are vertices with an in-neighbour on the other side.');
  if (state.T >= 0 && degree(state.T) === 0) parts.push(`Vertex ${shortened(idOf(state.T))} has no neighbours.`);
  if (clustered) parts.push('Drawn as clusters of near vertices; a click moves all of one.');
  return parts.join(' ');
}
const same = (a, b) => a.every((one, v) => one === b[v]);
const atStart = () => ['L', 'Dx', 'Dh', 'T'].every(key => state[key] === data.start[key]) && made('a') === 0;

const componentCount = (() => {
  const seen = new Uint8Array(n);
  let count = 0;
  for (let v = 0; v < n; v++) {
    if (seen[v]) continue;
    count++; seen[v] = 1;
    for (const stack = [v]; stack.length > 0;) {
      const u = stack.pop();
      for (let k = rowStart[u]; k < rowStart[u + 1]; k++) if (!seen[neighbour[k]]) { seen[neighbour[k]] = 1; stack.push(neighbour[k]); }
    }
  }
  return count;
})();

// --- tables

function showWalks() {
  const logs = answers.walks.map(log10), most = Math.max(...logs, 1);
  const rows = answers.walks.map((digits, i) => {
    const depth = i + 1, set = () => edit('network', () => { state.L = depth; });
    const row = element('tr', { className: depth === state.L ? 'now' : '', onclick: set },
      element('td', {}, element('button', { type: 'button', onclick: event => { event.stopPropagation(); set(); }, ariaLabel: `depth ${depth}` }, String(depth))),
      element('td', { title: digits }, whole(digits)), element('td', { className: 'bar' }));
    const bar = element('i');
    bar.style.width = Math.max(0, 86 * logs[i] / most) + '%';
    row.lastChild.append(bar);
    return row;
  });
  byId('walks').tBodies[0].replaceChildren(...rows);
}

function showEdges(list) {
  const walk = answers.walks ? Number(answers.walks[state.L - 1]) : NaN;
  const rows = list.map(([u, v, loss]) => {
    const share = Number(loss) / walk, name = `${shortened(idOf(u))} ${data.directed ? '→' : '–'} ${shortened(idOf(v))}`;
    const point = () => { pointed.edge = { u, v }; paint(); }, leave = () => { pointed.edge = null; paint(); };
    const button = element('button', { type: 'button', title: 'Remove this edge, as an edit of yours', onfocus: point, onblur: leave }, name);
    const row = element('tr', { onmouseenter: point, onmouseleave: leave, onclick: () => removeOwn(u, v) },
      element('td', {}, button), element('td', { title: loss }, whole(loss)), element('td', { className: 'bar' }));
    const bar = element('i');
    bar.style.width = Math.min(60, 60 * share) + '%';
    row.lastChild.append(bar, Number.isFinite(share) ? `${(100 * share).toFixed(share < .1 ? 1 : 0)} %` : '');
    button.addEventListener('keydown', event => { if (event.key === 'Delete') { event.preventDefault(); removeOwn(u, v); } });
    return row;
  });
  if (rows.length === 0) rows.push(element('tr', {}, element('td', { colSpan: 3 }, 'No edge whose removal costs a walk.')));
  byId('edges').tBodies[0].replaceChildren(...rows);
}

/** Removes an edge of the first drawing, as the next of one's own edits, which both drawings then show. */
function removeOwn(u, v) {
  const edge = edgeBetween(u, v);
  edit('edits', () => {
    const before = editsIn('a').slice(0, made('a'));
    state.own = [...before, { edge, u, v, adds: false }];
    orders.get(OWN).edits = state.own;
    if (state.a !== OWN) state.b = state.a;
    state.a = OWN;
    state.k = state.own.length;
  });
}
