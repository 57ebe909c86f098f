// Runs the page's engine for a test: reads what to do from standard input, writes the numbers on standard output.
const { readFileSync } = require("node:fs");
const source = readFileSync(process.argv[2], "utf8");
const { Run, meanLoss } = new Function(`${source}\nreturn { Run, meanLoss };`)();

const done = JSON.parse(readFileSync(0, "utf8")).map(({ experiment, start, iterations, back, change }) => {
  const run = new Run(experiment, start);
  if (change) run.change(...change);
  const records = [];
  for (let count = 0; count < iterations; count++) {
    const { examples, each, gradients, loss, learningRate, after } = run.record();
    records.push({ examples, each, gradients, loss, learningRate, after });
    run.update();
  }
  const validation = experiment.validation.map((place) => experiment.examples[place]);
  const scored = validation.length ? meanLoss(run.network, validation) : null;
  if (back !== undefined) run.seek(back);
  return { records, scored, there: run.record().examples, layers: run.network.layers };
});
process.stdout.write(JSON.stringify(done));
