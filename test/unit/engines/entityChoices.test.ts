import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  nameKey,
  type CorpusIndex,
  type EntityChoice,
  type EntityType,
  type WritableCorpusIndex,
} from '../../../src/core/index.ts';
import { MemoryIndex } from '../../../src/engines/memory/memoryIndex.ts';
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { buildAnalysis, type Piece } from './analysisBuilder.ts';

const named = (name: string, type: EntityType, also?: string): Exclude<Piece, string> => {
  const key = nameKey(name, type);
  return { type, name, key, ...(also !== undefined && { also: nameKey(also, type) }) };
};

const names = [
  named('Banque du Littoral', 'ORG', 'BDL'),
  named('BDL', 'ORG'),
  named('Office des Moulins', 'ORG'),
  named('Moulins Réunis', 'ORG'),
  named('Haddad', 'PER'),
  named('Val-Perdu', 'LOC'),
];
const types = ['ORG', 'PER', 'LOC'] as const satisfies EntityType[];

const choice = (
  entity: string,
  type: EntityType,
  action: EntityChoice['action'],
  to = 'true',
): EntityChoice => ({ entity, type, action, to });

let folder: string;
let counter = 0;
const openSqlite = (): WritableCorpusIndex => openSqliteIndex(join(folder, `${counter++}.db`)).index;

/** One article for each list of names. */
const fill = (index: WritableCorpusIndex, articles: readonly (readonly Piece[])[]): Promise<number> =>
  index.apply({
    files: articles.map((pieces, i) => {
      const id = `${i}.txt`;
      return {
        stamp: { path: id, modifiedMs: 1, size: 1 },
        articles: [{ id, analysis: buildAnalysis(id, pieces, { description: 'banque de détail' }) }],
      };
    }),
    removedPaths: [],
  });

const choose = (index: WritableCorpusIndex, ...entityChoices: readonly EntityChoice[]): Promise<number> =>
  index.apply({ files: [], removedPaths: [], entityChoices });

/** What the tree shows: "Name 2/3" is two articles, three mentions; `*` what the user spoke of. */
async function tree(index: CorpusIndex): Promise<readonly string[]> {
  const shown: string[] = [];
  for (const type of types) {
    const { items, total } = await index.facet({}, type, { limit: 100 });
    assert.equal(total, items.length);
    for (const { value, label, articles, mentions, isCurated } of items) {
      shown.push(`${value} ${label} ${articles}/${mentions}${isCurated ? ' *' : ''}`);
    }
  }
  return shown;
}

async function everything(index: CorpusIndex): Promise<unknown> {
  const found: unknown[] = [await tree(index), (await index.status()).entities];
  for (const outlets of [undefined, ['']]) {
    for (const type of types) {
      found.push(await index.facet(outlets ? { outlets } : {}, type, { limit: 100 }));
      for (const key of names.map((each) => nameKey(each.name, each.type))) {
        found.push(await index.resolve(type, key));
        found.push(await index.entity(`${type}:${key}`));
        found.push((await index.kwic({ entity: `${type}:${key}` }, {}, { limit: 100 })).total);
      }
    }
  }
  for (const prefix of ['b', 'mou', 'had', 'val']) found.push(await index.suggest(prefix, 10));
  found.push(await index.facet({}, 'unsure', { limit: 100 }));
  for (let i = 0; i < 4; i++) found.push(await index.mentions(`${i}.txt`));
  return JSON.parse(
    JSON.stringify(found, (key, value: unknown) => (key === 'generation' ? undefined : value)),
  );
}

const [littoral, bdl, office, mills, haddad, valley] = names as [Piece, Piece, Piece, Piece, Piece, Piece];
const corpus = [
  [littoral, bdl, haddad],
  [bdl, 'et', office, valley],
  [office, mills, haddad, haddad],
  [mills],
];

describe('the user’s word on entities', () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'corpus-choices-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [where, open] of [
    ['in memory', () => new MemoryIndex()],
    ['in SQLite', () => openSqlite()],
  ] as const) {
    const withCorpus = async (use: (index: WritableCorpusIndex) => Promise<void>): Promise<void> => {
      const index = open();
      await fill(index, corpus);
      await use(index);
      await index.close();
    };
    const found = [
      'ORG:bdl BDL 2/3',
      'ORG:moulins reunis Moulins Réunis 2/2',
      'ORG:office moulins Office des Moulins 2/2',
      'PER:haddad Haddad 2/3',
      'LOC:val perdu Val-Perdu 1/1',
    ];
    const keyOf = (id: string) => found.find((line) => line.startsWith(id))!;

    it(`renames, and takes the name back, ${where}`, () =>
      withCorpus(async (index) => {
        assert.deepEqual((await tree(index)).length, found.length);
        const before = await tree(index);
        await choose(index, choice('Haddad', 'PER', 'rename', 'Nour Haddad'));
        assert.ok((await tree(index)).includes('PER:haddad Nour Haddad 2/3 *'));
        assert.equal((await index.entity('PER:haddad'))?.name, 'Nour Haddad');
        assert.ok((await index.entity('PER:haddad'))?.aliases.includes('Haddad'));
        await choose(index);
        assert.deepEqual(await tree(index), before);
      }));

    it(`merges across articles, each counted once, ${where}`, () =>
      withCorpus(async (index) => {
        await choose(index, choice('Moulins Réunis', 'ORG', 'mergeInto', 'Office des Moulins'));
        const merged = (await tree(index)).find((line) => line.includes('Moulins'));
        assert.match(merged!, / Office des Moulins 3\/4 \*$/);
        const id = await index.resolve('ORG', 'moulins reunis');
        assert.equal(id, await index.resolve('ORG', 'office moulins').then((other) => other));
        assert.equal((await index.entity(id!))?.articles, 3);
      }));

    it(`splits what was joined, ${where}`, () =>
      withCorpus(async (index) => {
        await choose(index, choice('BDL', 'ORG', 'splitFrom', 'Banque du Littoral'));
        const shown = await tree(index);
        assert.ok(
          shown.some((line) => line.endsWith('BDL 2/2 *')),
          shown.join('; '),
        );
        assert.ok(
          shown.some((line) => line.endsWith('Banque du Littoral 1/1')),
          shown.join('; '),
        );
      }));

    it(`moves to another type, and hides what is no entity, ${where}`, () =>
      withCorpus(async (index) => {
        await choose(
          index,
          choice('Haddad', 'PER', 'changeType', 'ORG'),
          choice('Val-Perdu', 'LOC', 'notAnEntity'),
        );
        const shown = await tree(index);
        assert.ok(shown.includes('ORG:haddad Haddad 2/3 *'), shown.join('; '));
        assert.ok(!shown.some((line) => line.startsWith('PER') || line.startsWith('LOC')));
        assert.deepEqual((await index.status()).entities, { ORG: 4, PER: 0, LOC: 0 });
        assert.equal(await index.entity('LOC:val perdu'), undefined);
        assert.ok((await index.mentions('1.txt')).every(({ entity }) => entity !== 'LOC:val perdu'));
        assert.equal(keyOf('LOC'), 'LOC:val perdu Val-Perdu 1/1');
      }));

    it(`lists unsure names that are written alike by type, ${where}`, () =>
      withCorpus(async (index) => {
        const pieces = (['PER', 'ORG', 'LOC'] as const).map((type) => {
          return { type, name: 'Urbina', confidence: 0.3 };
        });
        const amended = [{ id: '0.txt', analysis: buildAnalysis('0.txt', pieces, {}) }];
        await index.apply({ files: [], removedPaths: [], amended });
        const { items } = await index.facet({}, 'unsure', { limit: 100 });
        assert.deepEqual(
          items.map(({ value }) => value),
          ['LOC:urbina', 'ORG:urbina', 'PER:urbina'],
        );
      }));

    it(`lists what was never read with confidence apart, until the user says what it is, ${where}`, () =>
      withCorpus(async (index) => {
        const doubtful = (piece: Piece): Piece =>
          typeof piece === 'string' ? piece : { ...piece, confidence: 0.49 };
        const lists = async (): Promise<readonly string[]> => {
          const { items } = await index.facet({}, 'unsure', { limit: 100 });
          return items.map(({ value }) => value);
        };
        const analyses = [
          [littoral, bdl, doubtful(haddad)],
          [bdl, doubtful(office), doubtful(valley)],
          [doubtful(office), mills, doubtful(haddad), haddad],
          [doubtful(mills)],
        ];
        const amended = analyses.map((pieces, i) => {
          return { id: `${i}.txt`, analysis: buildAnalysis(`${i}.txt`, pieces, {}) };
        });
        await index.apply({ files: [], removedPaths: [], amended });
        assert.deepEqual(await lists(), ['ORG:office moulins', 'LOC:val perdu']);
        assert.deepEqual((await index.status()).entities, { ORG: 2, PER: 1, LOC: 0, unsure: 2 });
        assert.equal((await index.entity('LOC:val perdu'))?.isUnsure, true);
        assert.deepEqual(
          (await index.suggest('val', 5)).map(({ isUnsure }) => isUnsure),
          [true],
        );
        const inOffice = await index.facet({ entities: ['LOC:val perdu'] }, 'unsure', { limit: 100 });
        assert.deepEqual(
          inOffice.items.map(({ value }) => value),
          ['ORG:office moulins', 'LOC:val perdu'],
        );
        await choose(
          index,
          choice('Office des Moulins', 'ORG', 'isEntity'),
          choice('Val-Perdu', 'LOC', 'notAnEntity'),
        );
        assert.deepEqual(await lists(), []);
        assert.deepEqual((await index.status()).entities, { ORG: 3, PER: 1, LOC: 0 });
        assert.ok((await tree(index)).includes('ORG:office moulins Office des Moulins 2/2 *'));
        await choose(index);
        assert.equal((await lists()).length, 2);
        await fill(index, corpus);
        assert.deepEqual(await lists(), []);
      }));

    it(`holds for articles that come later, ${where}`, async () => {
      const index = open();
      await choose(index, choice('Moulins Réunis', 'ORG', 'mergeInto', 'Office des Moulins'));
      assert.deepEqual(await tree(index), []);
      await fill(index, corpus);
      assert.equal(
        await index.resolve('ORG', 'moulins reunis'),
        await index.resolve('ORG', 'office moulins'),
      );
      await index.close();
    });
  }

  it('comes to the same in both engines, in any order, whatever was said before', async function () {
    this.timeout(120_000);
    const name = fc.constantFrom(...names);
    const said: fc.Arbitrary<EntityChoice> = fc.oneof(
      fc.tuple(name, name, fc.constantFrom('mergeInto', 'splitFrom', 'rename')).map(([a, b, action]) => {
        return choice(a.name, a.type, action, b.name);
      }),
      fc
        .tuple(name, fc.constantFrom(...types))
        .map(([{ name: entity, type }, to]) => choice(entity, type, 'changeType', to)),
      name.map(({ name: entity, type }) => choice(entity, type, 'notAnEntity')),
      name.map(({ name: entity, type }) => choice(entity, type, 'isEntity')),
    );
    const state = fc.array(said, { maxLength: 4 });
    const doubtful = name.map((each) => ({ ...each, confidence: 0.3 }));
    const article = fc.array(fc.oneof(name, doubtful, fc.constant('et')), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(article, { maxLength: 4 }),
        fc.array(article, { maxLength: 4 }),
        fc.array(state, { minLength: 1, maxLength: 3 }),
        async (before, after, states) => {
          const [memory, sqlite, other] = [new MemoryIndex(), openSqlite(), openSqlite()];
          for (const index of [memory, sqlite]) {
            await fill(index, before);
            for (const choices of states) await choose(index, ...choices);
            await fill(index, after);
          }
          await fill(other, before);
          await fill(other, after);
          await choose(other, ...[...states.at(-1)!].reverse());
          const expected = await everything(memory);
          assert.deepEqual(await everything(sqlite), expected);
          assert.deepEqual(await everything(other), expected);
          await sqlite.close();
          await other.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps its word when an article is analysed again', async () => {
    const [memory, sqlite] = [new MemoryIndex(), openSqlite()];
    for (const index of [memory, sqlite]) {
      await fill(index, corpus);
      await choose(index, choice('Haddad', 'PER', 'rename', 'Nour Haddad'));
      const amended = [
        { id: '0.txt', analysis: buildAnalysis('0.txt', [haddad, haddad, valley], {}) },
        { id: 'gone.txt', analysis: buildAnalysis('gone.txt', [haddad], {}) },
      ];
      await index.apply({ files: [], removedPaths: [], amended, curationNote: 'note' });
      assert.equal(await index.curationNote(), 'note');
      assert.ok((await tree(index)).includes('PER:haddad Nour Haddad 2/4 *'));
      assert.equal((await index.stamps()).size, 4);
    }
    assert.deepEqual(await everything(sqlite), await everything(memory));
    await sqlite.close();
  });
});
