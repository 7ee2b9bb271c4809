/** A drive that answers nothing for so long does not answer at all: a share that stalls would hold everything up for ever. */
const stallLimitMs = 30_000;

/** A drive did not answer in time. What was asked of it may still come, and nobody waits for it. */
export class DriveStalled extends Error {
  override readonly name = 'DriveStalled';
  readonly code = 'ESTALLED';
  readonly seconds = stallLimitMs / 1000;

  constructor() {
    super(`The drive did not answer in ${stallLimitMs / 1000} seconds.`);
  }
}

/** What a drive is asked for; rejects with `DriveStalled` when it does not answer. */
export async function inTime<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DriveStalled());
    }, stallLimitMs);
  });
  // It may fail when nobody waits any more.
  asked.catch(() => undefined);
  try {
    return await Promise.race([asked, stalled]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What a drive is asked for each of some things at once, through the form with a callback: that takes half the time of as many promises
 * with a timer each. Answers in their order, the error where there is none; `DriveStalled` for all that were not there in time.
 */
export function allInTime<T, R>(
  asked: readonly T[],
  ask: (one: T, answer: (error: Error | null, found: R) => void) => void,
): Promise<readonly (R | Error)[]> {
  return new Promise((resolve) => {
    const found = new Array<R | Error | undefined>(asked.length);
    let left = asked.length;
    const settle = (i: number, answer: R | Error): void => {
      if (found[i] !== undefined) return;
      found[i] = answer;
      if (--left > 0) return;
      clearTimeout(timer);
      resolve(found as (R | Error)[]);
    };
    const timer = setTimeout(() => {
      for (let i = 0; i < asked.length; i++) settle(i, new DriveStalled());
    }, stallLimitMs);
    asked.forEach((one, i) => {
      ask(one, (error, answer) => {
        settle(i, error ?? answer);
      });
    });
  });
}

/** The items of a stream, each of which has to come in time. */
export async function* eachInTime<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  const state = { hasStalled: false };
  try {
    for (;;) {
      const next = await inTime(iterator.next()).catch((error: unknown) => {
        state.hasStalled = error instanceof DriveStalled;
        throw error;
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // Closing would wait for the item that does not come.
    if (!state.hasStalled) await iterator.return?.();
  }
}

/** For `catch`: what went wrong is as if nothing were there, but a drive that stalls has not said so. */
export function unlessStalled(error: unknown): undefined {
  if (error instanceof DriveStalled) throw error;
  return undefined;
}
