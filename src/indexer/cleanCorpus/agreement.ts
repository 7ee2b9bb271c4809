import { stat } from 'node:fs/promises';
import path from 'node:path';
import { articleSource } from '../../core/index.ts';
import { copyExists } from './copies.ts';
import { Peekable, readJournal, type JournalEntry, type LocatedEntry } from './journal.ts';
import type { LedgerPlace } from './ledger.ts';
import type { SourceUnit } from './selection.ts';

export interface AgreementRequest {
  readonly root: string;
  readonly target: string;
  readonly journalFile: string;
  readonly units: readonly SourceUnit[];
  readonly optionsKey: string;
  readonly signal?: AbortSignal | undefined;
  readonly onArticle: (articles: number) => void;
}

/** How far an earlier run and this one say the same. */
export interface Agreement {
  readonly place: LedgerPlace;
  readonly units: number;
  readonly articles: number;
}

/**
 * Looks how far the journal goes along with what is wanted now: the same files, untouched, whole, by the same rules, and
 * their copies still there. So far nothing needs to be read or moved.
 */
export async function findAgreement(request: AgreementRequest): Promise<Agreement> {
  const { units, signal } = request;
  const entries = new Peekable(readJournal(request.journalFile));
  let agreement: Agreement = { place: { journal: 0, articles: 0 }, units: 0, articles: 0 };
  for (const unit of units) {
    if (signal?.aborted) break;
    const found = await agreesOn(request, unit, entries);
    if (found === undefined) break;
    agreement = {
      place: found.place,
      units: agreement.units + 1,
      articles: agreement.articles + found.articles,
    };
    request.onArticle(agreement.articles);
  }
  await entries.close();
  return agreement;
}

async function agreesOn(
  request: AgreementRequest,
  { path: file, articles }: SourceUnit,
  entries: Peekable<LocatedEntry>,
): Promise<{ readonly place: LedgerPlace; readonly articles: number } | undefined> {
  const { root, target, optionsKey } = request;
  let last: LocatedEntry | undefined;
  let count = 0;
  let stamp: JournalEntry['stamp'];
  for (;;) {
    const located = await entries.peek();
    if (located === undefined || articleSource(located.entry.article).file !== file) break;
    const { entry } = located;
    if (entry.key === undefined || entry.options !== optionsKey) return undefined;
    if (articles !== undefined && articles[count] !== entry.article) return undefined;
    stamp ??= await stampOf(root, file);
    if (!isSame(entry.stamp, stamp) || !(await copyExists(target, entry.loss))) return undefined;
    count++;
    last = located;
    await entries.next();
  }
  const isWhole = last?.entry.isLast === true && (articles === undefined || articles.length === count);
  return isWhole && last
    ? { place: { journal: last.end, articles: last.articlesEnd }, articles: count }
    : undefined;
}

async function stampOf(root: string, file: string): Promise<JournalEntry['stamp']> {
  const found = await stat(path.join(root, file)).catch(() => undefined);
  return found && [found.mtimeMs, found.size];
}

/** Whether a file is untouched. */
export function isSame(a: JournalEntry['stamp'], b: JournalEntry['stamp']): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}
