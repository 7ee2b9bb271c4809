import type Mocha from 'mocha';

/** What is kept of a run of mocha: the part of its JSON reporter's form that is read here. */
export interface MochaResult {
  readonly stats: { readonly passes: number; readonly failures: number };
  readonly failures: readonly MochaFailure[];
}

export interface MochaFailure {
  readonly fullTitle: string;
  readonly err: { readonly message?: string; readonly stack?: string };
}

/** Runs the tests that `mocha` has loaded, with the reporter it was given. */
export function resultOf(mocha: Mocha): Promise<MochaResult> {
  const failures: MochaFailure[] = [];
  return new Promise((resolve, reject) => {
    const runner = mocha.run(() => {
      if (runner.stats === undefined) reject(new Error('mocha kept no counts'));
      else resolve({ stats: { passes: runner.stats.passes, failures: runner.stats.failures }, failures });
    });
    runner.on('fail', (test, error: Error) => {
      const { message, stack } = error;
      failures.push({ fullTitle: test.fullTitle(), err: { message, ...(stack !== undefined && { stack }) } });
    });
  });
}
