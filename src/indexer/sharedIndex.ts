import { statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { WritableCorpusIndex } from '../core/index.ts';
import { deleteDatabase, IndexUnavailable } from '../engines/sqlite/openDatabase.ts';
import { openSqliteIndex, type EmbeddedIndex, type OpenedIndex } from '../engines/sqlite/sqliteIndex.ts';
import { isWorkBegun, tryWriterLock, type WriterLock } from '../engines/sqlite/writerLock.ts';
import { createTextReader } from './textReader.ts';

export interface SharedIndexOptions {
  /** As `indexFile` gives it. */
  readonly file: string;
  readonly root: string;
  /** What was there could not be used, and the index is empty now. */
  readonly onRebuilt?: (reason: string) => void;
}

export interface WritingOptions {
  /** Ends the waiting for another writer; what runs has to look at it by itself. */
  readonly signal?: AbortSignal | undefined;
  /** Longest waiting for another writer; for ever when it is not given. */
  readonly waitMs?: number;
  /** Called once, when another writer has been waited for so long that somebody may want to know. */
  readonly onWaiting?: () => void;
}

/** What another process has done to an index since it was last looked at. */
export interface Change {
  /** The generation that is reached, when it is another one. */
  readonly generation?: number;
  /** A process was killed while it wrote, or the index was taken away: nobody fills it, unless this one does. */
  readonly isAbandoned?: boolean;
}

const retryMs = 100;
const worthTellingMs = 1000;

/**
 * The index of a corpus, which several processes have open: all read, and one at a time writes. Who wants to write waits
 * for its turn, and finds the index as the one before left it, even when that one was killed.
 */
export class SharedIndex {
  private readonly options: SharedIndexOptions;
  private current: EmbeddedIndex;
  /** Tells the open file from one that took its place. */
  private inode: bigint | undefined;
  private seenGeneration = -1;
  private isDeathTold = false;
  private isWriting = false;

  constructor(options: SharedIndexOptions) {
    this.options = options;
    this.current = this.taken(this.openFile(false));
  }

  /** To be asked for anew after every wait: it changes when the file had to be replaced. */
  get index(): WritableCorpusIndex {
    return this.current;
  }

  /** Does a work that writes, as the only one who does. Undefined when it did not come to its turn. */
  async write<T>(
    work: (lock: { readonly isAfterDeath: boolean }) => Promise<T>,
    options: WritingOptions = {},
  ): Promise<{ readonly done: T } | undefined> {
    const lock = await this.waitForLock(options);
    if (!lock) return undefined;
    this.isWriting = true;
    try {
      lock.beginWork();
      await this.followFile(true);
      const done = await work(lock);
      return { done };
    } finally {
      this.isDeathTold = false;
      this.isWriting = false;
      this.seenGeneration = await this.current.currentGeneration().catch(() => -1);
      lock.release();
    }
  }

  /** Forgets all that is indexed. Only within a `write`. */
  async startAnew(): Promise<void> {
    try {
      await this.current.clear();
    } catch (error) {
      if (!(error instanceof IndexUnavailable) || error.rule !== 'damaged') throw error;
      await this.current.close();
      deleteDatabase(this.options.file);
      this.current = this.taken(this.openFile(true));
    }
  }

  /** What others have done. Says nothing while this process writes, and each thing once. */
  async look(): Promise<Change> {
    if (this.isWriting) return {};
    const isAnother = await this.followFile(false);
    const generation = await this.current.currentGeneration();
    if (isAnother) this.isDeathTold = false;
    const isAbandoned = !this.isDeathTold && this.isAbandoned(isAnother && generation === 0);
    if (isAbandoned) this.isDeathTold = true;
    const isNew = generation !== this.seenGeneration;
    this.seenGeneration = generation;
    return { ...(isNew && { generation }), ...(isAbandoned && { isAbandoned }) };
  }

  /** Of a generation that was just asked for, `look` need not tell. */
  notice(generation: number): void {
    this.seenGeneration = generation;
  }

  async close(): Promise<void> {
    await this.current.close();
  }

  private isAbandoned(isEmpty: boolean): boolean {
    if (!isEmpty && !isWorkBegun(this.options.file)) return false;
    const lock = tryWriterLock(this.options.file);
    lock?.release();
    return lock !== undefined && (isEmpty || lock.isAfterDeath);
  }

  private async waitForLock({ signal, waitMs, onWaiting }: WritingOptions): Promise<WriterLock | undefined> {
    const startedAt = performance.now();
    let isTold = false;
    for (;;) {
      if (signal?.aborted) return undefined;
      const lock = tryWriterLock(this.options.file);
      if (lock) return lock;
      const waited = performance.now() - startedAt;
      if (waitMs !== undefined && waited >= waitMs) return undefined;
      if (!isTold && waited >= worthTellingMs) {
        isTold = true;
        onWaiting?.();
      }
      await delay(retryMs, undefined, signal ? { signal } : {}).catch(() => undefined);
    }
  }

  /** Another process may have replaced a file that was damaged: what is open here is not the index any more. */
  private async followFile(isWriter: boolean): Promise<boolean> {
    if (inodeOf(this.options.file) === this.inode) return false;
    const before = this.current;
    this.current = this.taken(this.openFile(isWriter));
    await before.close();
    return true;
  }

  private openFile(isWriter: boolean): OpenedIndex {
    const { file, root } = this.options;
    return openSqliteIndex(file, { readText: createTextReader(root), isWriter });
  }

  private taken({ index, state, reason }: OpenedIndex): EmbeddedIndex {
    this.inode = inodeOf(this.options.file);
    if (state === 'rebuilt') this.options.onRebuilt?.(reason ?? 'damaged');
    return index;
  }
}

function inodeOf(file: string): bigint | undefined {
  return statSync(file, { throwIfNoEntry: false, bigint: true })?.ino;
}
