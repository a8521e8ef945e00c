// All vertices as rows with a box each: what can be done with the drawings can be done here. Only rows in view are made.

const ROW_HEIGHT = 34;
let listed = Array.from({ length: n }, (_, v) => v);

function find(text) {
  const wanted = text.trim().toLowerCase();
  listed = [];
  for (let v = 0; v < n; v++) if (wanted === '' || idOf(v).toLowerCase().includes(wanted)) listed.push(v);
  if (wanted !== '' && vertexOf.has(text.trim())) listed = [vertexOf.get(text.trim()), ...listed.filter(v => idOf(v) !== text.trim())];
  byId('found').textContent = wanted === '' ? '' : `${whole(listed.length)} of ${whole(n)}`;
  byId('vertices').scrollTop = 0;
  showRows();
}

function showRows() {
  const box = byId('vertices'), first = Math.max(0, Math.floor(box.scrollTop / ROW_HEIGHT) - 4);
  const last = Math.min(listed.length, first + Math.ceil((box.clientHeight || 236) / ROW_HEIGHT) + 8);
  byId('vertices-all').style.height = listed.length * ROW_HEIGHT + 'px';
  byId('vertices-shown').style.top = first * ROW_HEIGHT + 'px';
  const held = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.vertex : undefined;
  byId('vertices-shown').replaceChildren(...listed.slice(first, last).map(row));
  if (held !== undefined) {
    const again = byId('vertices-shown').querySelector(`input[data-vertex="${held}"]`);
    if (again) again.focus({ preventScroll: true });
  }
}

function row(v) {
  const box = element('input', { type: 'checkbox', checked: state.side[v] === 1, onchange: () => move([v]) });
  box.dataset.vertex = v;
  const classes = colours.filter(one => one.of[v] >= 0).map(one => one.classes[one.of[v]]).join(', ');
  const point = () => { pointed.focus = v; pointAt(itemOf(v)); };
  const made = element('div', { className: 'vertex', onmouseenter: point, onmouseleave: () => pointAt(-1) },
    element('label', {}, box, element('span', { title: shortened(idOf(v)) }, idOf(v).slice(0, 200))),
    element('span', { className: 'dim' }, `${plural(degree(v), 'edge')}${classes ? ' · ' + shortened(classes) : ''}${boundary[v] ? ' · boundary' : ''}`));
  box.addEventListener('focus', point);
  box.addEventListener('blur', () => pointAt(-1));
  box.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key.toLowerCase() === 't' && !event.ctrlKey) { event.preventDefault(); predict(v); }
    if (event.key.toLowerCase() === 'b' && !event.ctrlKey) { event.preventDefault(); growBall(itemOf(v)); }
    if (step) { event.preventDefault(); focusRow(listed.indexOf(v) + step); }
  });
  return made;
}

function focusRow(at) {
  if (at < 0 || at >= listed.length) return;
  const box = byId('vertices'), top = at * ROW_HEIGHT;
  if (top < box.scrollTop) box.scrollTop = top;
  if (top + ROW_HEIGHT > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW_HEIGHT - box.clientHeight;
  showRows();
  const target = byId('vertices-shown').querySelector(`input[data-vertex="${listed[at]}"]`);
  if (target) target.focus({ preventScroll: true });
}
