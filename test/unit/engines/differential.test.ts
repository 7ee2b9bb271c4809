import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type {
  Batch,
  BatchFile,
  CorpusIndex,
  EntityType,
  Filter,
  Page,
  PageRequest,
  PairRequest,
  WritableCorpusIndex,
} from '../../../src/core/index.ts';
import { entryOfArticle } from '../../../src/core/index.ts';
import { MemoryIndex } from '../../../src/engines/memory/memoryIndex.ts';
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { buildAnalysis, type ArticleOptions, type Piece } from './analysisBuilder.ts';

/** Few names, words and dates, so that everything collides. */
const names: readonly Exclude<Piece, string>[] = [
  { type: 'ORG', name: 'Banque du Littoral', also: 'bdl' },
  { type: 'ORG', name: 'BDL' },
  { type: 'ORG', name: 'Office des Moulins', also: 'odm' },
  { type: 'ORG', name: 'ODM', also: 'office des moulins' },
  { type: 'ORG', name: 'Les Œuvres d’Été' },
  { type: 'ORG', name: 'les oeuvres d’été' },
  { type: 'PER', name: 'Nour Haddad', key: 'haddad' },
  { type: 'PER', name: 'Haddad' },
  { type: 'LOC', name: 'Val-Perdu' },
  { type: 'LOC', name: 'BDL' },
  // Hostile text: a zero, half a letter, a quote.
  { type: 'ORG', name: 'Zéro\u0000"Bdl\'', key: 'zero\u0000"' },
  { type: 'LOC', name: 'Demi \ud83e', key: 'demi \ud83e' },
];
const words = [
  'l’œuvre',
  'marché',
  'Marche',
  'été',
  'compte',
  'compter',
  '12',
  '🦉',
  '\udd89',
  '𝔼𝕥𝕖',
  'a\u0000b',
  // Ends of sentences and paragraphs.
  'fin.',
  '\n',
  '\n\n',
];
const dates = ['2003', '2004-02', '2004-02-03', '2004-02-29', '2004-12-31', '2025-01-01'];

const piece = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constantFrom(...names).map((name) => ({ ...name, confidence: 0.3 })) },
);
/** Long enough to be known again in another article; the last two hang together with the first by what they share. */
const sentences = Array.from({ length: 16 }, (_, i) => {
  return `La meunière numéro ${i} du bief ${i * 7} a voté la réfection de la digue ${i * 13} avant la crue ${i * 3}. `;
});
const longTexts = [
  'Les meuniers de la vallée ont voté la réfection des digues avant les crues. '.repeat(6),
  sentences.join(''),
  sentences.slice(2).join(''),
  sentences.slice(4).join(''),
  sentences.slice(6).join(''),
];

const article = fc.record({
  pieces: fc.oneof(
    { weight: 4, arbitrary: fc.array(piece, { maxLength: 12 }) },
    { weight: 2, arbitrary: fc.constantFrom(...longTexts).map((text) => [text]) },
  ),
  options: fc.record(
    {
      title: fc.constantFrom('Été au marché', 'Compte rendu', 'ete au marche'),
      date: fc.constantFrom(...dates),
      outlet: fc.constantFrom('La Vigie', 'L’Écho', 'Zéphyr'),
      language: fc.constantFrom('fr', 'en', 'und'),
      furniture: fc.constantFrom('marché 12', 'BDL compte'),
      description: fc.constantFrom('banque de détail', 'Banque de Détail', 'régie'),
    },
    { requiredKeys: [] },
  ),
});
const paths = ['a.txt', 'b/c.txt', 'b/d.txt', 'é.txt', '🦉.txt', 'z.jsonl'];

type Change =
  | {
      readonly path: string;
      readonly articles: readonly { pieces: readonly Piece[]; options: ArticleOptions }[];
      isSkipped: boolean;
      isRead: boolean;
    }
  | { readonly path: string; readonly articles: undefined };

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      path: fc.constantFrom(...paths),
      articles: fc.array(article, { maxLength: 3 }),
      isSkipped: fc.boolean(),
      isRead: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ path: fc.constantFrom(...paths), articles: fc.constant(undefined) }) },
);
const batches = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

const queryTerm = fc.constantFrom(
  ...['marche', 'compt*', '"ete au"', "l'oeuvre", '🦉', 'été', 'bdl', '12', ' ', '"a b"', 'OFFICE', 'm*'],
);
const hasWord = (query: string): boolean => /[a-zé0-9]/i.test(query);
const { wordQuery } = fc.letrec<{ wordQuery: string }>((tie) => ({
  wordQuery: fc.oneof(
    { maxDepth: 3 },
    { weight: 2, arbitrary: queryTerm },
    fc.array(tie('wordQuery'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
    fc
      .tuple(queryTerm, queryTerm, fc.nat({ max: 4 }))
      .map(([a, b, n]) => (!hasWord(a) || !hasWord(b) ? 'bdl' : `NEAR(${a} ${b} marche, ${n})`)),
    fc
      .tuple(queryTerm, queryTerm, fc.nat({ max: 2 }))
      .map(([a, b, n]) => (!hasWord(a) || !hasWord(b) ? '12' : `${a} NEAR/${n} ${b}`)),
    fc
      .tuple(tie('wordQuery'), fc.constantFrom('OR', 'AND', 'AND NOT', 'OR NOT', '-'), tie('wordQuery'))
      .map(([a, operator, b]) =>
        !hasWord(a) || !hasWord(b) ? 'été' : `(${a}) ${operator}${operator === '-' ? '' : ' '}(${b})`,
      ),
  ),
}));

const filter: fc.Arbitrary<Filter> = fc.record(
  {
    entities: fc.array(
      fc.constantFrom(
        'ORG:banque du littoral',
        'ORG:bdl',
        'ORG:odm',
        'PER:haddad',
        'LOC:val perdu',
        'ORG:no',
      ),
      {
        maxLength: 2,
      },
    ),
    from: fc.constantFrom('2003', '2004-02', '2004-02-10', '2005'),
    to: fc.constantFrom('2003-05', '2004', '2004-02-03', '2025-01-01'),
    isUndated: fc.boolean(),
    outlets: fc.array(fc.constantFrom('La Vigie', '', 'Nobody'), { maxLength: 2 }),
    languages: fc.array(fc.constantFrom('fr', 'en'), { maxLength: 2 }),
    review: fc.array(fc.constantFrom('noDate', 'onlyEventDates', 'sameText', 'conflicting'), {
      maxLength: 3,
    }),
    copies: fc.constant('once' as const),
    words: wordQuery,
    articles: fc.array(fc.constantFrom(...paths, 'z.jsonl#1', 'a.txt#0', 'no'), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

function batchOf(changes: readonly Change[]): Batch {
  const last = new Map(changes.map((each) => [each.path, each]));
  const removedPaths = [...last.values()]
    .filter((each) => each.articles === undefined)
    .map(({ path }) => path);
  const files = [...last.values()].flatMap((each) => {
    if (each.articles === undefined) return [];
    const { path, articles, isSkipped, isRead } = each;
    return {
      stamp: { path, modifiedMs: articles.length + 0.25, size: articles.length },
      articles: articles.map(({ pieces, options }, n) => {
        const id = articles.length === 1 ? path : `${path}#${n}`;
        return { id, analysis: buildAnalysis(id, pieces, options) };
      }),
      ...(isSkipped && {
        skipped: { path, evidence: { rule: 'empty', values: { size: 0 } }, ...(isRead && { isRead }) },
      }),
    };
  });
  return { files, removedPaths };
}

/** The same articles as threads send them. */
function withEntries({ files, ...batch }: Batch): Batch {
  const entered = files.map(({ articles, ...file }) => ({
    ...file,
    articles: articles.map((each) => ({ id: each.id, entry: entryOfArticle(each) })),
  }));
  return { ...batch, files: entered };
}

interface Part {
  readonly path: string;
  readonly first: number;
  readonly articles: readonly { pieces: readonly Piece[]; options: ArticleOptions }[];
  readonly isContinued: boolean;
  readonly isPartial: boolean;
  readonly hasFields: boolean;
}

/** Records from `first` on, in their places. */
function batchFileOf({ path, first, articles, hasFields, ...part }: Part): BatchFile {
  return {
    stamp: { path, modifiedMs: first + 0.5, size: 1000 },
    articles: articles.map(({ pieces, options }, i) => {
      const id = `${path}#${first + i}`;
      const place = { offset: 5_000_000_000 * i, length: 10 + i, line: first + i };
      return { id, analysis: buildAnalysis(id, pieces, options), place };
    }),
    ...part,
    ...(hasFields && { fields: { roles: [{ role: 'text', names: [`t${first}`] }], unused: ['é"'] } }),
  };
}

const pairRequests: readonly PairRequest[] = [
  { unit: 'sentence', measure: 'logLikelihood', minimum: 1 },
  { unit: 'paragraph', measure: 'npmi', types: ['ORG', 'LOC'], minimum: 1, entity: 'PER:haddad' },
  { unit: 'paragraph', measure: 'together', entity: 'ORG:odm' },
];

/** All answers to all questions, without what may differ: the generation. */
async function answers(
  index: CorpusIndex,
  texts: ReadonlyMap<string, string>,
  filters: readonly Filter[],
): Promise<unknown> {
  const { generation, ...status } = await index.status();
  assert.ok(generation >= 0);
  const found: unknown[] = [status, await index.skipped()];
  for (const type of ['ORG', 'PER', 'LOC'] as const satisfies EntityType[]) {
    for (const key of ['bdl', 'odm', 'banque du littoral', 'haddad', 'nobody'])
      found.push(await index.resolve(type, key));
  }
  for (const prefix of ['b', 'ban', 'du lit', 'œu', 'nour', 'perdu', ''])
    found.push(await index.suggest(prefix, 3));
  found.push(
    await index.definitions(['ORG:bdl', 'ORG:odm', 'PER:haddad', 'LOC:val perdu', 'LOC:bdl', 'ORG:no']),
  );
  for (const id of texts.keys())
    found.push(
      await index.article(id),
      await index.mentions(id),
      await index.versions(id),
      await index.textMarks(id),
    );
  for (const each of filters) found.push(await filteredAnswers(index, each));
  return JSON.parse(
    JSON.stringify(found, (key, value: unknown) =>
      key === 'generation' || key === 'cursor' ? undefined : value,
    ),
  );
}

async function filteredAnswers(index: CorpusIndex, each: Filter): Promise<unknown> {
  const found: unknown[] = [];
  for (const by of ['ORG', 'PER', 'LOC', 'outlet', 'language', 'review'] as const) {
    found.push(await allPages((page) => index.facet(each, by, page)));
  }
  for (const step of ['year', 'month', 'day'] as const) found.push(await index.histogram(each, step));
  for (const sort of ['date', 'dateDescending', 'title'] as const) {
    found.push(await allPages((page) => index.documents(each, sort, page)));
  }
  found.push(await allPages((page) => index.search('ete', each, page, 'date')));
  found.push(await allPages((page) => index.search('marche "l oeuvre"', each, page, 'dateDescending')));
  found.push(await index.histogram(each, 'month', ['ORG:bdl', 'PER:haddad', 'ORG:nobody', 'LOC:bdl']));
  for (const request of pairRequests) {
    found.push(await allPages((page) => index.cooccurrence(each, request, page)));
    const both = ['ORG:odm', 'ORG:bdl'];
    found.push(await allPages((page) => index.namedTogether(both, request.unit, each, page)));
  }
  for (const id of ['ORG:bdl', 'ORG:office des moulins', 'PER:haddad', 'LOC:bdl']) {
    found.push(await index.entity(id, each));
    found.push(await allPages((page) => index.kwic({ entity: id }, each, page)));
  }
  for (const words of [each.words ?? 'compt*', 'bdl OR "ete bdl" -12', 'NEAR(marche m* ete, 3)'])
    found.push((await allPages((page) => index.kwic({ words }, each, page))).items);
  return found;
}

/** Walks through all pages two by two; the parts must make the whole. */
async function allPages<T>(
  ask: (page: PageRequest) => Promise<Page<T>>,
): Promise<{ items: readonly T[]; total: number }> {
  const items: T[] = [];
  let page = await ask({ limit: 2 });
  const { total } = page;
  for (;;) {
    items.push(...page.items);
    if (page.cursor === undefined) break;
    page = await ask({ limit: 2, cursor: page.cursor });
  }
  return { items, total };
}

function textsOf(all: readonly Batch[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const batch of all) {
    for (const path of [...batch.removedPaths, ...batch.files.map(({ stamp }) => stamp.path)]) {
      for (const id of [...texts.keys()]) if (id.replace(/#\d+$/, '') === path) texts.delete(id);
    }
    for (const article of batch.files.flatMap(({ articles }) => articles)) {
      if ('analysis' in article) texts.set(article.id, article.analysis.text);
    }
  }
  return texts;
}

describe('the embedded engine against the naive one', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'corpus-differential-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  let counter = 0;
  const openFresh = (readText: (id: string) => Promise<string | undefined>): WritableCorpusIndex =>
    openSqliteIndex(join(folder, `${counter++}.db`), { readText }).index;

  it('gives the same answers after any changes', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(
        batches,
        fc.array(filter, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (changes, filters, hasMore) => {
          const all = changes.map(batchOf);
          const texts = textsOf(all);
          const memory = new MemoryIndex();
          const sqlite = openFresh((id) => Promise.resolve(texts.get(id)));
          try {
            const every = [{}, ...filters];
            for (const [i, batch] of all.entries()) {
              // What was asked before a change must not be answered from memory after it.
              if (i > 0 && i === all.length - 1) await answers(sqlite, texts, every);
              await memory.apply(batch);
              await sqlite.apply({ ...(i % 2 === 0 ? batch : withEntries(batch)), hasMore });
            }
            assert.deepEqual(await answers(sqlite, texts, every), await answers(memory, texts, every));
            assert.deepEqual(await sqlite.stamps(), await memory.stamps());
            assert.deepEqual(await sqlite.stamps('b'), await memory.stamps('b'));
          } finally {
            await sqlite.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the same answers when files come in parts', async function () {
    this.timeout(120_000);
    const part = fc.record({
      path: fc.constantFrom('a.jsonl', 'b/c.csv', 'é.jsonl.gz'),
      first: fc.integer({ min: 1, max: 4 }),
      articles: fc.array(article, { maxLength: 3 }),
      isContinued: fc.boolean(),
      isPartial: fc.boolean(),
      hasFields: fc.boolean(),
    });
    const parts = fc.array(fc.array(part, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(parts, async (all) => {
        const memory = new MemoryIndex();
        const texts = new Map<string, string>();
        const sqlite = openFresh((id) => Promise.resolve(texts.get(id)));
        try {
          for (const files of all.map((each) => each.map(batchFileOf))) {
            for (const article of files.flatMap(({ articles }) => articles)) {
              if ('analysis' in article) texts.set(article.id, article.analysis.text);
            }
            await memory.apply({ files, removedPaths: [] });
            await sqlite.apply({ files, removedPaths: [], hasMore: files.length > 1 });
          }
          assert.deepEqual(await answers(sqlite, texts, [{}]), await answers(memory, texts, [{}]));
          assert.deepEqual(await sqlite.stamps(), await memory.stamps());
          assert.deepEqual(await sqlite.sources(), await memory.sources());
          for (const id of texts.keys()) assert.deepEqual(await sqlite.place(id), await memory.place(id), id);
        } finally {
          await sqlite.close();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('ranks what was never changed or removed alike', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(fc.array(article, { minLength: 1, maxLength: 12 }), async (articles) => {
        const batch = batchOf([{ path: 'a.jsonl', articles, isSkipped: false, isRead: false }]);
        const texts = textsOf([batch]);
        const memory = new MemoryIndex();
        const sqlite = openFresh((id) => Promise.resolve(texts.get(id)));
        try {
          for (const index of [memory, sqlite]) await index.apply(batch);
          for (const query of [
            ...['ete', 'marche "l oeuvre"', 'compt*', 'fin 12'],
            ...['ete OR compt* -12', 'NEAR(marche m*, 3)', 'NOT ete', 'bdl OR (ete -bdl) OR NOT marche'],
          ]) {
            const [found, expected] = await Promise.all(
              [sqlite, memory].map((index) => allPages((page) => index.search(query, {}, page))),
            );
            assert.deepEqual(found, expected, query);
          }
        } finally {
          await sqlite.close();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on how the changes were cut into batches, or on what was there before', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(batches, fc.boolean(), async (changes, hasMore) => {
        const last = new Map(changes.flat().map((each) => [each.path, each]));
        const direct = batchOf([...last.values()].reverse());
        const texts = textsOf([direct]);
        const [roundabout, straight] = [
          openFresh((id) => Promise.resolve(texts.get(id))),
          openFresh((id) => Promise.resolve(texts.get(id))),
        ];
        try {
          for (const each of changes.flat()) await roundabout.apply({ ...batchOf([each]), hasMore });
          await straight.apply(direct);
          assert.deepEqual(await answers(roundabout, texts, [{}]), await answers(straight, texts, [{}]));
        } finally {
          await roundabout.close();
          await straight.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});
