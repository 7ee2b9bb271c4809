import type { ArticleId, ArticleRecord } from '../core/index.ts';
import { AnalysisFailed, type AnalysisPool } from './analysisPool.ts';
import { TriedArticles } from './triedArticles.ts';

/** An article that so many processes died of is set aside. */
const mostDeaths = 2;

/**
 * A pool that writes down what is in work. An article that was in work when a process died is tried again with nothing
 * beside it, so that it alone is to blame when that process dies too; then it fails with `analysisCrashed`.
 */
export function guardedPool(pool: AnalysisPool, tried: TriedArticles): AnalysisPool {
  const guard = new Guard(tried);
  const guarded =
    <A extends readonly unknown[], R>(work: (record: ArticleRecord, ...rest: A) => Promise<R>) =>
    (record: ArticleRecord, ...rest: A): Promise<R> =>
      guard.run(record.id, () => work(record, ...rest));
  const enter = guarded(pool.enter.bind(pool));
  return {
    capacity: pool.capacity,
    heedsCorpus: pool.heedsCorpus,
    prepare: () => {
      pool.prepare();
    },
    analyze: guarded(pool.analyze.bind(pool)),
    async enter(record, evidence) {
      const entered = await enter(record, evidence);
      // The last step of the work on an article.
      tried.acquit(record.id);
      return entered;
    },
    readPassages: guarded(pool.readPassages.bind(pool)),
    close: () => pool.close(),
  };
}

/** Does a job with a pool that writes down, beside the index at `file`, what is in work. */
export async function withGuardedPool<T>(
  pool: AnalysisPool,
  { file, isAfterCrash }: { readonly file: string; readonly isAfterCrash: boolean },
  job: (pool: AnalysisPool) => Promise<T>,
): Promise<T> {
  const tried = new TriedArticles(`${file}-trying`, isAfterCrash);
  try {
    return await job(guardedPool(pool, tried));
  } finally {
    tried.close();
  }
}

class Guard {
  private readonly tried: TriedArticles;
  private readonly inWork = new Set<Promise<unknown>>();
  /** The end of the last suspect's turn. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(tried: TriedArticles) {
    this.tried = tried;
  }

  async run<R>(id: ArticleId, work: () => Promise<R>): Promise<R> {
    const deaths = this.tried.suspects.get(id) ?? 0;
    if (deaths >= mostDeaths) throw new AnalysisFailed({ rule: 'analysisCrashed' });
    if (deaths > 0) return this.runAlone(id, work);
    if (this.tried.suspects.size > 0) await this.untilNobodysTurn();
    const working = this.noted(id, work);
    this.inWork.add(working);
    try {
      return await working;
    } finally {
      this.inWork.delete(working);
    }
  }

  private runAlone<R>(id: ArticleId, work: () => Promise<R>): Promise<R> {
    const before = this.turn;
    const running = before.then(async () => {
      await Promise.allSettled(this.inWork);
      return this.noted(id, work);
    });
    this.turn = running.catch(() => undefined);
    return running;
  }

  private async untilNobodysTurn(): Promise<void> {
    let seen: Promise<unknown> | undefined;
    while (seen !== this.turn) {
      seen = this.turn;
      await seen;
    }
  }

  private async noted<R>(id: ArticleId, work: () => Promise<R>): Promise<R> {
    this.tried.begin(id);
    try {
      return await work();
    } finally {
      this.tried.end(id);
    }
  }
}
