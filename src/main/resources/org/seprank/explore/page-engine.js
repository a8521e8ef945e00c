// The program's mathematics in two workers: quick answers at once, deep ones when the hand rests.

const WORKER = `
onmessage = event => {
  const [number, name, values] = event.data, started = performance.now();
  try { const answer = self[name](...values); postMessage([number, answer, performance.now() - started, null]); }
  catch (problem) { postMessage([number, null, 0, String(problem && problem.message || problem)]); }
};`;
const engineAddress = URL.createObjectURL(new Blob([byId('engine').textContent, WORKER], { type: 'text/javascript' }));

class Engine {
  constructor(onProblem) {
    this.onProblem = onProblem;
    this.lists = new Map();
    this.start();
  }

  start() {
    this.number = 0;
    this.waiting = new Map();
    this.worker = new Worker(engineAddress);
    this.worker.onmessage = event => this.answered(event.data);
    this.worker.onerror = event => { event.preventDefault(); this.onProblem(event.message || 'the engine does not start'); };
    const ends = new Int32Array(2 * m);
    for (let e = 0; e < m; e++) { ends[2 * e] = source[e]; ends[2 * e + 1] = target[e]; }
    this.call('load', n, data.directed, ends).catch(problem => this.onProblem(problem.message));
    for (const [name, list] of this.lists) this.call('list', name, list).catch(() => {});
  }

  /** Ends whatever runs; what was asked is never answered. */
  restart() {
    this.worker.terminate();
    this.start();
  }

  answered([number, answer, time, problem]) {
    const [resolve, reject] = this.waiting.get(number);
    this.waiting.delete(number);
    if (problem === null) { this.time = time; resolve(answer); } else reject(new Error(problem));
  }

  call(name, ...values) {
    return new Promise((resolve, reject) => {
      this.waiting.set(++this.number, [resolve, reject]);
      this.worker.postMessage([this.number, name, values]);
    });
  }

  /** Makes edits known under a name. */
  list(name, edits) {
    const ends = new Int32Array(2 * edits.length);
    edits.forEach((one, i) => { ends[2 * i] = one.adds ? -1 - one.u : one.u; ends[2 * i + 1] = one.adds ? -1 - one.v : one.v; });
    this.lists.set(name, ends);
    return this.call('list', name, ends);
  }

  get busy() {
    return this.waiting.size > 0;
  }
}

let engineFails = '';
const failed = why => { if (!engineFails) { engineFails = why; changed('engine'); } };
const quick = new Engine(failed), deep = new Engine(failed);
const engines = [quick, deep];

/** A question of which only the newest matters: one is in flight, one waits, and answers to old ones are dropped. */
class Question {
  constructor(ask, show) {
    this.ask = ask;
    this.show = show;
    this.version = 0;
    this.flying = false;
    this.pending = false;
  }

  put() {
    this.version++;
    if (this.flying) this.pending = true; else this.fly();
  }

  async fly() {
    this.flying = true;
    this.pending = false;
    const version = this.version;
    try {
      const answer = await this.ask();
      if (version === this.version) this.show(answer);
    } catch (problem) {
      if (version === this.version) failed(problem.message);
    }
    this.flying = false;
    if (this.pending) this.fly(); else questions.forEach(one => one.rest && one.rest());
  }

  /** Forgets what was asked, whose engine was stopped. */
  drop() {
    this.version++;
    this.flying = false;
    this.pending = false;
  }
}

const questions = [];
function question(ask, show) {
  const made = new Question(ask, show);
  questions.push(made);
  return made;
}
const atRest = () => questions.every(one => !one.flying && !one.pending) && timers.size === 0;

/** Later, unless asked again before. */
const timers = new Map();
function later(name, milliseconds, work) {
  clearTimeout(timers.get(name));
  timers.set(name, setTimeout(() => { timers.delete(name); work(); }, milliseconds));
}
