import type { CorpusIndex } from '../core/index.ts';

/** What a view asks again when it is opened, or when another one asks the same. */
const keptAnswers = 300;
const keptMs = 30_000;

interface Kept {
  readonly answer: Promise<unknown>;
  readonly until: number;
}

/** An index that gives the same answer to the same question for a while. `status` is always asked anew. */
export function cachedIndex(index: CorpusIndex): { readonly index: CorpusIndex; readonly clear: () => void } {
  const kept = new Map<string, Kept>();
  const remember = (key: string, answer: Promise<unknown>): void => {
    if (kept.size >= keptAnswers) kept.delete(kept.keys().next().value!);
    const entry = { answer, until: performance.now() + keptMs };
    kept.set(key, entry);
    answer.catch(() => {
      if (kept.get(key) === entry) kept.delete(key);
    });
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
        if (known && known.until > performance.now()) return known.answer;
        kept.delete(key);
        const answer = method.apply(target, [...args]);
        remember(key, answer);
        return answer;
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
