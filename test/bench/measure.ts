/** What one measurement gave, in its unit: by the clock, and in processor time, which other work on the machine inflates less. */
export interface Measure {
  readonly id: string;
  readonly what: string;
  readonly unit: 'ms' | 'ms/article' | 'MB' | 'MB/s' | '×';
  readonly value: number;
  readonly cpu?: number;
  /** Of what the value is compared with, measured in the same run, in the same unit. */
  readonly floor?: number;
  readonly note?: string;
}

/** A question asked many times: what each asking took, in milliseconds. */
export interface Samples {
  readonly id: string;
  readonly what: string;
  readonly wallMs: readonly number[];
  readonly cpuMs: readonly number[];
  /** Processor time of each question asked for the first time. */
  readonly firstMs: readonly number[];
}

export interface Elapsed {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Clock and processor time of this process, all its threads, until `stop`. */
export function startClock(): () => Elapsed {
  const cpu = process.cpuUsage();
  const start = performance.now();
  return () => {
    const wallMs = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    return { wallMs, cpuMs: (user + system) / 1000 };
  };
}

/** The smallest value that `share` of all values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Askings that are measured, at least: of fewer, the 95th percentile is the one that was disturbed most. */
const leastSamples = 60;
const leastRounds = 8;

/** Asks each question several times. The first round, which fills what is kept in memory, is told apart. */
export async function ask(
  id: string,
  what: string,
  questions: readonly (() => Promise<unknown>)[],
): Promise<Samples> {
  const wallMs: number[] = [];
  const cpuMs: number[] = [];
  const firstMs: number[] = [];
  const rounds = Math.max(leastRounds, Math.ceil(leastSamples / questions.length));
  for (let round = 0; round <= rounds; round++) {
    for (const question of questions) {
      const stop = startClock();
      await question();
      const elapsed = stop();
      if (round === 0) {
        firstMs.push(elapsed.cpuMs);
        continue;
      }
      wallMs.push(elapsed.wallMs);
      cpuMs.push(elapsed.cpuMs);
    }
  }
  return { id, what, wallMs, cpuMs, firstMs };
}

/** The 95th percentile of some samples as a measure; beside it the median, and what the slowest question took at first. */
export function p95({ id, what, wallMs, cpuMs, firstMs }: Samples, floor?: number): Measure {
  return {
    id,
    what: `${what}, p95`,
    unit: 'ms',
    value: quantile(wallMs, 0.95),
    cpu: quantile(cpuMs, 0.95),
    ...(floor !== undefined && { floor }),
    note: `median ${round(quantile(wallMs, 0.5))}, at first ${round(quantile(firstMs, 1))}`,
  };
}

export function round(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
