// Opens reports in headless Chromium and says what is wrong with them:
//   node check.mjs CHROMIUM REPORT.html ..
// Speaks the DevTools protocol over pipes, so that nothing has to be installed. Exit code 1 where something is wrong.
import {spawn} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";

const WIDTHS = [360, 1280];
const [chromium, ...reports] = process.argv.slice(2);
if (!chromium || reports.length === 0) {
  console.error("usage: node check.mjs CHROMIUM REPORT.html ..");
  process.exit(2);
}

const profile = mkdtempSync(join(tmpdir(), "report-check-"));
const browser = spawn(chromium, ["--headless=new", "--disable-gpu", "--no-sandbox", "--no-first-run",
  "--remote-debugging-pipe", `--user-data-dir=${profile}`, "about:blank"],
  {stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"]});
const waiting = new Map();
let listener = () => {};
let last = 0;
let buffered = "";
browser.stdio[4].setEncoding("utf8").on("data", text => {
  buffered += text;
  for (let end = buffered.indexOf("\0"); end >= 0; end = buffered.indexOf("\0")) {
    const message = JSON.parse(buffered.slice(0, end));
    buffered = buffered.slice(end + 1);
    if (message.id === undefined) {
      listener(message);
    } else {
      const {done, failed} = waiting.get(message.id);
      waiting.delete(message.id);
      message.error ? failed(new Error(message.error.message)) : done(message.result);
    }
  }
});
browser.on("error", error => stop(2, `cannot start ${chromium}: ${error.message}`));
browser.on("exit", code => waiting.size > 0 && stop(2, `${chromium} ended with ${code}`));
setTimeout(() => stop(2, "no answer within 100 s"), 100_000).unref();

function stop(code, message) {
  if (message) {
    console.error(message);
  }
  browser.kill("SIGKILL");
  removeProfile();
  process.exit(code);
}

// Processes of the browser that outlive it for a moment may still write there.
function removeProfile() {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      rmSync(profile, {recursive: true, force: true});
      return;
    } catch {
      Atomics.wait(pause, 0, 0, 100);
    }
  }
  console.error(`cannot remove ${profile}`); // no fault of the report
}

function send(method, params = {}, sessionId = undefined) {
  const id = ++last;
  browser.stdio[3].write(JSON.stringify({id, method, params, sessionId}) + "\0");
  return new Promise((done, failed) => waiting.set(id, {done, failed}));
}

// Runs inside the page.
function inspect() {
  const problems = [];
  const page = document.documentElement;
  if (page.scrollWidth > innerWidth) {
    problems.push(`is ${page.scrollWidth} wide`);
  }
  for (const box of document.querySelectorAll("body *:not(.scroll *):not(svg *)")) {
    if (box.getBoundingClientRect().right > innerWidth + 1) {
      problems.push(`<${box.localName}> sticks out`);
    }
  }
  for (const svg of document.querySelectorAll("svg")) {
    for (const part of ["title", "desc"]) {
      if (!svg.querySelector(`:scope > ${part}`)?.textContent.trim()) {
        problems.push(`an svg has no ${part}`);
      }
    }
    for (const id of svg.getAttribute("aria-labelledby").split(" ")) {
      if (!svg.contains(document.getElementById(id))) {
        problems.push(`an svg is labelled by #${id}, which is elsewhere`);
      }
    }
    const frame = svg.getBoundingClientRect();
    for (const text of svg.querySelectorAll("text")) {
      const box = text.getBoundingClientRect();
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1) {
        problems.push(`"${text.textContent}" sticks out of its svg`);
      }
    }
  }
  const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
  ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => problems.push(`id ${id} is there twice`));
  const levels = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map(h => Number(h.localName[1]));
  if (levels[0] !== 1 || levels.some((level, i) => i > 0 && (level === 1 || level > levels[i - 1] + 1))) {
    problems.push(`headings are of levels ${levels}`);
  }
  if (!JSON.parse(document.getElementById("document").textContent).schema) {
    problems.push("the JSON has no schema");
  }
  return problems;
}

// Runs inside the page: the column of the focused button, and whether the table is sorted by it as it says.
function sorted() {
  const head = document.activeElement.closest("th");
  const values = [...head.closest("table").tBodies[0].rows].map(row => row.cells[head.cellIndex])
    .filter(cell => cell.dataset.number !== undefined).map(cell => Number(cell.dataset.number));
  const sign = head.getAttribute("aria-sort") === "descending" ? -1 : 1;
  const order = values.every((value, i) => i === 0 || sign * values[i - 1] <= sign * value);
  return {sort: head.getAttribute("aria-sort"), order};
}

async function check(report) {
  const problems = [];
  const {targetId} = await send("Target.createTarget", {url: "about:blank"});
  const {sessionId} = await send("Target.attachToTarget", {targetId, flatten: true});
  const call = (method, params) => send(method, params, sessionId);
  const run = async expression => {
    const {result, exceptionDetails} = await call("Runtime.evaluate", {expression, returnByValue: true});
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  };
  let loaded = () => {};
  listener = ({method, params}) => {
    if (method === "Runtime.exceptionThrown") {
      problems.push(`script: ${params.exceptionDetails.exception?.description ?? params.exceptionDetails.text}`);
    } else if (method === "Runtime.consoleAPICalled" && ["error", "warning"].includes(params.type)) {
      problems.push(`console: ${params.args.map(arg => arg.value).join(" ")}`);
    } else if (method === "Log.entryAdded" && ["error", "warning"].includes(params.entry.level)) {
      problems.push(`console: ${params.entry.text}`);
    } else if (method === "Network.requestWillBeSent" && !/^(file|data):/.test(params.request.url)) {
      problems.push(`asks the network for ${params.request.url}`);
    } else if (method === "Page.loadEventFired") {
      loaded();
    }
  };
  for (const domain of ["Page", "Runtime", "Log", "Network"]) {
    await call(`${domain}.enable`);
  }
  const grounds = new Set();
  for (const width of WIDTHS) {
    for (const value of ["light", "dark"]) {
      const before = problems.length;
      await call("Emulation.setDeviceMetricsOverride", {width, height: 900, deviceScaleFactor: 1, mobile: false});
      await call("Emulation.setEmulatedMedia", {features: [{name: "prefers-color-scheme", value}]});
      const done = new Promise(resolved => loaded = resolved);
      await call("Page.navigate", {url: pathToFileURL(resolve(report)).href});
      await done;
      problems.push(...await run(`(${inspect})()`));
      grounds.add(await run("getComputedStyle(document.body).backgroundColor"));
      for (let i = before; i < problems.length; i++) {
        problems[i] = `${width} wide, ${value}: ${problems[i]}`;
      }
    }
  }
  if (grounds.size !== 2) {
    problems.push(`light and dark ground are ${[...grounds]}`);
  }
  const buttons = await run("document.querySelectorAll('th button').length");
  for (let i = 0; i < buttons; i++) {
    await run(`document.querySelectorAll("th button")[${i}].focus()`);
    for (const expected of ["ascending", "descending", "none"]) {
      const key = {key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, text: "\r"};
      await call("Input.dispatchKeyEvent", {type: "keyDown", ...key});
      await call("Input.dispatchKeyEvent", {type: "keyUp", ...key});
      const {sort, order} = await run(`(${sorted})()`);
      if (sort !== expected || (expected !== "none" && !order)) {
        problems.push(`column ${i} says ${sort} instead of ${expected}, its numbers are ${order ? "" : "not "}in order`);
      }
    }
  }
  await send("Target.closeTarget", {targetId});
  return problems;
}

let faulty = false;
try {
  for (const report of reports) {
    for (const problem of await check(report)) {
      faulty = true;
      console.log(`${report}: ${problem}`);
    }
  }
} catch (error) {
  stop(2, String(error.stack));
}
stop(faulty ? 1 : 0);
