import type { Database } from './database.ts';
import type { DocumentValues } from './documentColumns.ts';
import type { NameDictionary } from './nameDictionary.ts';
import type { NamedPlace } from './namedUnits.ts';
import type { Parts } from './parts.ts';
import { changePostings } from './postings.ts';

/** Pairs of numbers, or of a number and a text, as a key; and what is added to their count. */
type PairCounts = Map<string, { readonly name: number; readonly value: number | string; count: number }>;

/** What a batch adds to the counts of one name. */
export interface NameChange {
  readonly articles: number;
  readonly mentions: number;
  /** Mentions that were read with confidence. */
  readonly sure: number;
}

export interface ChangedNames {
  readonly counts: ReadonlyMap<number, NameChange>;
  /** Names that have a spelling more or less. */
  readonly respelled: ReadonlySet<number>;
  /** Names that articles prove to be others', or do not any more. */
  readonly reproved: ReadonlySet<number>;
  /** What the batch adds to the number of articles that use any of some names. */
  readonly articlesOf: (names: readonly number[]) => number;
}

interface NameCounts {
  articles: number;
  mentions: number;
  sure: number;
}

/** What a batch adds to and takes from everything that is counted, gathered in memory and written once. */
export class BatchTotals {
  private readonly names = new Map<number, NameCounts>();
  private readonly surfaces = new Map<number, number>();
  private readonly labels = new Map<number, number>();
  private readonly periods = new Map<number, number>();
  private readonly also: PairCounts = new Map();
  private readonly reasons: PairCounts = new Map();
  /** By name and article how often the one names the other; 0 where it does no more. */
  private readonly postings = new Map<number, Map<number, number>>();
  private readonly forward = new Map<number, number[]>();
  private readonly units = new Map<number, readonly NamedPlace[]>();
  private readonly columns = new Map<number, DocumentValues | undefined>();
  /** Articles that came and went again. */
  private readonly fleeting = new Set<number>();

  /** `sign` is 1 for an article that comes and -1 for one that goes. */
  addDocument(doc: number, values: DocumentValues, sign: 1 | -1): void {
    if (sign === -1 && this.columns.get(doc)) this.fleeting.add(doc);
    this.columns.set(doc, sign === 1 ? values : undefined);
    add(this.labels, values.outlet, sign);
    add(this.labels, values.language, sign);
    add(this.periods, values.date, sign);
    this.forward.set(doc, []);
    if (sign === -1) this.units.set(doc, []);
  }

  /** In text order. */
  addUnits(doc: number, places: readonly NamedPlace[]): void {
    this.units.set(doc, places);
  }

  addName(doc: number, name: number, mentions: number, sign: 1 | -1): void {
    const count = this.countsOf(name);
    count.articles += sign;
    count.mentions += sign * mentions;
    let changes = this.postings.get(name);
    if (!changes) this.postings.set(name, (changes = new Map<number, number>()));
    changes.set(doc, sign === 1 ? mentions : 0);
    if (sign === 1) this.forward.get(doc)!.push(name, mentions);
  }

  /** Mentions that were read with confidence. */
  addSure(name: number, count: number): void {
    this.countsOf(name).sure += count;
  }

  addSurface(surface: number, count: number): void {
    add(this.surfaces, surface, count);
  }

  addAlso(name: number, other: number, sign: 1 | -1): void {
    addPair(this.also, name, other, sign);
  }

  addReason(name: number, reason: string, sign: 1 | -1): void {
    addPair(this.reasons, name, reason, sign);
  }

  /** Returns the names that are others now in anything that their entities hang on. */
  write({ database, columns, forward, units }: Parts, dictionary: NameDictionary): ChangedNames {
    // In the order of their rows, so that every page of a table is looked up once.
    const names = new Map(inOrder(this.names));
    for (const [name, { articles, mentions, sure }] of names) {
      database.run(
        'UPDATE name SET articles = articles + ?, mentions = mentions + ?, sure = sure + ? WHERE id = ?',
        articles,
        mentions,
        sure,
        name,
      );
    }
    for (const [name, changes] of inOrder(this.postings)) changePostings(database, name, changes);
    for (const [label, count] of this.labels) {
      database.run('UPDATE label SET articles = articles + ? WHERE id = ?', count, label);
    }
    for (const [date, count] of this.periods) {
      database.run(
        'INSERT INTO period VALUES (?, ?) ON CONFLICT DO UPDATE SET articles = articles + excluded.articles',
        date,
        count,
      );
    }
    database.run('DELETE FROM period WHERE articles = 0');
    this.writePairs(database);
    this.writeSurfaces(database, dictionary);
    columns.change(this.columns);
    forward.change(this.forward);
    units.change(this.units);
    const reproved = [...this.also.values()].filter(({ count }) => count !== 0);
    return {
      counts: names,
      respelled: dictionary.takeRespelled(),
      reproved: new Set(reproved.flatMap(({ name, value }) => [name, Number(value)])),
      articlesOf: (names) => this.articlesOf(names),
    };
  }

  private articlesOf(names: readonly number[]): number {
    const seen = new Set(this.fleeting);
    let count = 0;
    for (const name of names) {
      for (const [doc, mentions] of this.postings.get(name) ?? []) {
        if (seen.has(doc)) continue;
        seen.add(doc);
        count += mentions > 0 ? 1 : -1;
      }
    }
    return count;
  }

  private countsOf(name: number): NameCounts {
    const counts = this.names.get(name) ?? { articles: 0, mentions: 0, sure: 0 };
    this.names.set(name, counts);
    return counts;
  }

  private writePairs(database: Database): void {
    const tables = [
      ['also', 'other', this.also],
      ['reason', 'reason', this.reasons],
    ] as const;
    for (const [table, column, pairs] of tables) {
      for (const { name, value, count } of pairs.values()) {
        database.run(
          `INSERT INTO ${table} VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET articles = articles + excluded.articles`,
          name,
          value,
          count,
        );
        if (count > 0) continue;
        database.run(`DELETE FROM ${table} WHERE name = ? AND ${column} = ? AND articles <= 0`, name, value);
      }
    }
  }

  private writeSurfaces(database: Database, dictionary: NameDictionary): void {
    for (const [surface, count] of inOrder(this.surfaces)) {
      database.run('UPDATE surface SET count = count + ? WHERE id = ?', count, surface);
      if (count > 0) continue;
      const left = database.get('SELECT count FROM surface WHERE id = ?', surface)?.['count'];
      if (Number(left) <= 0) dictionary.removeSurface(surface);
    }
  }
}

function inOrder<T>(changes: ReadonlyMap<number, T>): readonly (readonly [number, T])[] {
  return [...changes].sort(([a], [b]) => a - b);
}

function add(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function addPair(pairs: PairCounts, name: number, value: number | string, sign: 1 | -1): void {
  const key = `${name} ${value}`;
  const pair = pairs.get(key) ?? { name, value, count: 0 };
  pairs.set(key, pair);
  pair.count += sign;
}
