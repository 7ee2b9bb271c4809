import type { ClusterError, ClusterRule } from './clusterError.ts';
import { canPass } from './serverFault.ts';

/** Time as waiting takes it. Tests hand in one that passes faster. */
export interface Clock {
  /** Milliseconds since some moment. */
  now(): number;
  /** Resolves after so many milliseconds, or as soon as one of the signals is aborted. */
  sleep(ms: number, until: readonly AbortSignal[]): Promise<void>;
}

/** A request is tried again for so many milliseconds; for longer after some failures than after others, where it is a function. */
export type PatienceMs = number | ((rule: ClusterRule) => number);

export interface PatienceOptions {
  readonly patienceMs?: PatienceMs;
  /** Once it is aborted nothing is tried again, and who waits gives up; what is on its way is heard to its end. */
  readonly hurry?: AbortSignal;
  /** Told when somebody will have waited for longer than a moment: once, until nobody has waited for a minute. */
  readonly onWaiting?: (waiting: Waiting) => void;
  readonly clock?: Clock;
}

/** Why it is waited, and for how long at the most. */
export interface Waiting {
  readonly failure: ClusterError;
  readonly patienceMs: number;
}

const usualPatienceMs = 10_000;
const firstWaitMs = 200;
const longestWaitMs = 15_000;
/** Who waits for less asks nobody why. */
const momentMs = 2000;
/** After so long without waiting, waiting is news again. */
const quietMs = 60_000;

const systemClock: Clock = {
  now: () => performance.now(),
  sleep: async (ms, until) => {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms);
      for (const signal of until) {
        signal.addEventListener('abort', done, { once: true });
        if (signal.aborted) done();
      }
      function done(): void {
        clearTimeout(timer);
        for (const signal of until) signal.removeEventListener('abort', done);
        resolve();
      }
    });
  },
};

/** Waits before the next try of a request. Rejects with the failure when there is to be none, with the signal's reason when that is aborted. */
export type WaitAfter = (failure: ClusterError, how?: Wait) => Promise<void>;

interface Wait {
  /** The server asked to be left alone for so long. */
  readonly leastMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Waits for a server that does not answer or has too much to do: longer and longer, of random length, and not for ever. */
export class Patience {
  readonly clock: Clock;
  private readonly options: PatienceOptions;
  private newsFrom = -Infinity;

  constructor(options: PatienceOptions) {
    this.options = options;
    this.clock = options.clock ?? systemClock;
  }

  /** For one request, or for changes that are sent until the last one is taken: its patience counts from now on. */
  begin(): WaitAfter {
    const since = this.clock.now();
    let round = 0;
    return async (failure, { leastMs = 0, signal } = {}) => {
      const { hurry } = this.options;
      const patienceMs = this.patienceFor(failure.rule);
      // All who were told the same moment are not to come at that moment.
      const waitMs = leastMs + restMs(round++);
      const waitedMs = this.clock.now() - since + waitMs;
      if (!canPass(failure.rule) || waitedMs > patienceMs || hurry?.aborted) throw failure;
      if (waitedMs > momentMs) this.tell({ failure, patienceMs }, waitMs);
      await this.sleep(waitMs, signal);
      if (hurry?.aborted) throw failure;
    };
  }

  /** Leaves a busy server alone for a while, longer with every round. */
  rest(round: number, signal?: AbortSignal): Promise<void> {
    return this.sleep(restMs(round), signal);
  }

  private patienceFor(rule: ClusterRule): number {
    const { patienceMs = usualPatienceMs } = this.options;
    return typeof patienceMs === 'function' ? patienceMs(rule) : patienceMs;
  }

  private tell(waiting: Waiting, waitMs: number): void {
    const now = this.clock.now();
    if (now >= this.newsFrom) this.options.onWaiting?.(waiting);
    this.newsFrom = now + waitMs + quietMs;
  }

  private async sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
    const signals = [signal, this.options.hurry].filter((each) => each !== undefined);
    await this.clock.sleep(ms, signals);
    signal?.throwIfAborted();
  }
}

/** Of random length, so that many machines do not come back all at once. */
function restMs(round: number): number {
  return Math.random() * Math.min(longestWaitMs, firstWaitMs * 2 ** round);
}
