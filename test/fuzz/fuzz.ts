/**
 * Feeds generated inputs to everything that reads: `npm run fuzz -- [--inputs N] [--seed S]`. No input may throw out of its
 * frame, give offsets outside its text, or take longer than its length allows. Prints what it did; a failure prints the
 * reader, the seed and the input, and ends with 1.
 */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzzReaders.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
  },
});
const started = performance.now();
const { counts, failure, slowest } = await fuzz({
  inputs: Number(values.inputs),
  seed: Number(values.seed),
  onProgress: (done) => process.stderr.write(`${done} inputs\n`),
});
for (const [reader, count] of Object.entries(counts))
  process.stdout.write(`${reader.padEnd(12)} ${count} inputs\n`);
process.stdout.write(
  `seed ${values.seed}, ${Math.round((performance.now() - started) / 1000)} s; slowest: ${slowest.reader}, ${slowest.ms.toFixed(0)} ms for ${slowest.length} characters\n`,
);
if (failure) {
  process.stdout.write(`FAILED ${failure.reader}: ${failure.message}\n${JSON.stringify(failure.input)}\n`);
  process.exitCode = 1;
}
