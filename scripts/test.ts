/**
 * `npm test`: every check; one that fails does not keep the next from running. The last line is
 * `N passed, N failed`, in tests where a step has tests, else one for the step.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { MochaFailure } from './mochaResult.ts';
import { sumOf, tallyFile, tallyOfResult, type Tally } from './tally.ts';
import { root } from './vscodeHost/paths.ts';
import { run } from './vscodeHost/process.ts';

interface Step {
  /** The script of package.json. */
  readonly script: string;
  /** How the script leaves the counts of its tests: by mocha's JSON reporter, or by itself. Without: the step counts as one test. */
  readonly counts?: 'mocha' | 'own';
}

/** One group after the other; the steps of a group, which keep one core busy each, at the same time. */
const groups: readonly (readonly Step[])[] = [
  [{ script: 'lint' }, { script: 'typecheck' }],
  [{ script: 'deps' }],
  [{ script: 'build' }],
  [{ script: 'test:unit', counts: 'mocha' }],
  [{ script: 'test:quality', counts: 'mocha' }, { script: 'package' }],
  [{ script: 'test:vscode', counts: 'own' }],
  [{ script: 'test:ui', counts: 'own' }],
  [{ script: 'test:cluster', counts: 'own' }],
];

interface Outcome extends Tally {
  readonly script: string;
  readonly seconds: number;
}

async function main(): Promise<number> {
  const asked = process.argv.slice(2);
  const outcomes: Outcome[] = [];
  for (const group of groups) {
    const chosen = group.filter(({ script }) => asked.length === 0 || asked.includes(script));
    outcomes.push(...(await Promise.all(chosen.map(runStep))));
  }
  console.log('\nSummary');
  for (const { script, passed, failed, seconds } of outcomes) {
    console.log(
      `  ${failed === 0 ? '✓' : '✗'} ${script.padEnd(14)} ${count(passed, failed).padEnd(24)} ${seconds.toFixed(1).padStart(7)} s`,
    );
  }
  const sum = sumOf(outcomes);
  // Once more at the end: of a long run, often only the end is at hand.
  sum.failures.forEach(printFailure);
  console.log(count(sum.passed, sum.failed));
  return sum.failed > 0 || outcomes.length === 0 ? 1 : 0;
}

const count = (passed: number, failed: number): string => `${passed} passed, ${failed} failed`;

function printFailure({ fullTitle, err }: MochaFailure): void {
  console.log(`  ✗ ${fullTitle}\n    ${(err.stack ?? err.message ?? '').slice(0, 1500)}`);
}

async function runStep({ script, counts }: Step): Promise<Outcome> {
  console.log(`\n▶ ${script}`);
  const started = Date.now();
  const result = tallyFile(script.replace('test:', ''));
  mkdirSync(path.dirname(result), { recursive: true });
  rmSync(result, { force: true });
  const reporting =
    counts === 'mocha' ? ['--', '--reporter', 'json', '--reporter-option', `output=${result}`] : [];
  const { code } = await run('npm', ['run', '--silent', script, ...reporting], { cwd: root, echo: true });
  const tally =
    counts === undefined
      ? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures: [] }
      : tallyOfResult(result, code);
  const seconds = (Date.now() - started) / 1000;
  console.log(`${script}: ${count(tally.passed, tally.failed)} in ${seconds.toFixed(1)} s`);
  return { script, seconds, ...tally };
}

process.exitCode = await main();
