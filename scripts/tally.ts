import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MochaFailure, MochaResult } from './mochaResult.ts';
import { artifacts } from './vscodeHost/paths.ts';

/** How many tests of a run passed and failed, and what is known of those that failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly MochaFailure[];
}

export const tallyOf = ({ stats, failures }: MochaResult): Tally => ({
  passed: stats.passes,
  failed: stats.failures,
  failures,
});

/** The counts in a result that mocha wrote as JSON. A run that failed or left no result has at least one failure. */
export function tallyOfResult(file: string, exitCode: number): Tally {
  const written = existsSync(file) ? tallyOf(JSON.parse(readFileSync(file, 'utf8')) as MochaResult) : nothing;
  return { ...written, failed: exitCode === 0 ? written.failed : Math.max(written.failed, 1) };
}

const nothing: Tally = { passed: 0, failed: 0, failures: [] };

export const sumOf = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  failures: tallies.flatMap(({ failures }) => failures),
});

/** Where a step leaves its counts. */
export const tallyFile = (step: string): string => path.join(artifacts, 'tally', `${step}.json`);

/** Leaves the counts of a step for `scripts/test.ts`, in mocha's own form. */
export function writeTally(step: string, tallies: readonly Tally[]): Tally {
  const sum = sumOf(tallies);
  mkdirSync(path.dirname(tallyFile(step)), { recursive: true });
  const result: MochaResult = {
    stats: { passes: sum.passed, failures: sum.failed },
    failures: sum.failures,
  };
  writeFileSync(tallyFile(step), JSON.stringify(result));
  return sum;
}

/** Leaves the counts of a step and prints them. Returns its exit code; no test at all is a failure. */
export function reportTally(step: string, tallies: readonly Tally[]): number {
  const { passed, failed } = writeTally(step, tallies);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
