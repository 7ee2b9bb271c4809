import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import type { ArticleId } from '../core/index.ts';

/** The file grows by two lines an article: once so large, it is begun anew when nothing is in work. Bytes. */
const largestFile = 1 << 20;

/**
 * The articles that are in work, in a file beside the index: when the whole process dies, with no chance to say anything, the next one
 * knows which they were. A line is one of `["+", id]`, `["-", id]` and `["!", id, deaths]`: begun, done, and in work
 * when so many processes died.
 */
export class TriedArticles {
  /** Articles that were in work when a process died, and how many times. */
  readonly suspects = new Map<ArticleId, number>();
  private readonly file: string;
  private handle: number | undefined;
  private size = 0;
  private readonly begun = new Set<ArticleId>();

  /** `isAfterCrash`: what the file holds was left behind by a process that crashed, and was not just ended. */
  constructor(file: string, isAfterCrash: boolean) {
    this.file = file;
    try {
      if (isAfterCrash && existsSync(file)) this.readSuspects();
      this.handle = openSync(file, 'w');
      this.beginAnew();
    } catch {
      // A full disk or a missing folder: then nothing is known of a process that dies.
      this.suspects.clear();
    }
  }

  begin(id: ArticleId): void {
    this.begun.add(id);
    this.write(['+', id]);
  }

  end(id: ArticleId): void {
    this.begun.delete(id);
    this.write(['-', id]);
    if (this.begun.size === 0 && this.size > largestFile) this.beginAnew();
  }

  /** An article that was in work when a process died has come through. */
  acquit(id: ArticleId): void {
    if (this.suspects.delete(id)) this.write(['!', id, 0]);
  }

  /** The job has come to its end. What was not tried again stays suspect. */
  close(): void {
    if (this.handle === undefined) return;
    this.beginAnew();
    closeSync(this.handle);
    this.handle = undefined;
    if (this.suspects.size === 0) rmSync(this.file, { force: true });
  }

  private readSuspects(): void {
    const inWork = new Set<ArticleId>();
    for (const line of readFileSync(this.file, 'utf8').split('\n')) {
      const [sign, id, deaths = 0] = parsed(line);
      if (sign === '+') inWork.add(id);
      else if (sign === '-') inWork.delete(id);
      else if (deaths > 0) this.suspects.set(id, deaths);
      else this.suspects.delete(id);
    }
    for (const id of inWork) this.suspects.set(id, (this.suspects.get(id) ?? 0) + 1);
  }

  private beginAnew(): void {
    if (this.handle === undefined) return;
    ftruncateSync(this.handle, 0);
    this.size = 0;
    for (const [id, deaths] of this.suspects) this.write(['!', id, deaths]);
  }

  private write(line: Line): void {
    if (this.handle === undefined) return;
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    try {
      this.size += writeSync(this.handle, bytes, 0, bytes.length, this.size);
    } catch {
      // A full disk: the index will say so.
    }
  }
}

type Line = readonly ['+' | '-', ArticleId] | readonly ['!', ArticleId, number];

/** The last line may be cut short. */
function parsed(line: string): readonly [string, ArticleId, number?] {
  try {
    const read = JSON.parse(line) as unknown;
    return Array.isArray(read) && typeof read[1] === 'string' ? (read as never) : ['', ''];
  } catch {
    return ['', ''];
  }
}
