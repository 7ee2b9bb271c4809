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
