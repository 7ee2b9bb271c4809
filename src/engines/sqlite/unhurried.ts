import { setImmediate } from 'node:timers/promises';

/** Between two pauses: an answer that waits for one is not felt. */
const sliceMs = 15;

/** Does work that yields now and then all at once. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Does it in slices, with other things done between them. Rejects with the signal's reason once that is aborted. */
export async function unhurried<T>(work: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  for (let since = performance.now(); ;) {
    signal?.throwIfAborted();
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < sliceMs) continue;
    await setImmediate();
    since = performance.now();
  }
}
