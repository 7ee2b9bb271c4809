import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The signal of the question that is being answered. One question makes many requests, some of them in helpers that know nothing of
 * who asks; each request ends with the question (`Cluster.ask`).
 */
const asking = new AsyncLocalStorage<AbortSignal>();

/** Asks something of an index; every request to a cluster, and every long count, is given up when the signal says so. */
export function askUntil<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  return asking.run(signal, ask);
}

/** What ends the question that is being answered here; undefined when nobody can. */
export function currentSignal(): AbortSignal | undefined {
  return asking.getStore();
}

/** As `answer`, but rejects with the signal's reason when that comes first. */
export function untilAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const end = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    answer.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', end);
    });
  });
}
