import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { artifacts } from './vscodeHost/paths.ts';

/** How many tests of a run passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The counts in a result that mocha wrote as JSON. A run that failed or left no result has at least one failure. */
export function tallyOfResult(file: string, exitCode: number): Tally {
  const { passes, failures } = existsSync(file) ? statsOf(file) : { passes: 0, failures: 0 };
  return { passed: passes, failed: exitCode === 0 ? failures : Math.max(failures, 1) };
}

function statsOf(file: string): { passes: number; failures: number } {
  return (JSON.parse(readFileSync(file, 'utf8')) as { stats: { passes: number; failures: number } }).stats;
}

export const sumOf = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
});

/** Where a step leaves its counts. */
export const tallyFile = (step: string): string => path.join(artifacts, 'tally', `${step}.json`);

/** Leaves the counts of a step for `scripts/test.ts`, in mocha's own form. Returns the step's exit code; no test at all is a failure. */
export function writeTally(step: string, tallies: readonly Tally[]): number {
  const { passed, failed } = sumOf(tallies);
  mkdirSync(path.dirname(tallyFile(step)), { recursive: true });
  writeFileSync(tallyFile(step), JSON.stringify({ stats: { passes: passed, failures: failed } }));
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
