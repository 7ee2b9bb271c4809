import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat, truncate, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { once } from 'node:events';
import { compareEntries, parseEntry, Peekable, readJournal, type JournalEntry } from './journal.ts';
import {
  CopyingStopped,
  statePath,
  sweepState,
  targetNames,
  temporaryFile,
  type CopyFormat,
} from './targetFolder.ts';
import { wholeLines, type WholeLine } from './wholeLines.ts';

/** Where a run stands in its two files, in bytes. */
export interface LedgerPlace {
  readonly journal: number;
  readonly articles: number;
}

/** An entry of an earlier run that the new one may take over, with its article's line where there is one. */
export interface EarlierEntry {
  readonly entry: JournalEntry;
  readonly line?: string;
}

/**
 * What is done, on disk: a journal with one line an article and, for copies in one file, that file, both in the order of
 * a walk and written in this order: article, then journal. So a run that was killed leaves whole lines but for the last,
 * and at most one article that the journal does not know; `open` cuts both off. Where the corpus has changed in the
 * middle, what comes after is set aside first (`previous.jsonl`: an entry, then its article's line) and taken over
 * article by article.
 */
export class Ledger {
  readonly journalFile: string;
  private readonly target: string;
  private readonly format: CopyFormat;
  private readonly articlesFile: string;
  private readonly previousFile: string;
  private journal: AppendedFile | undefined;
  private articles: AppendedFile | undefined;

  private constructor(target: string, format: CopyFormat) {
    this.target = target;
    this.format = format;
    this.journalFile = statePath(target, 'journal.jsonl');
    this.previousFile = statePath(target, 'previous.jsonl');
    this.articlesFile = path.join(target, targetNames.articles);
  }

  /** Opens what an earlier run left, torn ends cut off. */
  static async open(target: string, format: CopyFormat): Promise<Ledger> {
    const ledger = new Ledger(target, format);
    await sweepState(target);
    const articlesSize = await sizeOf(ledger.articlesFile);
    let place: LedgerPlace = { journal: 0, articles: 0 };
    for await (const { end, articlesEnd } of readJournal(ledger.journalFile)) {
      if (articlesEnd > articlesSize) break;
      place = { journal: end, articles: articlesEnd };
    }
    // A file that somebody has edited meanwhile: the lines of the journal are not its lines any more.
    if (!(await endsLine(ledger.articlesFile, place.articles))) place = { journal: 0, articles: 0 };
    await ledger.cutAt(place);
    return ledger;
  }

  /** Forgets what was done. Copies that are files of their own are written over. */
  static async forget(target: string): Promise<void> {
    for (const file of [statePath(target, 'journal.jsonl'), statePath(target, 'previous.jsonl')])
      await rm(file, { force: true });
  }

  /** Sets aside all that comes after a place, and makes ready to append there. */
  async splitAt(place: LedgerPlace): Promise<void> {
    if ((await sizeOf(this.journalFile)) > place.journal) {
      await this.setAside(place);
      await this.cutAt(place);
    }
    this.journal = await AppendedFile.open(this.journalFile);
    if (this.format === 'jsonl') this.articles = await AppendedFile.open(this.articlesFile);
  }

  /** What was set aside and comes after the journal, in order. */
  earlier(): Peekable<EarlierEntry> {
    return new Peekable(this.readEarlier());
  }

  /** Writes an article's line, if there is one, and its entry. What cannot be written whole is taken back. */
  async append(entry: JournalEntry, line: string | undefined): Promise<void> {
    if (line !== undefined) await this.articles?.append(`${line}\n`);
    await this.journal?.append(`${JSON.stringify(entry)}\n`);
  }

  /** Throws `CopyingStopped` when the journal no longer lies where it was opened: a deleted file takes all one writes. */
  async checkPresence(): Promise<void> {
    const isThere = (await this.journal?.isThere()) !== false && (await this.articles?.isThere()) !== false;
    if (!isThere) throw new CopyingStopped({ rule: 'targetGone' });
  }

  /** Nothing of the earlier run is needed any more. */
  async dropEarlier(): Promise<void> {
    await rm(this.previousFile, { force: true });
  }

  async close(): Promise<void> {
    await this.journal?.close();
    await this.articles?.close();
  }

  private async cutAt({ journal, articles }: LedgerPlace): Promise<void> {
    await cut(this.journalFile, journal);
    await cut(this.articlesFile, articles);
  }

  private async setAside(place: LedgerPlace): Promise<void> {
    const temporary = temporaryFile(this.target);
    const out = createWriteStream(temporary);
    const write = async (text: string): Promise<void> => {
      if (!out.write(`${text}\n`)) await once(out, 'drain');
    };
    const failed = once(out, 'error').then(([error]) => Promise.reject(error as Error));
    failed.catch(() => undefined);
    const copy = async (): Promise<void> => {
      // Read before the new file takes its place.
      const before = this.earlier();
      const lines = wholeLines(this.articlesFile, place.articles);
      for await (const { entry, end } of readJournal(this.journalFile)) {
        if (end <= place.journal) continue;
        await write(JSON.stringify(entry));
        if (entry.bytes !== undefined) await write((await nextText(lines)) ?? '');
      }
      await lines.return(undefined);
      for (let each = await before.next(); each !== undefined; each = await before.next()) {
        await write(JSON.stringify(each.entry));
        if (each.line !== undefined) await write(each.line);
      }
      out.end();
      await once(out, 'close');
    };
    await Promise.race([copy(), failed]);
    await rename(temporary, this.previousFile);
  }

  private async *readEarlier(): AsyncGenerator<EarlierEntry> {
    if ((await sizeOf(this.previousFile)) === 0) return;
    let last: JournalEntry | undefined;
    for await (const { entry } of readJournal(this.journalFile)) last = entry;
    const lines = wholeLines(this.previousFile);
    for await (const { text } of lines) {
      const entry = parseEntry(text);
      if (entry === undefined) return;
      const line = entry.bytes === undefined ? undefined : await nextText(lines);
      if (last !== undefined && compareEntries(entry, last) <= 0) continue;
      yield { entry, ...(line !== undefined && { line }) };
    }
  }
}

/** A file that only grows, by whole pieces. */
class AppendedFile {
  private readonly file: string;
  private readonly handle: FileHandle;
  private size: number;

  private constructor(file: string, handle: FileHandle, size: number) {
    this.file = file;
    this.handle = handle;
    this.size = size;
  }

  static async open(file: string): Promise<AppendedFile> {
    const handle = await open(file, 'a');
    return new AppendedFile(file, handle, (await handle.stat()).size);
  }

  async append(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    try {
      await this.handle.appendFile(bytes);
      this.size += bytes.length;
    } catch (error) {
      await this.handle.truncate(this.size).catch(() => undefined);
      throw error;
    }
  }

  async isThere(): Promise<boolean> {
    const [here, there] = await Promise.all([this.handle.stat(), stat(this.file).catch(() => undefined)]);
    return there?.ino === here.ino;
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

async function cut(file: string, size: number): Promise<void> {
  if ((await sizeOf(file)) > size) await truncate(file, size);
}

async function endsLine(file: string, size: number): Promise<boolean> {
  if (size === 0) return true;
  const handle = await open(file, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer[0] === 10;
  } finally {
    await handle.close();
  }
}

async function nextText(lines: AsyncIterator<WholeLine, void>): Promise<string | undefined> {
  const next = await lines.next();
  return next.done === true ? undefined : next.value.text;
}
