'use strict';
// The graph of the page, unpacked, and small things that all others use.

const byId = id => document.getElementById(id);
const data = JSON.parse(byId('data').textContent);
const n = data.n, m = data.m;

function bytesOf(text) {
  return Uint8Array.from(atob(text), c => c.charCodeAt(0));
}

/** Numbers of seven bits a byte, the lowest first. */
function unpacked(text) {
  const bytes = bytesOf(text), numbers = [];
  for (let i = 0; i < bytes.length;) {
    let number = 0, place = 1, byte;
    do { byte = bytes[i++]; number += (byte & 127) * place; place *= 128; } while (byte > 127);
    numbers.push(number);
  }
  return numbers;
}

const unfolded = number => number % 2 ? -(number + 1) / 2 : number / 2;

const source = new Int32Array(m), target = new Int32Array(m);
{
  const steps = unpacked(data.edges);
  for (let e = 0, before = 0; e < m; e++) {
    source[e] = before += unfolded(steps[2 * e]);
    target[e] = before + unfolded(steps[2 * e + 1]);
  }
}

function coordinates(text) {
  const bytes = bytesOf(text);
  return Float32Array.from({ length: n }, (_, v) => (bytes[2 * v] + 256 * bytes[2 * v + 1]) / 32767);
}

const X = coordinates(data.x), Y = coordinates(data.y);

/** Neighbours in compressed rows, edges of directed graphs in both directions. */
const rowStart = new Int32Array(n + 1), neighbour = new Int32Array(2 * m), throughEdge = new Int32Array(2 * m);
for (let e = 0; e < m; e++) { rowStart[source[e] + 1]++; rowStart[target[e] + 1]++; }
for (let v = 0; v < n; v++) rowStart[v + 1] += rowStart[v];
{
  const next = rowStart.slice();
  for (let e = 0; e < m; e++) {
    neighbour[next[source[e]]] = target[e]; throughEdge[next[source[e]]++] = e;
    neighbour[next[target[e]]] = source[e]; throughEdge[next[target[e]]++] = e;
  }
}
const degree = v => rowStart[v + 1] - rowStart[v];

function edgeBetween(u, v) {
  for (let k = rowStart[u]; k < rowStart[u + 1]; k++) {
    const e = throughEdge[k];
    if (neighbour[k] === v && (!data.directed || source[e] === u)) return e;
  }
  return -1;
}

const idOf = v => data.ids ? data.ids[v] : String(v);
const vertexOf = new Map();
for (let v = 0; v < n; v++) vertexOf.set(idOf(v), v);

/** Edits: {edge, u, v, adds}; edge is -1 for one that the graph did not have. */
function editsOf(text) {
  const numbers = unpacked(text), edits = [];
  for (let i = 0; i < numbers.length; i++) {
    const kind = numbers[i] % 4, first = (numbers[i] - kind) / 4;
    if (kind === 0) edits.push({ edge: first, u: source[first], v: target[first], adds: false });
    else edits.push({ edge: -1, u: first, v: numbers[++i], adds: kind === 1 });
  }
  return edits;
}

const colours = data.colours.map(one => ({ ...one, of: Int16Array.from(unpacked(one.codes), code => code - 1) }));

const plural = (count, one, many = one + 's') => `${whole(count)} ${count === 1 ? one : many}`;

/** Whole numbers, those of more than 12 digits as powers of ten. */
function whole(number) {
  const digits = String(number);
  return digits.length <= 12 ? digits.replace(/\B(?=(\d{3})+$)/g, ',') : `${digits[0]}.${digits.slice(1, 4)}e${digits.length - 1}`;
}

/** Three digits. */
function real(number) {
  if (number === null || !Number.isFinite(number)) return '–';
  if (number === 0) return '0';
  const size = Math.abs(number);
  if (size >= 1e6 || size < 1e-3) return number.toExponential(2).replace('e+', 'e');
  return size >= 100 ? whole(Math.round(number)) : String(Number(number.toPrecision(3)));
}

/** The decimal logarithm of a whole number written in digits; -1 for 0. */
const log10 = digits => digits === '0' ? -1 : digits.length + Math.log10(Number('0.' + digits.slice(0, 16)));

/** An element with attributes and children; text is text, whatever is in it. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in made && key !== 'list') made[key] = value; else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** The same for drawings. */
function shape(name, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const still = matchMedia('(prefers-reduced-motion: reduce)');
