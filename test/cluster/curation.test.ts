import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  emptyCuration,
  nameKey,
  type Batch,
  type CorpusIndex,
  type Curation,
  type EntityChoice,
  type EntityId,
  type Filter,
  type Page,
} from '../../src/core/index.ts';
import { writeCuration } from '../../src/formats/curation/curationStorage.ts';
import { ClusterCorpora } from '../../src/worker/clusterCorpora.ts';
import { buildAnalysis, type Piece } from '../unit/engines/analysisBuilder.ts';
import { runInMemory } from '../unit/cli/runInMemory.ts';
import { newCorpus, openCorpus } from './support/openIndex.ts';
import { cluster } from './support/sharedCluster.ts';

/** Named as an analysis names it: choices find names by their keys. */
const org = (name: string) => ({ type: 'ORG', name, key: nameKey(name, 'ORG') }) as const;
const per = (name: string) => ({ type: 'PER', name, key: nameKey(name, 'PER') }) as const;
const loc = (name: string) => ({ type: 'LOC', name, key: nameKey(name, 'LOC') }) as const;

const articles: readonly (readonly Piece[])[] = [
  [
    org('Compagnie des Phares'),
    'et',
    org('Phares Réunis'),
    'rejoignent',
    org('Port de Brume'),
    'à',
    loc('Orsane'),
    '.',
  ],
  [org('Phares Réunis'), 'publie un avis.', per('Aline Morvan'), 'signe pour', org('Phares Réunis'), '.'],
  [org('Internet'), 'et', org('Port de Brume'), 'à', loc('Orsane'), '.'],
  [org('Halle Nouvelle'), 'vend', org('Internet'), 'à', org('Compagnie des Phares'), '.'],
  [per('Aline Morvan'), 'salue', org('Halle Nouvelle'), 'et', loc('Orsane'), '.'],
];

const choices: readonly EntityChoice[] = [
  { entity: 'Phares Réunis', type: 'ORG', action: 'mergeInto', to: 'Compagnie des Phares' },
  { entity: 'Port de Brume', type: 'ORG', action: 'rename', to: 'Grand Port de Brume' },
  { entity: 'Orsane', type: 'LOC', action: 'changeType', to: 'ORG' },
  { entity: 'Internet', type: 'ORG', action: 'notAnEntity', to: 'true' },
];

/** Of more names than a server takes in one pattern; no article has them. */
const manyChoices = Array.from({ length: 120 }, (_, i): EntityChoice => ({
  entity: `Maison numéro ${i} de la Vigie`,
  type: 'ORG',
  ...(i % 2 === 0
    ? { action: 'rename', to: `Maison ${i}` }
    : { action: 'mergeInto', to: 'Compagnie des Phares' }),
}));

const dates: Curation['dates'] = [
  { article: '1.txt', date: '2013-03-01' },
  { article: '3.txt', date: null },
  { article: '4.txt', date: '2009' },
  { article: 'nowhere.txt', date: '2001' },
];

const batch: Batch = {
  files: articles.map((pieces, i) => {
    const id = `${i}.txt`;
    const analysis = buildAnalysis(id, pieces, {
      title: `Avis ${i}`,
      date: `201${i}-03-04`,
      outlet: 'La Vigie',
    });
    return { stamp: { path: id, modifiedMs: 1, size: 1 }, articles: [{ id, analysis }] };
  }),
  removedPaths: [],
  isComplete: true,
};

/** All of a list, two at a time. */
async function all<T>(ask: (page: { limit: number; cursor?: string }) => Promise<Page<T>>): Promise<unknown> {
  const items: T[] = [];
  let found = await ask({ limit: 2 });
  const { total } = found;
  for (let n = 0; n < 20; n++) {
    items.push(...found.items);
    if (found.cursor === undefined) break;
    found = await ask({ limit: 2, cursor: found.cursor });
  }
  return { items, total };
}

const page = { limit: 20 };

/** What the views ask of a corpus. */
async function answers(index: CorpusIndex): Promise<Record<string, unknown>> {
  const entities: readonly EntityId[] = [
    'ORG:compagnie phares',
    'ORG:phares reunis',
    'ORG:port brume',
    'ORG:orsane',
    'LOC:orsane',
    'ORG:internet',
    'ORG:halle nouvelle',
    'PER:aline morvan',
  ];
  const filters: readonly Filter[] = [{}, { from: '2011' }, { entities: ['ORG:phares reunis'] }];
  const told: Record<string, unknown> = {};
  told['status'] = { ...(await index.status()), generation: 0 };
  const periods: readonly Filter[] = [
    { from: '2010', to: '2012' },
    { to: '2009-02' },
    { from: '2013-03-01' },
    { isUndated: true },
  ];
  for (const [i, filter] of periods.entries()) {
    for (const sort of ['date', 'dateDescending', 'title'] as const)
      told[`documents ${sort} of period ${i}`] = await all((part) => index.documents(filter, sort, part));
    told[`cards of period ${i}`] = (await index.entity('ORG:port brume', filter))?.years;
  }
  for (const sort of ['date', 'dateDescending'] as const) {
    told[`documents ${sort}`] = await all((part) => index.documents({}, sort, part));
    told[`search ${sort}`] = await all((part) => index.search('et OR à OR un', {}, part, sort));
  }
  told['words'] = await all((part) => index.kwic({ words: 'et' }, {}, part));
  told['review'] = (await index.facet({}, 'review', page)).items;
  told['marks'] = await Promise.all(batch.files.map(({ stamp }) => index.textMarks(stamp.path)));
  for (const step of ['year', 'month', 'day'] as const)
    told[step] = { ...(await index.histogram({}, step, ['ORG:halle nouvelle'])), generation: 0 };
  for (const [i, filter] of filters.entries()) {
    for (const list of ['ORG', 'PER', 'LOC', 'unsure'] as const)
      told[`${list} ${i}`] = await all((part) => index.facet(filter, list, part));
    told[`documents ${i}`] = (await index.documents(filter, 'date', page)).items;
  }
  for (const entity of entities) {
    const card = await index.entity(entity);
    told[`card ${entity}`] = card && { ...card, generation: 0 };
    told[`lines ${entity}`] = (await index.kwic({ entity }, {}, page)).items;
  }
  told['series'] = (await index.histogram({}, 'year', entities)).entities;
  told['definitions'] = await index.definitions(entities);
  told['mentions'] = await Promise.all(batch.files.map(({ stamp }) => index.mentions(stamp.path)));
  told['suggested'] = await Promise.all(
    ['ph', 'port', 'ors', 'inter', 'gra'].map((text) => index.suggest(text, 5)),
  );
  const pairs = await index.cooccurrence({}, { unit: 'sentence', measure: 'together', minimum: 1 }, page);
  told['pairs'] = [pairs.items, pairs.units];
  told['together'] = (
    await index.namedTogether(['ORG:phares reunis', 'ORG:port brume'], 'sentence', {}, page)
  ).items;
  return told;
}

describe('what the reader of a cluster put right', () => {
  it('is answered as if it had been pushed, with nothing written', async () => {
    const [pushed, read] = await Promise.all([newCorpus(), newCorpus()]);
    await Promise.all([pushed.apply(batch), read.apply(batch)]);
    const curation = { ...emptyCuration, entities: [...choices, ...manyChoices], dates };
    assert.deepEqual(await pushed.pushCuration(curation), { dated: 3, unknown: ['nowhere.txt'] });
    const label = async () => (await read.entity('ORG:port brume'))?.name;
    assert.equal(await label(), 'Port de Brume');
    await read.curate(curation);
    const [expected, told] = await Promise.all([answers(pushed), answers(read)]);
    for (const [what, answer] of Object.entries(expected)) assert.deepEqual(told[what], answer, what);
    assert.equal((await read.entity('ORG:phares reunis'))?.articles, 3);
    assert.equal(await read.entity('ORG:internet'), undefined);
    assert.equal(await label(), 'Grand Port de Brume');
    await read.curate(emptyCuration);
    assert.equal(await label(), 'Port de Brume');
  });

  it('is read from the file that the reader writes, as often as it changes', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-reader-'));
    const index = await newCorpus();
    await index.apply(batch);
    const root = `${cluster().addresses.join(',')}/${index.store.cluster.address.name}`;
    const changes: string[] = [];
    const corpora = new ClusterCorpora(
      () => undefined,
      (changed) => changes.push(changed),
    );
    try {
      corpora.connect({ root, curationFolder: folder });
      await corpora.open(root);
      const names = async () =>
        (await corpora.of(root)!.facet({}, 'ORG', page)).items.map(({ label, articles: n }) => [label, n]);
      const before = await names();
      const say = async (choice: EntityChoice) => {
        const writing = await writeCuration(folder, [{ section: 'entities', action: 'set', choice }]);
        assert.equal(writing.isDone, true);
        assert.deepEqual(await corpora.takeUpCuration(root), []);
      };
      const entity = 'Compagnie des Phares';
      await say({ entity, type: 'ORG', action: 'rename', to: 'Les Phares' });
      assert.deepEqual(
        (await names()).find(([name]) => name === 'Les Phares'),
        ['Les Phares', 2],
      );
      await say({ entity: 'Phares Réunis', type: 'ORG', action: 'mergeInto', to: entity });
      assert.deepEqual((await names())[0], ['Les Phares', 3]);
      assert.deepEqual(changes, [root, root]);
      rmSync(path.join(folder, '.corpus'), { recursive: true });
      await corpora.open(root);
      assert.deepEqual(await names(), before);
      assert.equal(changes.length, 3);
    } finally {
      await corpora.closeAll();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is pushed by the command line: entities and dates, and read with nothing written', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-curate-'));
    try {
      const index = await newCorpus();
      await index.apply(batch);
      const place = `${cluster().addresses.join(',')}/${index.store.cluster.address.name}`;
      const file = path.join(folder, 'curation.yaml');
      const lines = [
        'version: 1',
        'dates:',
        '  - { article: 1.txt, date: 2019-07 }',
        '  - { article: 2.txt, date: none }',
        '  - { article: nowhere.txt, date: 2001 }',
        'entities:',
        '  - { entity: "Phares Réunis", type: ORG, mergeInto: "Compagnie des Phares" }',
      ];
      writeFileSync(file, `${lines.join('\n')}\n`);
      const list = async (...more: readonly string[]) => {
        const { code, stdout, stderr } = await runInMemory(['entities', place, '--json', ...more]);
        assert.equal(code, 0, stderr);
        return (JSON.parse(stdout) as { name: string; articles: number }[])
          .filter(({ name }) => name.includes('Phares'))
          .map(({ name, articles: count }) => [name, count]);
      };
      assert.deepEqual(await list(), [
        ['Phares Réunis', 2],
        ['Compagnie des Phares', 2],
      ]);
      assert.deepEqual(await list('--curation', file), [['Compagnie des Phares', 3]]);
      assert.equal((await list()).length, 2);
      const { code, stderr } = await runInMemory(['curate', place, file]);
      assert.match(
        stderr,
        /Written into the corpus: on entities 1, dates 2\.\nThe corpus holds no article nowhere/,
      );
      assert.equal(code, 1);
      assert.deepEqual(await list(), [['Compagnie des Phares', 3]]);
      const read = openCorpus(index.store.cluster.address.name);
      const [moved, undated] = await Promise.all(['1.txt', '2.txt'].map((id) => read.article(id)));
      assert.deepEqual(
        [moved?.date, moved?.precision, moved?.dateSource, moved?.marks],
        ['2019-07', 'month', 'curation', ['userDate']],
      );
      assert.deepEqual([undated?.date, undated?.undatedReason], [undefined, 'userChoice']);
      const { periods, undated: without } = await read.histogram({}, 'year');
      assert.deepEqual([periods.map(({ period }) => period), without], [['2010', '2013', '2014', '2019'], 1]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
