import type { EntityChoice, JoinNames } from '../../core/index.ts';
import { askUntil } from '../askUntil.ts';
import type { CorpusNote, CorpusStore } from './corpusStore.ts';
import { readKnownEntities, type KnownEntities } from './knownEntities.ts';
import { settleNames } from './settleEntities.ts';
import { SettlingLock } from './settlingLock.ts';

/** The entities are made for the first time when a corpus that is being filled holds so many articles. */
const firstArticles = 1000;
/**
 * And again each time it holds so many times more. Of a million generated articles, two in five count a name to another entity once
 * all names are known; made early, one in seventeen is left to be written anew. Twice instead of four times leaves one in twenty.
 */
const growth = 4;

export interface EarlySettlingOptions {
  readonly store: CorpusStore;
  readonly joinNames: JoinNames;
  /** In how many parts the corpus is filled, by processes that write about as much each. */
  readonly parts: number;
  /** Articles of the first time; a thousand when absent. */
  readonly firstArticles?: number | undefined;
  /** Once it is aborted nothing is begun, and what is under way ends. */
  readonly hurry?: AbortSignal | undefined;
}

/**
 * Makes the entities while a corpus is being filled: articles that are written later are counted to the right entities at once. What it
 * leaves wrong is put right when a part is filled to its end. Of several processes that fill a corpus one does it, and the others take
 * over what it found.
 */
export class EarlySettling {
  private readonly options: EarlySettlingOptions;
  private readonly firstArticles: number;
  /** Articles of the corpus when it was looked at last, and those written here since. */
  private held: number | undefined;
  private written = 0;
  private nextLook: number;
  /** Articles of the corpus when those entities were made that are known here. */
  private knownOf = 0;

  constructor(options: EarlySettlingOptions) {
    this.options = options;
    this.firstArticles = options.firstArticles ?? firstArticles;
    this.nextLook = this.firstArticles / 2;
  }

  /**
   * To be told of articles that were sent; `arrive` resolves when the server has them. What is known of the entities now, when that is
   * news. Rejects when the server fails for good.
   */
  async wrote(articles: number, arrive: () => Promise<void>): Promise<KnownEntities | undefined> {
    const { store, parts, hurry } = this.options;
    this.written += articles;
    if (this.written < this.nextLook || hurry?.aborted) return undefined;
    this.nextLook = this.written + this.firstArticles / 2;
    const note = await store.note();
    this.held ??= await store.count('articles', { match_all: {} });
    if (this.held + this.written * parts < this.due(note)) return this.takenOver(note);
    await arrive();
    const lock = await SettlingLock.tryToTake(store);
    if (!lock) return this.takenOver(note);
    try {
      return await (hurry ? askUntil(hurry, () => this.settle()) : this.settle());
    } catch (error) {
      if (!hurry?.aborted) throw error;
      return undefined;
    } finally {
      await lock.release();
    }
  }

  private due(note: CorpusNote | undefined): number {
    return Math.max(this.firstArticles, growth * (note?.settledArticles ?? 0));
  }

  /** What another process found. */
  private async takenOver(note: CorpusNote | undefined): Promise<KnownEntities | undefined> {
    const settled = note?.settledArticles ?? 0;
    if (settled === this.knownOf) return undefined;
    this.knownOf = settled;
    return readKnownEntities(this.options.store);
  }

  private async settle(): Promise<KnownEntities | undefined> {
    const { store, joinNames } = this.options;
    await store.refresh('articles');
    const held = await store.count('articles', { match_all: {} });
    this.held = held;
    this.written = 0;
    this.nextLook = this.firstArticles / 2;
    // Another process may have done it just before, and may write faster or slower than this one.
    const note = await store.note();
    if (held < this.due(note)) return this.takenOver(note);
    const choices = (note?.choices ?? []) as readonly EntityChoice[];
    const { known } = await settleNames(store, joinNames, choices);
    this.knownOf = held;
    await store.changeNote((before) => ({ ...before, settledArticles: held }));
    return known;
  }
}
