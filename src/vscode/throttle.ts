import type { Disposable } from './disposableStore.ts';

/** Calls `act` once, at most `delayMs` after the first of any number of requests. */
export interface Throttled extends Disposable {
  request(): void;
}

export function throttle(delayMs: number, act: () => void): Throttled {
  let timer: NodeJS.Timeout | undefined;
  return {
    request() {
      timer ??= setTimeout(() => {
        timer = undefined;
        act();
      }, delayMs);
    },
    dispose() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
