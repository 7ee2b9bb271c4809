import type { CorpusIndex } from '../core/index.ts';
import { askUntil, currentSignal, untilAborted } from '../engines/askUntil.ts';

/** What a view asks again when it is opened, or when another one asks the same. */
const keptAnswers = 300;
const keptMs = 30_000;

interface Kept {
  readonly answer: Promise<unknown>;
  readonly until: number;
  /** Ends the question, when nobody waits for its answer any more. */
  readonly giveUp: AbortController;
  /** Who asked and has not given up; those who cannot are counted for ever. */
  askers: number;
}

/**
 * An index that gives the same answer to the same question for a while. `status` is always asked anew. Who gives up (`askUntil`) is
 * let go at once; the question itself ends when all who asked it have given up.
 */
export function cachedIndex(index: CorpusIndex): { readonly index: CorpusIndex; readonly clear: () => void } {
  const kept = new Map<string, Kept>();
  const ask = (key: string, answerOf: () => Promise<unknown>): Kept => {
    if (kept.size >= keptAnswers) kept.delete(kept.keys().next().value!);
    const giveUp = new AbortController();
    const answer = askUntil(giveUp.signal, answerOf);
    const entry: Kept = { answer, until: performance.now() + keptMs, giveUp, askers: 0 };
    kept.set(key, entry);
    answer.catch(() => {
      forget(key, entry);
    });
    return entry;
  };
  const forget = (key: string, entry: Kept): void => {
    if (kept.get(key) === entry) kept.delete(key);
  };
  const share = (key: string, entry: Kept): Promise<unknown> => {
    const signal = currentSignal();
    entry.askers++;
    if (signal === undefined) return entry.answer;
    let isAnswered = false;
    const leave = (): void => {
      if (--entry.askers > 0 || isAnswered) return;
      forget(key, entry);
      entry.giveUp.abort(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    const answered = (): void => {
      isAnswered = true;
      signal.removeEventListener('abort', leave);
    };
    entry.answer.then(answered, answered);
    return untilAborted(entry.answer, signal);
  };
  const cached = new Proxy(index, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const method = value as (...args: unknown[]) => Promise<unknown>;
      if (name === 'status') return method.bind(target);
      return (...args: readonly unknown[]): Promise<unknown> => {
        const key = JSON.stringify([name, ...args]);
        const known = kept.get(key);
        const isFresh = known !== undefined && known.until > performance.now();
        return share(key, isFresh ? known : ask(key, () => method.apply(target, [...args])));
      };
    },
  });
  return {
    index: cached,
    clear: () => {
      kept.clear();
    },
  };
}
