// The drawing of thousands of vertices, by WebGL 2; what changes with the pointer is drawn on a canvas over it.

const LINES_VERTEX = `#version 300 es
in vec2 place; in float kind; uniform vec2 scale, shift; uniform float pass; uniform vec4 colours[3]; out vec4 colour;
void main() {
  bool shown = kind > 0.0 && (pass > 0.5 ? kind > 2.5 : kind < 2.5);
  gl_Position = shown ? vec4(place * scale + shift, 0, 1) : vec4(9, 9, 9, 1);
  colour = colours[int(max(kind, 1.0)) - 1];
}`;
const LINES_FRAGMENT = `#version 300 es
precision mediump float; in vec4 colour; out vec4 drawn; void main() { drawn = vec4(colour.rgb * colour.a, colour.a); }`;
const POINTS_VERTEX = `#version 300 es
in vec2 place; in vec4 tint; in float kind; uniform vec2 scale, shift; uniform float size; uniform vec3 paper, cross;
out vec3 fill; out vec3 ring; flat out float square;
void main() {
  gl_Position = vec4(place * scale + shift, 0, 1);
  gl_PointSize = size;
  square = mod(kind, 2.0);
  fill = tint.rgb;
  ring = kind > 1.5 ? cross : paper;
}`;
const POINTS_FRAGMENT = `#version 300 es
precision mediump float; in vec3 fill; in vec3 ring; flat in float square; uniform float rimShare; out vec4 drawn;
void main() {
  vec2 p = 2.0 * gl_PointCoord - 1.0;
  float away = square > 0.5 ? max(abs(p.x), abs(p.y)) * 1.08 : length(p);
  if (away > 1.0) discard;
  drawn = vec4(away > 1.0 - rimShare ? ring : fill, 1);
}`;

const glOf = new Map();

function program(gl, vertex, fragment) {
  const made = gl.createProgram();
  for (const [type, text] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
    const shader = gl.createShader(type);
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(made, shader);
  }
  gl.linkProgram(made);
  return made;
}

function buffer(gl, made, name, count, type, values) {
  const held = gl.createBuffer(), at = gl.getAttribLocation(made, name);
  gl.bindBuffer(gl.ARRAY_BUFFER, held);
  gl.bufferData(gl.ARRAY_BUFFER, values, gl.DYNAMIC_DRAW);
  gl.enableVertexAttribArray(at);
  gl.vertexAttribPointer(at, count, type, type === gl.UNSIGNED_BYTE && count > 1, 0, 0);
  return values2 => { gl.bindBuffer(gl.ARRAY_BUFFER, held); gl.bufferSubData(gl.ARRAY_BUFFER, 0, values2); };
}

function made3d(panel) {
  const gl = panel.canvas.getContext('webgl2', { antialias: true, premultipliedAlpha: true, preserveDrawingBuffer: true });
  const ends = new Float32Array(4 * m), places = new Float32Array(2 * n);
  for (let e = 0; e < m; e++) ends.set([X[source[e]], Y[source[e]], X[target[e]], Y[target[e]]], 4 * e);
  for (let v = 0; v < n; v++) { places[2 * v] = X[v]; places[2 * v + 1] = Y[v]; }
  const lines = program(gl, LINES_VERTEX, LINES_FRAGMENT), linesHeld = gl.createVertexArray();
  gl.bindVertexArray(linesHeld);
  buffer(gl, lines, 'place', 2, gl.FLOAT, ends);
  const setKinds = buffer(gl, lines, 'kind', 1, gl.UNSIGNED_BYTE, new Uint8Array(2 * m));
  const points = program(gl, POINTS_VERTEX, POINTS_FRAGMENT), pointsHeld = gl.createVertexArray();
  gl.bindVertexArray(pointsHeld);
  buffer(gl, points, 'place', 2, gl.FLOAT, places);
  const setTints = buffer(gl, points, 'tint', 4, gl.UNSIGNED_BYTE, new Uint8Array(4 * n));
  const setShapes = buffer(gl, points, 'kind', 1, gl.UNSIGNED_BYTE, new Uint8Array(n));
  const made = { gl, lines, linesHeld, points, pointsHeld, setKinds, setTints, setShapes, dirty: true };
  glOf.set(panel, made);
  return made;
}

const rgb = colour => [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));

/** Says that sides, edits or colours have changed, not only the camera. */
function outdateGl() {
  for (const made of glOf.values()) made.dirty = true;
}

function refresh(made, panel) {
  const kinds = new Uint8Array(2 * m), tints = new Uint8Array(4 * n), shapes = new Uint8Array(n), classes = colouring();
  const anyInside = isProper();
  for (let e = 0; e < m; e++) {
    const a = state.side[source[e]], b = state.side[target[e]];
    const kind = panel.left[e] <= 0 ? 0 : a !== b ? 3 : !anyInside || a ? 2 : 1;
    kinds[2 * e] = kinds[2 * e + 1] = kind;
  }
  const known = new Map();
  for (let v = 0; v < n; v++) {
    const fill = fillOf(v, classes);
    if (!known.has(fill)) known.set(fill, rgb(fill));
    tints.set(known.get(fill), 4 * v);
    shapes[v] = state.side[v] + 2 * rim[v];
  }
  made.setKinds(kinds); made.setTints(tints); made.setShapes(shapes);
  made.dirty = false;
}

function drawGl(panel) {
  const made = glOf.get(panel) || made3d(panel), { gl } = made, ratio = Math.min(2, devicePixelRatio || 1);
  const w = Math.round(width * ratio), h = Math.round(height * ratio);
  if (panel.canvas.width !== w || panel.canvas.height !== h) { panel.canvas.width = w; panel.canvas.height = h; }
  if (made.dirty) refresh(made, panel);
  gl.viewport(0, 0, w, h);
  gl.clearColor(...rgb(colourOf.paper).map(c => c / 255), 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  const scale = [2 * camera.scale / width, -2 * camera.scale / height];
  const shift = [2 * camera.x / width - 1, 1 - 2 * camera.y / height];
  const put = made2 => { gl.uniform2f(gl.getUniformLocation(made2, 'scale'), ...scale); gl.uniform2f(gl.getUniformLocation(made2, 'shift'), ...shift); };
  gl.useProgram(made.lines);
  put(made.lines);
  const tone = (name, alpha) => [...rgb(colourOf[name]).map(c => c / 255), alpha];
  gl.uniform4fv(gl.getUniformLocation(made.lines, 'colours'), [...tone('edge', .16), ...tone('edge', .5), ...tone('cross', .8)]);
  gl.bindVertexArray(made.linesHeld);
  for (const pass of [0, 1]) {
    gl.uniform1f(gl.getUniformLocation(made.lines, 'pass'), pass);
    gl.drawArrays(gl.LINES, 0, 2 * m);
  }
  gl.useProgram(made.points);
  put(made.points);
  const size = Math.max(3, 2 * radius(0) * ratio);
  gl.uniform1f(gl.getUniformLocation(made.points, 'size'), size);
  gl.uniform1f(gl.getUniformLocation(made.points, 'rimShare'), Math.min(.45, 2.4 * ratio / size));
  gl.uniform3fv(gl.getUniformLocation(made.points, 'paper'), rgb(colourOf.paper).map(c => c / 255));
  gl.uniform3fv(gl.getUniformLocation(made.points, 'cross'), rgb(colourOf.cross).map(c => c / 255));
  gl.bindVertexArray(made.pointsHeld);
  gl.drawArrays(gl.POINTS, 0, n);
  const g = prepared(panel.overlay);
  g.clearRect(0, 0, width, height);
  drawRecent(g, panel);
  drawAdded(g, panel);
  if (zoom() > 3) drawNames(g, colouring());
  drawOver(g, panel);
}
