// node parity.js ENGINE QUESTIONS : answers the questions of a file, a JSON array of [graph, name, ..values], as JSON
const fs = require('fs');
const engine = require(process.argv[2]);
const { graphs, questions } = JSON.parse(fs.readFileSync(process.argv[3], 'utf8'));
let loaded = -1;
const typed = value => Array.isArray(value) ? (value.bytes ? Int8Array.from(value) : Int32Array.from(value)) : value;
const answers = questions.map(([graph, name, ...values]) => {
  if (graph !== loaded) { loaded = graph; engine.load(graphs[graph].n, graphs[graph].directed, Int32Array.from(graphs[graph].ends)); }
  const given = values.map((value, i) => i === 0 && name !== 'componentsAlong' && Array.isArray(value) ? Int8Array.from(value) : typed(value));
  const answer = engine[name](...given);
  return typeof answer === 'object' ? Array.from(answer) : answer;
});
process.stdout.write(JSON.stringify(answers));
