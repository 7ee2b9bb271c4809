import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CorpusIndex } from '../../src/core/index.ts';
import type { ClusterReader } from '../../src/engines/opensearch/clusterReader.ts';
import { openReader } from '../../src/engines/opensearch/openReader.ts';
import { ClusterError } from '../../src/engines/opensearch/clusterError.ts';
import { inspectCluster } from '../../src/engines/opensearch/inspectCluster.ts';
import { runInMemory } from '../unit/cli/runInMemory.ts';
import {
  datashareIndex,
  foreignIndex,
  openalephIndex,
  type DatashareDocument,
  type OpenalephDocument,
} from './support/foreignIndexes.ts';
import { newCorpus } from './support/openIndex.ts';
import { cluster } from './support/sharedCluster.ts';

const created = 'metadata.tika_metadata_dcterms_created';

const ofDatashare: readonly DatashareDocument[] = [
  {
    id: 'quai',
    title: 'Le quai rouvre',
    created: '2019-03-04T09:30:00Z',
    content:
      'La Compagnie des Marées rouvre le quai à Port-Ébène. Nour Valdec salue la Compagnie des Marées.',
    names: { 'Compagnie des Marées': 'ORGANIZATION', 'Nour Valdec': 'PERSON', 'Port-Ébène': 'LOCATION' },
  },
  {
    id: 'hausse',
    title: 'Hausse des prix',
    created: '2019-11-20T08:00:00Z',
    content:
      'Les prix montent. Compagnie des Marées et Halle Nouvelle signent un accord.\n\nLa Halle Nouvelle attend.',
    names: { 'Compagnie des Marées': 'ORGANIZATION', 'Halle Nouvelle': 'ORGANIZATION' },
  },
  {
    id: 'harbour',
    created: '2021-01-02T00:00:00Z',
    language: 'ENGLISH',
    content: 'The harbour of Port-Ébène is closed, says Halle Nouvelle.',
    names: { 'Port-Ébène': 'LOCATION', 'Halle Nouvelle': 'ORGANIZATION', The: 'PERSON' },
    hidden: ['The'],
  },
  { id: 'sans-date', title: 'Avis', content: 'Le quai est fermé sans date.' },
];

const ofOpenaleph: readonly OpenalephDocument[] = [
  {
    id: 'presse.1',
    properties: {
      title: ['Le quai rouvre'],
      bodyText: ['Halle Nouvelle ouvre le quai. Nour Valdec y était, Halle Nouvelle aussi.'],
      publishedAt: ['2019-03'],
      language: ['fra'],
      publisher: ['L’Écho des ports'],
      companiesMentioned: ['Halle Nouvelle'],
      peopleMentioned: ['Nour Valdec'],
    },
  },
  {
    id: 'presse.2',
    properties: {
      title: ['Prices rise'],
      bodyText: ['Prices rise, says Halle Nouvelle.'],
      publishedAt: ['2020-05-06'],
      language: ['eng'],
      companiesMentioned: ['Halle Nouvelle'],
    },
  },
  { id: 'presse.3', schema: 'Pages', content: 'Un rapport sur le quai.', properties: { title: ['Rapport'] } },
  { id: 'presse.4', schema: 'Folder', properties: { title: ['Un dossier'] } },
];

const addressOf = (name: string) => ({ address: { nodes: cluster().addresses, name }, patienceMs: 60_000 });
const page = { limit: 10 };
const idsOf = ({ items }: { readonly items: readonly { readonly id: string }[] }) =>
  items.map(({ id }) => id);

/** Every page of a list, one row at a time. */
async function oneByOne(index: CorpusIndex, sort: 'date' | 'dateDescending' | 'title'): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined, n = 0; n < 20; n++) {
    const found = await index.documents({}, sort, { limit: 1, ...(cursor !== undefined && { cursor }) });
    ids.push(...idsOf(found));
    ({ cursor } = found);
    if (cursor === undefined) break;
  }
  return ids;
}

describe('what lies at an address', () => {
  it('is told by its fields', async () => {
    const { store } = await newCorpus();
    const own = await inspectCluster(addressOf(store.cluster.address.name));
    assert.deepEqual([own.preset, own.documents], ['corpusExplorer', 0]);
    assert.match(own.server, /^(opensearch 3|elasticsearch 7)\./);
    const other = await foreignIndex({ properties: { title: { type: 'keyword' } } });
    assert.equal((await inspectCluster(addressOf(other))).preset, undefined);
    await assert.rejects(openReader(addressOf(other)), /fields that are not known/);
  });
});

describe('an index of Datashare', () => {
  let name: string;
  let index: ClusterReader;
  before(async () => {
    name = await datashareIndex(ofDatashare);
    index = await openReader({ ...addressOf(name), dateField: created });
  });

  it('is recognised, and the field of its dates asked for', async () => {
    const { preset, documents, dateFields } = await inspectCluster(addressOf(name));
    // A name that was found in a document is no document.
    assert.deepEqual([preset, documents, dateFields], ['datashare', 4, [created, 'extractionDate']]);
    const wrong = openReader({ ...addressOf(name), dateField: 'metadata.published' });
    await assert.rejects(wrong, (error: unknown) => {
      return error instanceof ClusterError && /no date field.*dcterms_created/.test(error.message);
    });
    const undated = await openReader({ ...addressOf(name), dateField: 'none' });
    assert.equal((await undated.status()).undated, 4);
    assert.deepEqual(idsOf(await undated.documents({ isUndated: true }, 'title', page)).length, 4);
  });

  it('is counted, listed and dated', async () => {
    const { articles, undated, entities, firstDate, lastDate } = await index.status();
    assert.deepEqual([articles, undated, firstDate, lastDate], [4, 1, '2019-03-04', '2021-01-02']);
    assert.deepEqual(entities, { ORG: 2, PER: 1, LOC: 1 });
    assert.deepEqual(await oneByOne(index, 'date'), ['quai', 'hausse', 'harbour', 'sans-date']);
    assert.deepEqual(await oneByOne(index, 'dateDescending'), ['harbour', 'hausse', 'quai', 'sans-date']);
    assert.deepEqual(await oneByOne(index, 'title'), ['sans-date', 'hausse', 'quai', 'harbour']);
    const { periods, undated: without } = await index.histogram({}, 'year');
    assert.deepEqual(periods, [
      { period: '2019', articles: 2 },
      { period: '2021', articles: 1 },
    ]);
    assert.equal(without, 1);
    assert.deepEqual(idsOf(await index.documents({ from: '2019', to: '2019-03' }, 'date', page)), ['quai']);
    assert.deepEqual(idsOf(await index.documents({ isUndated: true }, 'date', page)), ['sans-date']);
    const row = await index.article('quai');
    assert.deepEqual(
      [row?.title, row?.date, row?.language, row?.dateSource],
      ['Le quai rouvre', '2019-03-04', 'fr', `field:${created}`],
    );
    assert.equal((await index.article('harbour'))?.title, 'harbour.html');
    assert.match((await index.text('quai')) ?? '', /^La Compagnie des Marées rouvre/);
    assert.equal(await index.text('nobody'), undefined);
  });

  it('has the names that Datashare found, and where they stand', async () => {
    const { items, total } = await index.facet({}, 'ORG', page);
    const maree = {
      value: 'ORG:compagnie des marees',
      label: 'Compagnie des Marées',
      articles: 2,
      mentions: 3,
    };
    const halle = { value: 'ORG:halle nouvelle', label: 'Halle Nouvelle', articles: 2, mentions: 3 };
    assert.deepEqual([items, total], [[maree, halle], 2]);
    // What somebody hid in Datashare is no name.
    assert.deepEqual(
      (await index.facet({}, 'PER', page)).items.map(({ label }) => label),
      ['Nour Valdec'],
    );
    const in2021 = await index.facet({ from: '2021', to: '2021' }, 'ORG', page);
    assert.deepEqual(in2021.items, [{ ...halle, articles: 1, mentions: 1 }]);
    const withHalle = { entities: [halle.value] };
    assert.deepEqual(idsOf(await index.documents(withHalle, 'date', page)), ['hausse', 'harbour']);
    const [row] = (await index.documents({ entities: [maree.value] }, 'date', page)).items;
    assert.deepEqual([row?.id, row?.mentions, row?.firstMention], ['quai', 2, { start: 3, end: 23 }]);
    const mentions = await index.mentions('quai');
    assert.deepEqual(
      mentions.map(({ entity }) => entity),
      ['ORG:compagnie des marees', 'LOC:port-ebene', 'PER:nour valdec', 'ORG:compagnie des marees'],
    );
    assert.equal(await index.resolve('ORG', 'halle nouvelle'), halle.value);
    assert.equal(await index.resolve('ORG', 'nobody'), undefined);
    assert.deepEqual(
      (await index.suggest('nouv', 5)).map(({ id }) => id),
      [halle.value],
    );
    const series = (await index.histogram({}, 'year', [maree.value])).entities?.[0];
    assert.deepEqual(series?.periods, [{ period: '2019', articles: 2, mentions: 3 }]);
  });

  it('answers cards, definitions, concordances, searches and pairs', async () => {
    const card = await index.entity('ORG:compagnie des marees');
    assert.deepEqual(
      [card?.name, card?.articles, card?.mentions, card?.first, card?.last],
      ['Compagnie des Marées', 2, 3, '2019-03-04', '2019-11-20'],
    );
    assert.deepEqual(card?.companions, [{ id: 'ORG:halle nouvelle', name: 'Halle Nouvelle', articles: 1 }]);
    const [definition] = await index.definitions(['PER:nour valdec']);
    assert.deepEqual([definition?.article.id, definition?.from.line], ['quai', 0]);
    const lines = await index.kwic({ entity: 'ORG:halle nouvelle' }, {}, { limit: 2 });
    assert.deepEqual(
      lines.items.map(({ article }) => article.id),
      ['hausse', 'hausse'],
    );
    const rest = await index.kwic({ entity: 'ORG:halle nouvelle' }, {}, { limit: 2, cursor: lines.cursor! });
    assert.deepEqual([rest.items.map(({ article }) => article.id), rest.cursor], [['harbour'], undefined]);
    const quays = await index.kwic({ words: 'quai' }, {}, page);
    assert.deepEqual(
      quays.items.map(({ article }) => article.id),
      ['quai', 'sans-date'],
    );
    const hits = await index.search('"port ebene" -quai', {}, page);
    assert.deepEqual(
      hits.items.map(({ article }) => article.id),
      ['harbour'],
    );
    assert.match(hits.items[0]!.snippets[0]!.text, /harbour of Port-Ébène/);
    assert.deepEqual(
      idsOf(await index.documents({ words: 'NEAR(prix montent, 2) OR harb*' }, 'date', page)),
      ['hausse', 'harbour'],
    );
    const pairs = await index.cooccurrence({}, { unit: 'sentence', measure: 'together', minimum: 1 }, page);
    assert.deepEqual(
      pairs.items.map(({ first, second, together }) => [first.name, second.name, together]),
      [['Compagnie des Marées', 'Halle Nouvelle', 1]],
    );
    const both = ['ORG:halle nouvelle', 'ORG:compagnie des marees'];
    const together = await index.namedTogether(both, 'sentence', {}, page);
    assert.match(together.items[0]!.text, /^Compagnie des Marées et Halle Nouvelle signent/);
  });

  it('is read by the command line, which keeps the field of its dates', async () => {
    const storage = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-foreign-'));
    try {
      const place = `${cluster().addresses.join(',')}/${name}`;
      const list = (...more: readonly string[]) =>
        runInMemory(['articles', place, '--json', '--storage', storage, ...more]);
      const open = await list();
      assert.equal(open.code, 2);
      assert.match(
        open.stderr,
        /Say once by --date-field .*One of metadata\.tika_metadata_dcterms_created, /,
      );
      const wrong = await list('--date-field', 'metadata.published');
      assert.match(wrong.stderr, /no date field “metadata.published”/);
      assert.equal(wrong.code, 1);
      const said = await list('--date-field', created);
      assert.equal(said.code, 0, said.stderr);
      assert.equal((await list()).stdout, said.stdout);
      const rows = JSON.parse(said.stdout) as { id: string; date?: string }[];
      assert.deepEqual(
        rows.map(({ date }) => date ?? ''),
        ['2019-03-04', '2019-11-20', '2021-01-02', ''],
      );
    } finally {
      rmSync(storage, { recursive: true, force: true });
    }
  });

  it('says nothing of what it does not know', async () => {
    const languages = await index.facet({}, 'language', page);
    assert.deepEqual(
      languages.items.map(({ value, articles }) => [value, articles]),
      [
        ['fr', 3],
        ['en', 1],
      ],
    );
    assert.deepEqual(idsOf(await index.documents({ languages: ['en'] }, 'date', page)), ['harbour']);
    assert.deepEqual((await index.facet({}, 'outlet', page)).items, [{ value: '', label: '', articles: 4 }]);
    assert.deepEqual((await index.facet({}, 'review', page)).items, []);
    assert.deepEqual((await index.facet({}, 'unsure', page)).items, []);
    assert.deepEqual((await index.sources()).formats, [{ extension: 'text/html', files: 4, articles: 4 }]);
    assert.deepEqual([await index.versions('quai'), await index.skipped()], [[], []]);
  });
});

describe('an index of OpenAleph', () => {
  let name: string;
  let index: ClusterReader;
  before(async () => {
    name = await openalephIndex(ofOpenaleph);
    index = await openReader({ ...addressOf(name), dateField: 'properties.publishedAt' });
  });

  it('is recognised, counted and listed', async () => {
    const { preset, documents, dateFields } = await inspectCluster(addressOf(name));
    assert.deepEqual([preset, documents, dateFields?.[0]], ['openaleph', 3, 'properties.publishedAt']);
    const { articles, undated, entities } = await index.status();
    assert.deepEqual([articles, undated, entities], [3, 1, { ORG: 1, PER: 1, LOC: 0 }]);
    assert.deepEqual(await oneByOne(index, 'dateDescending'), ['presse.2', 'presse.1', 'presse.3']);
    const row = await index.article('presse.1');
    assert.deepEqual([row?.date, row?.precision, row?.outlet], ['2019-03', 'month', 'L’Écho des ports']);
    assert.deepEqual(
      (await index.facet({}, 'outlet', page)).items.map(({ value }) => value),
      ['', 'L’Écho des ports'],
    );
    assert.deepEqual(idsOf(await index.documents({ languages: ['fr'] }, 'date', page)), ['presse.1']);
  });

  it('has the names that OpenAleph detected, and finds where they stand', async () => {
    const halle = 'ORG:Halle Nouvelle';
    const { items } = await index.facet({}, 'ORG', page);
    assert.deepEqual(items, [{ value: halle, label: 'Halle Nouvelle', articles: 2, mentions: 2 }]);
    assert.equal(await index.resolve('ORG', 'halle nouvelle'), halle);
    assert.deepEqual(
      (await index.suggest('vald', 5)).map(({ name: label }) => label),
      ['Nour Valdec'],
    );
    const lines = await index.kwic({ entity: halle }, {}, page);
    assert.deepEqual(
      lines.items.map(({ article }) => article.id),
      ['presse.1', 'presse.1', 'presse.2'],
    );
    assert.equal((await index.mentions('presse.1')).length, 3);
    assert.equal((await index.entity(halle))?.articles, 2);
  });

  it('finds a document whose text the server does not give, and shows no passage of it', async () => {
    assert.equal(await index.text('presse.3'), undefined);
    const { items } = await index.search('rapport', {}, page);
    assert.deepEqual(
      items.map(({ article, snippets }) => [article.id, snippets]),
      [['presse.3', []]],
    );
    assert.deepEqual((await index.kwic({ words: 'rapport' }, {}, page)).items, []);
  });
});
