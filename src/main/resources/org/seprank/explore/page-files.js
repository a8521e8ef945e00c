// What can be kept: the page as it is, drawings, one's own edits, and the command that gives the same numbers.

function download(name, type, ...parts) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** The page with this state as the one it begins with, without undo. */
function savedPage() {
  const copy = new DOMParser().parseFromString('<!DOCTYPE html>' + document.documentElement.outerHTML, 'text/html');
  const kept = { ...data, saved: fragment() };
  copy.getElementById('data').textContent = JSON.stringify(kept).replace(/</g, '\\u003c');
  for (const id of ['method-a', 'method-b', 'colour', 'saved', 'bounds', 'walk-curve', 'component-curve', 'legend', 'vertices-shown', 'command', 'answer', 'aside', 'say', 'pointed', 'wrong', 'made', 'name', 'facts', 'certainty']) copy.getElementById(id).replaceChildren();
  for (const body of copy.querySelectorAll('tbody')) body.replaceChildren();
  for (const canvas of copy.querySelectorAll('canvas.overlay')) canvas.remove();
  return '<!DOCTYPE html>\n' + copy.documentElement.outerHTML;
}

function saveView() {
  download(`${data.name}-view.html`, 'text/html', savedPage());
}

function csvField(text) {
  return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}

/** One's own edits, or those of the first drawing that are made, as rewire --edits-in reads them. */
function editsText() {
  const edits = state.own.length > 0 ? state.own : editsIn('a').slice(0, made('a'));
  const rows = edits.map((one, i) => [i + 1, one.adds ? 'add' : 'remove', csvField(idOf(one.u)), csvField(idOf(one.v))].join(','));
  return ['step,action,source,target', ...rows].join('\n') + '\n';
}

function saveEdits() {
  download(`${data.name}-edits.csv`, 'text/csv', editsText());
}

// --- a drawing as SVG

function drawingSvg(panel) {
  const left = Math.min(...Array.from(scene.x)), top = Math.min(...Array.from(scene.y)), size = 1000;
  const r = Math.max(1.2, Math.min(11, 260 / Math.sqrt(Math.max(1, scene.n)))), pad = 2 * r + 4;
  const x = i => ((scene.x[i] - left) * size + pad).toFixed(1), y = i => ((scene.y[i] - top) * size + pad).toFixed(1);
  const wide = Math.max(...Array.from(scene.x, one => one - left)) * size + 2 * pad, tall = Math.max(...Array.from(scene.y, one => one - top)) * size + 2 * pad;
  const svg = shape('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${wide.toFixed(1)} ${tall.toFixed(1)}`, width: wide.toFixed(0), height: tall.toFixed(0) });
  svg.append(shape('title', {}, `${data.name}: I as squares, edges across it emphasized, ${plural(made(panel.key), 'edit')} by ${orders.get(state[panel.key]).label}`));
  const kinds = { plain: [], across: [], gone: [] };
  for (let e = 0; e < scene.m; e++) {
    const kind = panel.left[e] <= 0 ? 'gone' : share[scene.us[e]] !== share[scene.vs[e]] ? 'across' : 'plain';
    kinds[kind].push(`M${x(scene.us[e])} ${y(scene.us[e])}L${x(scene.vs[e])} ${y(scene.vs[e])}`);
  }
  const added = panel.added.map(one => `M${x(itemOf(one.u))} ${y(itemOf(one.u))}L${x(itemOf(one.v))} ${y(itemOf(one.v))}`);
  svg.append(
    shape('path', { d: kinds.gone.join(''), stroke: '#9aa2ad', 'stroke-width': 1, 'stroke-dasharray': '3 4', opacity: .4, fill: 'none' }),
    shape('path', { d: kinds.plain.join(''), stroke: '#9aa2ad', 'stroke-width': 1, fill: 'none' }),
    shape('path', { d: kinds.across.join(''), stroke: '#c95000', 'stroke-width': 1.7, fill: 'none' }),
    shape('path', { d: added.join(''), stroke: '#00796b', 'stroke-width': 1.7, fill: 'none' }));
  const classes = colouring();
  for (let i = 0; i < scene.n; i++) {
    const fill = classes && !scene.members ? classColour(classes.of[i]) : share[i] > .5 ? '#0b5fa5' : '#8b939e', ring = rim[i] ? '#c95000' : '#ffffff';
    svg.append(share[i] > .5
      ? shape('rect', { x: (x(i) - .9 * r).toFixed(1), y: (y(i) - .9 * r).toFixed(1), width: (1.8 * r).toFixed(1), height: (1.8 * r).toFixed(1), fill, stroke: ring, 'stroke-width': (r / 5).toFixed(1) })
      : shape('circle', { cx: x(i), cy: y(i), r: r.toFixed(1), fill, stroke: ring, 'stroke-width': (r / 5).toFixed(1) }));
  }
  return new XMLSerializer().serializeToString(svg);
}

function saveSvg(key) {
  download(`${data.name}-${key === 'a' ? 'left' : 'right'}.svg`, 'image/svg+xml', drawingSvg(panels[key === 'a' ? 0 : 1]));
}

// --- the command

const quoted = word => /^[\w%+,./:=@-]+$/.test(word) ? word : "'" + word.replace(/'/g, "'\\''") + "'";

function commandText() {
  const network = `--depth ${state.L} --input-width ${state.Dx} --hidden-width ${state.Dh}` + (state.T >= 0 ? ` --target ${quoted((idOf(state.T) === 'graph' ? 'vertex:' : '') + idOf(state.T))}` : '');
  const side = `--partition ${quoted(sideText())}`, count = made('a');
  if (count === 0) return `seprank analyze ${quoted(data.source)} ${side} ${network}`;
  const order = orders.get(state.a), how = state.a === OWN ? `--edits-in ${quoted(data.name + '-edits.csv')}` : order.command;
  const amount = order.edits.some(one => one.adds) ? `--edit ${count}` : `--remove ${count}`;
  const depth = (state.a.match(/^wis:(\d+)$/) || [])[1];
  return `seprank rewire ${quoted(data.source)} ${how}${depth ? ' --depth ' + depth : ''} ${amount} --graph-out edited.graphml\nseprank analyze edited.graphml ${side} ${network}`;
}

function showCommand() {
  const text = commandText();
  byId('command').textContent = text.length > 4000 ? text.slice(0, 4000) + ' …' : text;
}

async function copyCommand() {
  try { await navigator.clipboard.writeText(commandText()); byId('copied').textContent = 'Copied.'; } catch (e) {
    getSelection().selectAllChildren(byId('command'));
    byId('copied').textContent = 'Selected; copy it with Ctrl+C.';
  }
}
