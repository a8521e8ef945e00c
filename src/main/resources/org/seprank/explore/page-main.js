// Puts the parts together.

function option(value, text) {
  return new Option(text, value);
}

function fillMethods() {
  for (const panel of ['a', 'b']) {
    const select = byId('method-' + panel);
    select.replaceChildren(...[...orders.values()].map(one => option(one.key, one.label)));
    if (m > 0 && m <= 60000) for (const ties of ['', ':last']) if (!orders.has(`wis:${state.L}${ties}`)) select.append(option('wis' + ties, `${state.L - 1}-WIS, for depth ${state.L}${ties && ', last of equal edges first'}`));
    select.value = state[panel];
  }
}

async function chooseMethod(panel, key) {
  if (key !== 'wis' && key !== 'wis:last') { edit('method', () => { state[panel] = key; }); return; }
  const depth = state.L, last = key === 'wis:last', name = `wis:${depth}${last ? ':last' : ''}`;
  if (!orders.has(name)) {
    busy(true);
    try {
      const ends = await deep.call('order', depth, last), edits = [];
      for (let i = 0; i < ends.length; i += 2) edits.push({ edge: edgeBetween(ends[i], ends[i + 1]), u: ends[i], v: ends[i + 1], adds: false });
      orders.set(name, { key: name, label: `${depth - 1}-WIS${last ? ', last of equals first' : ''}`, command: `--method wis${last ? ' --ties last' : ''}`, edits });
      for (const engine of engines) engine.list(name, edits).catch(() => {});
    } catch (problem) { byId('certainty').textContent = problem.message; fillMethods(); busy(false); return; }
    busy(false);
  }
  edit('method', () => { state[panel] = name; });
}

function fillColours() {
  byId('colour').replaceChildren(option('', 'by side'), ...colours.map(one => option(one.name, `by ${one.name}`)));
  byId('colour').parentNode.hidden = colours.length === 0;
}

function showLegend() {
  const classes = colouring() || (colours.length > 0 ? colours[0] : null);
  byId('legend').replaceChildren();
  if (!classes) return;
  classes.classes.slice(0, 40).forEach((name, code) => {
    const sample = element('i'), choosing = () => choose(Int8Array.from(classes.of, one => one === code ? 1 : 0));
    sample.style.background = colouring() ? classColour(code) : 'var(--line)';
    byId('legend').append(element('button', { type: 'button', title: `I becomes ${classes.name} ${shortened(name)}`, onclick: choosing }, sample, shortened(name)));
  });
}

function fillSaved() {
  for (const one of data.partitions) {
    one.bits = new Int8Array(n);
    for (const piece of one.side.split(',').filter(Boolean)) {
      const [first, last = first] = piece.split('-').map(Number);
      one.bits.fill(1, first, last + 1);
    }
  }
  byId('saved').replaceChildren(option('', 'partitions …'), ...data.partitions.map((one, i) => option(String(i), shortened(one.name))));
  byId('saved').hidden = data.partitions.length === 0;
}

function showSide() {
  const field = byId('side');
  if (document.activeElement !== field || field.getAttribute('aria-invalid') !== 'true') {
    field.value = sideText();
    field.removeAttribute('aria-invalid');
    byId('wrong').textContent = '';
  }
  byId('undo').disabled = past.length === 0;
  byId('redo').disabled = future.length === 0;
}

function takeField(id, parse, take) {
  const field = byId(id);
  try {
    const value = parse(field.value);
    field.removeAttribute('aria-invalid');
    byId('wrong').textContent = '';
    take(value);
  } catch (problem) {
    field.setAttribute('aria-invalid', 'true');
    byId('wrong').textContent = problem.message;
  }
}

function parsedTarget(text) {
  const name = text.trim();
  if (name === 'graph' || name === '') return -1;
  const id = name.startsWith('vertex:') ? name.slice(7) : name;
  if (!vertexOf.has(id)) throw new Error(`“${shortened(name)}” is neither graph nor a vertex; ${known()}`);
  return vertexOf.get(id);
}

function showFields() {
  byId('depth').value = state.L;
  byId('input-width').value = state.Dx;
  byId('hidden-width').value = state.Dh;
  byId('target').value = state.T < 0 ? 'graph' : idOf(state.T);
  byId('colour').value = state.colour;
}

function describe() {
  for (const panel of panels) {
    panel.canvas.setAttribute('aria-label', `Drawing of ${plural(n, 'vertex', 'vertices')}; ${whole(sizeOfSide())} in I as squares, the others as discs; edges across emphasized; ${plural(made(panel.key), 'edit')} by ${orders.get(state[panel.key]).label} made. Arrows walk along edges, Space moves a vertex to the other side, B takes its neighbourhood, S a box, T predicts it.`);
  }
}

/** What follows from a change. */
onChange(what => {
  if (what === 'engine') { showSentence(); byId('certainty').textContent = `The engine: ${engineFails}`; return; }
  if (what === 'size') { showCurves(); showBounds(); return; }
  if (what === 'colour') { outdateGl(); showLegend(); paint(); keepAddress(); return; }
  if (state.k > mostEdits()) state.k = mostEdits();
  if (what === 'edits' || what === 'all' || what === 'begin') { componentsOf.delete(OWN); for (const engine of engines) engine.list(OWN, state.own).catch(() => {}); }
  if (what !== 'side' && what !== 'network') for (const panel of panels) panel.update();
  updateShares();
  outdateGl();
  paint();
  showSide(); showFields(); showCommand(); describe(); showCaptions(); showRows();
  if (what !== 'step' && what !== 'side') fillMethods();
  outdate();
  if (what === 'step') { later('ask', n > 1000 ? 60 : 0, ask); moveMarker(); } else { ask(); askForCurves(); }
  showSentence();
  keepAddress();
});

function moveMarker() {
  const most = Math.max(1, mostEdits()), at = plot.from + (plot.to - plot.from) * state.k / most;
  for (const mark of document.querySelectorAll('svg line.now')) { mark.setAttribute('x1', at); mark.setAttribute('x2', at); }
}

let written = '';
function keepAddress() {
  later('address', 600, () => {
    const text = fragment();
    if (text === written || text.length > 60000) return;
    try { history[written === '' ? 'replaceState' : 'pushState'](null, '', text); } catch (e) { /* a page that may not */ }
    written = text;
  });
}

function listenToControls() {
  byId('side').addEventListener('change', () => takeField('side', parsedSide, choose));
  byId('swap').onclick = () => choose(state.side.map(one => 1 - one));
  byId('clear').onclick = () => choose(new Int8Array(n));
  byId('undo').onclick = undo;
  byId('redo').onclick = redo;
  byId('saved').onchange = event => { if (event.target.value !== '') choose(data.partitions[Number(event.target.value)].bits.slice()); event.target.value = ''; };
  for (const [id, key] of [['depth', 'L'], ['input-width', 'Dx'], ['hidden-width', 'Dh']]) {
    byId(id).addEventListener('change', event => {
      const field = event.target;
      if (field.value === '' || !field.checkValidity()) { field.value = state[key]; return; }
      edit('network', () => { state[key] = Number(field.value); });
    });
  }
  byId('target').addEventListener('change', () => takeField('target', parsedTarget, T => edit('network', () => { state.T = T; })));
  for (const panel of ['a', 'b']) byId('method-' + panel).onchange = event => chooseMethod(panel, event.target.value);
  byId('exchange').onclick = () => edit('method', () => { [state.a, state.b] = [state.b, state.a]; });
  byId('lasso').onclick = () => { lassoing = !lassoing; byId('lasso').setAttribute('aria-pressed', String(lassoing)); };
  byId('fit').onclick = () => { fit(); paint(); };
  byId('colour').onchange = event => { state.colour = event.target.value; changed('colour'); };
  byId('step').oninput = event => scrub(Number(event.target.value));
  byId('play').onclick = play;
  byId('stop').onclick = stopDeep;
  byId('save').onclick = saveView;
  byId('svg-a').onclick = () => saveSvg('a');
  byId('svg-b').onclick = () => saveSvg('b');
  byId('save-edits').onclick = saveEdits;
  byId('copy').onclick = copyCommand;
  byId('find').oninput = event => find(event.target.value);
  byId('vertices').onscroll = showRows;
  for (const id of ['walk-curve', 'component-curve']) listenToCurve(byId(id));
  for (const panel of panels) listen(panel);
}

function listenToCurve(svg) {
  const go = event => scrub((event.clientX - svg.getBoundingClientRect().left - plot.from) / (plot.to - plot.from) * mostEdits());
  svg.addEventListener('pointerdown', event => { svg.setPointerCapture(event.pointerId); go(event); });
  svg.addEventListener('pointermove', event => { if (event.buttons > 0) go(event); });
}

document.addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || /^(text|search)$/.test(event.target.type || '')) return;
  event.preventDefault();
  (event.shiftKey ? redo : undo)();
});

addEventListener('popstate', () => {
  written = location.hash;
  readFragment(location.hash);
  changed('all');
});

function begin() {
  readColours();
  byId('name').textContent = data.name;
  byId('facts').textContent = `${plural(n, 'vertex', 'vertices')}, ${plural(m, 'edge')}, ${data.directed ? 'directed' : 'undirected'}`;
  byId('made').textContent = `Made by seprank ${data.version}: ${data.command}. This page needs nothing but itself; what it says is computed here.`;
  fillSaved();
  fillColours();
  if (data.partitions.length > 0) state.side = data.partitions[0].bits.slice();
  readFragment(location.hash || data.saved || '');
  for (const engine of engines) for (const one of orders.values()) engine.list(one.key, one.edits).catch(() => {});
  for (const panel of panels) panel.update();
  listenToControls();
  showLegend();
  new ResizeObserver(resized).observe(panels[0].canvas);
  new ResizeObserver(() => later('size', 60, () => changed('size'))).observe(document.querySelector('main'));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { readColours(); outdateGl(); paint(); });
  resized();
  changed('begin');
}

begin();
