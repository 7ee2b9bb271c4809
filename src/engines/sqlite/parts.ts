import type { EntityRow, FacetBucket, Histogram, Page } from '../../core/index.ts';
import type { Database } from './database.ts';
import { DocumentColumns } from './documentColumns.ts';
import { EntityTable, type EntityCounts } from './entityTable.ts';
import { ForwardIndex } from './forwardIndex.ts';
import { Copies } from './copies.ts';
import { Labels } from './labels.ts';
import { NamedIn } from './namedIn.ts';
import { NamedUnits } from './namedUnits.ts';
import { Periods } from './periods.ts';
import { SameTexts } from './sameTexts.ts';
import { KeptAnswers } from './keptAnswers.ts';
import { KeptDocuments } from './keptDocuments.ts';
import { KeptRows } from './keptRows.ts';
import type { RankedPairs, UnitCounts } from './rankedPairs.ts';

/** Of 8 bytes a name each: a tree asks for its lists one after the other, with the same filter. */
const mostCounts = 4;
/** Of all pages together, some 200 bytes each. */
const mostBuckets = 5000;
/** Of all histograms together, some 100 bytes each: sixty years of days. */
const mostPeriods = 20_000;
/** Of 8 bytes each. */
const mostScores = 500_000;
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
  readonly labels: Labels;
  readonly rows: KeptRows;
  /** Counts among the articles of some filters, by the filter. */
  readonly counts: KeptAnswers<EntityCounts>;
  /** Pages of them, by filter, field and page. */
  readonly facets: KeptAnswers<Omit<Page<FacetBucket>, 'generation'>>;
  readonly histograms: KeptAnswers<Omit<Histogram, 'generation'>>;
  readonly suggestions: KeptAnswers<readonly EntityRow[]>;
  /** How well articles answer words, by filter and words, a number each. */
  readonly scores: KeptAnswers<Float64Array>;
  readonly periods: Periods;
  readonly sameTexts: SameTexts;
  readonly copies: Copies;
  /** Articles that words were found in, by what FTS5 was asked, and those that name an entity. */
  readonly documents: KeptDocuments;
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
    labels: new Labels(database),
    rows: new KeptRows(),
    counts: new KeptAnswers(mostCounts),
    facets: new KeptAnswers(mostBuckets, ({ items }) => items.length + 1),
    histograms: new KeptAnswers(mostPeriods, sizeOfHistogram),
    suggestions: new KeptAnswers(mostBuckets, ({ length }) => length + 1),
    scores: new KeptAnswers(mostScores, ({ length }) => length),
    periods: new Periods(database),
    sameTexts: new SameTexts(database),
    copies: new Copies(database),
    documents: new KeptDocuments(),
    namedIn: new NamedIn(),
  };
}

function sizeOfHistogram({ periods, entities = [] }: Omit<Histogram, 'generation'>): number {
  return entities.reduce((sum, series) => sum + series.periods.length, periods.length + 1);
}

/** To be called when another process has written, or when a write was taken back. */
export function forgetParts(parts: Parts): void {
  const { columns, forward, units, entities, labels, copies } = parts;
  columns.forget();
  forward.forget();
  units.forget();
  entities.forget();
  labels.forget();
  copies.forget();
  forgetAnswers(parts);
}

/** To be called when anything was written: what was counted before. */
export function forgetAnswers(parts: Parts): void {
  const { counts, facets, histograms, suggestions, scores } = parts;
  for (const kept of [counts, facets, histograms, suggestions, scores]) kept.forget();
  const { rows, unitCounts, pairs, periods, sameTexts, documents, namedIn } = parts;
  rows.forget();
  unitCounts.forget();
  pairs.forget();
  periods.forget();
  sameTexts.forget();
  documents.forget();
  namedIn.forget();
}

/** A number of the table `meta`. */
export function readMeta(database: Database, field: 'generation' | 'isComplete' | 'documents'): number {
  return Number(database.get('SELECT value FROM meta WHERE field = ?', field)?.['value'] ?? 0);
}
