import type { Database } from './database.ts';
import { DocumentColumns } from './documentColumns.ts';
import { EntityTable, type EntityCounts } from './entityTable.ts';
import { ForwardIndex } from './forwardIndex.ts';
import { Copies } from './copies.ts';
import { NamedIn } from './namedIn.ts';
import { NamedUnits } from './namedUnits.ts';
import { Periods } from './periods.ts';
import { SameTexts } from './sameTexts.ts';
import { KeptAnswers } from './keptAnswers.ts';
import type { RankedPairs, UnitCounts } from './rankedPairs.ts';
import { KeptDocuments } from './wordDocuments.ts';

/** Of 4 bytes a name each. */
const mostUnitCounts = 8;
/** Of all lists together, some 40 bytes each: 80 MB where two hundred thousand articles are asked for all types. */
const mostPairs = 2_000_000;

/** The database and what of it is kept in memory. */
export interface Parts {
  readonly database: Database;
  readonly columns: DocumentColumns;
  readonly forward: ForwardIndex;
  readonly units: NamedUnits;
  readonly unitCounts: KeptAnswers<UnitCounts>;
  readonly pairs: KeptAnswers<RankedPairs>;
  readonly entities: EntityTable;
  /** Counts among the articles of some filters, by the filter. */
  readonly counts: Map<string, EntityCounts>;
  readonly periods: Periods;
  readonly sameTexts: SameTexts;
  readonly copies: Copies;
  /** Articles that words were found in, by what FTS5 was asked. */
  readonly wordDocuments: KeptDocuments;
  /** Which articles name the most frequent organizations. */
  readonly namedIn: NamedIn;
}

export function partsOf(database: Database): Parts {
  return {
    database,
    columns: new DocumentColumns(database),
    forward: new ForwardIndex(database, 'forward'),
    units: new NamedUnits(database),
    unitCounts: new KeptAnswers(mostUnitCounts),
    pairs: new KeptAnswers(mostPairs, ({ length }) => length),
    entities: new EntityTable(database),
    counts: new Map(),
    periods: new Periods(database),
    sameTexts: new SameTexts(database),
    copies: new Copies(database),
    wordDocuments: new KeptDocuments(),
    namedIn: new NamedIn(),
  };
}

/** To be called when another process has written, or when a write was taken back. */
export function forgetParts(parts: Parts): void {
  const { columns, forward, units, entities, copies } = parts;
  columns.forget();
  forward.forget();
  units.forget();
  entities.forget();
  copies.forget();
  forgetAnswers(parts);
}

/** To be called when anything was written: what was counted before. */
export function forgetAnswers(parts: Parts): void {
  const { counts, unitCounts, pairs, periods, sameTexts, wordDocuments, namedIn } = parts;
  counts.clear();
  unitCounts.forget();
  pairs.forget();
  periods.forget();
  sameTexts.forget();
  wordDocuments.forget();
  namedIn.forget();
}

/** A number of the table `meta`. */
export function readMeta(database: Database, field: 'generation' | 'isComplete' | 'documents'): number {
  return Number(database.get('SELECT value FROM meta WHERE field = ?', field)?.['value'] ?? 0);
}
