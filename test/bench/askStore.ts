import { DatabaseSync } from 'node:sqlite';
import type { EntityId, WritableCorpusIndex } from '../../src/core/index.ts';
import { openSqliteIndex } from '../../src/engines/sqlite/sqliteIndex.ts';
import { createTextReader } from '../../src/indexer/textReader.ts';
import { ask, startClock, type Elapsed, type Samples } from './measure.ts';

/** What serving an index took, in a process that does nothing else. */
export interface Serving {
  /** From opening the file to the first answers of both trees. */
  readonly open: Elapsed;
  readonly samples: readonly Samples[];
  /** SQLite alone, on the same file. */
  readonly floors: readonly Samples[];
  readonly peakRssMb: number;
}

/** Entities the questions are about, by rank: the most frequent ones, and some further down. */
const ranks = [0, 1, 2, 3, 5, 10, 30, 100, 300, 1000, 3000];

/** Opens an index and asks it what the views ask. Excerpts are read from the files below `root`. */
export async function askStore(file: string, root: string): Promise<Serving> {
  const stop = startClock();
  const { index } = openSqliteIndex(file, { readText: createTextReader(root), isReadOnly: true });
  await Promise.all([index.status(), index.facet({}, 'ORG', { limit: 100 }), index.histogram({}, 'year')]);
  const open = stop();
  const samples = await askAll(index);
  await index.close();
  const peakRssMb = process.resourceUsage().maxRSS / 1000;
  return { open, samples, floors: await askSqlite(file), peakRssMb };
}

async function askAll(index: WritableCorpusIndex): Promise<Samples[]> {
  const page = { limit: 100 };
  const { items } = await index.facet({}, 'ORG', { limit: 10_000 });
  const chosen = ranks.filter((rank) => rank < items.length).map((rank) => items[rank]!);
  const entities = chosen.map(({ value }) => value);
  const phrases = chosen.map(({ label }) => `"${label}"`);
  const each = (of: (entity: EntityId, i: number) => Promise<unknown>): (() => Promise<unknown>)[] =>
    entities.map((entity, i) => () => of(entity, i));
  const other = (i: number): EntityId => entities[(i + 1) % entities.length]!;
  const samples: Samples[] = [];
  const measure = async (id: string, what: string, questions: (() => Promise<unknown>)[]): Promise<void> => {
    samples.push(await ask(id, what, questions));
  };
  await measure('tree.entities', 'tree: organizations, people, places', [
    () => index.facet({}, 'ORG', page),
    () => index.facet({}, 'PER', page),
    () => index.facet({}, 'LOC', page),
  ]);
  await measure('tree.years', 'tree: years, months', [
    () => index.histogram({}, 'year'),
    () => index.histogram({}, 'month'),
  ]);
  await measure('tree.month', 'tree: articles of a month', [
    () => index.documents({ from: '2010-03', to: '2010-03' }, 'date', page),
  ]);
  await measure('tree.year', 'tree: months and articles of a year', [
    () => index.histogram({ from: '2012', to: '2012' }, 'month'),
    () => index.documents({ from: '2012', to: '2012' }, 'date', page),
  ]);
  await measure('tree.undated', 'tree: undated articles', [
    () => index.documents({ isUndated: true }, 'title', page),
  ]);
  await measure(
    'tree.entity',
    'tree: years of an entity',
    each((entity) => index.histogram({ entities: [entity] }, 'year')),
  );
  await measure(
    'tree.entityYear',
    'tree: articles of an entity in a year',
    each((entity) => index.documents({ entities: [entity], from: '2010', to: '2010' }, 'date', page)),
  );
  await measure('tree.filterYear', 'tree: entities of one year', [
    () => index.facet({ from: '2010', to: '2010' }, 'ORG', page),
    () => index.facet({ from: '2011', to: '2011' }, 'PER', page),
  ]);
  await measure('tree.filterYears', 'tree: entities of ten years', [
    () => index.facet({ from: '2006', to: '2015' }, 'ORG', page),
  ]);
  await measure('tree.review', 'tree: what is in doubt', [() => index.facet({}, 'review', page)]);
  await measure(
    'card',
    'hover card',
    each((entity) => index.entity(entity)),
  );
  await measure(
    'and',
    'A and B',
    each((entity, i) => index.documents({ entities: [entity, other(i)] }, 'dateDescending', page)),
  );
  await measure(
    'together',
    'co-occurrence',
    each((entity) => index.facet({ entities: [entity] }, 'ORG', { limit: 20 })),
  );
  await measure(
    'phrase.newest',
    'phrase, newest 20',
    phrases.map((phrase) => () => index.search(phrase, {}, { limit: 20 }, 'dateDescending')),
  );
  await measure(
    'ranked',
    'phrase, best 20',
    phrases.map((phrase) => () => index.search(phrase, {}, { limit: 20 })),
  );
  await measure(
    'phrase.snippets',
    'phrase with 20 excerpts',
    phrases.map((phrase) => () => index.kwic({ words: phrase }, {}, { limit: 20 })),
  );
  await measure(
    'phrase.mentions',
    'mentions with 20 excerpts',
    each((entity) => index.kwic({ entity }, {}, { limit: 20 })),
  );
  await measure(
    'suggest',
    'suggestions',
    ['b', 'ba', 'corde'].map((prefix) => () => index.suggest(prefix, 20)),
  );
  await measure(
    'references',
    'references: first page of 100',
    each((entity) => index.kwic({ entity }, {}, { limit: 100 })),
  );
  await measure(
    'symbols',
    'symbols with their places',
    ['b', 'ba', 'corde'].map((prefix) => async () => {
      const rows = await index.suggest(prefix, 20);
      return index.definitions(rows.map(({ id }) => id));
    }),
  );
  await measure('histogram', 'over time: articles, mentions of five', [
    () => index.histogram({}, 'month'),
    () => index.histogram({}, 'month', entities.slice(0, 5)),
    ...each((entity) => index.histogram({ entities: [entity] }, 'month')),
  ]);
  await measure(
    'pairs',
    'who with whom: with an entity',
    each((entity) =>
      index.cooccurrence(
        {},
        { entity, types: ['ORG'], unit: 'sentence', measure: 'logLikelihood', minimum: 2 },
        { limit: 50 },
      ),
    ),
  );
  return samples;
}

/** What SQLite needs for a page of rows by an index, and for the newest articles with two words in a row. */
async function askSqlite(file: string): Promise<Samples[]> {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT id, title FROM article ORDER BY date, id LIMIT 100');
  const words = database.prepare('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT 20');
  const now =
    (answer: () => unknown): (() => Promise<unknown>) =>
    () =>
      Promise.resolve(answer());
  const floors = [
    await ask('floor.rows', 'bare SQL: a page of 100 rows', [now(() => rows.all())]),
    await ask('floor.match', 'bare SQL: the last 20 with a phrase', [now(() => words.all('"ba cor"'))]),
  ];
  database.close();
  return floors;
}
