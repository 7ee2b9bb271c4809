import assert from 'node:assert/strict';
import type { CorpusIndex, DocumentSort, Page } from '../../../../../src/core/index.ts';
import { ClusterError } from '../../../../../src/engines/opensearch/clusterError.ts';
import type { ClusterReader } from '../../../../../src/engines/opensearch/clusterReader.ts';
import { inspectCluster } from '../../../../../src/engines/opensearch/inspectCluster.ts';
import { openReader } from '../../../../../src/engines/opensearch/openReader.ts';
import { datashare, keyword, named, ofDatashare, text } from './datashareDocuments.ts';
import { ForeignServer, type StoredDocument } from './foreignServer.ts';

const created = 'metadata.tika_metadata_dcterms_created';

const openaleph = {
  properties: {
    schema: keyword,
    schemata: keyword,
    caption: keyword,
    content: text,
    languages: keyword,
    properties: {
      properties: { bodyText: text, companiesMentioned: keyword, publishedAt: { type: 'date' } },
    },
  },
};

const ofOpenaleph = (id: string, body: string | undefined, publishedAt?: string) => ({
  id,
  source: {
    schema: 'HyperText',
    schemata: ['Document', 'HyperText'],
    // Several are called the same, so that an order by it does not tell them apart.
    caption: `Avis ${id.length}`,
    properties: {
      companiesMentioned: ['Halle Nouvelle'],
      ...(body !== undefined && { bodyText: [body] }),
      ...(publishedAt !== undefined && { publishedAt: [publishedAt] }),
    },
  },
});

const idsOf = ({ items }: { readonly items: readonly { readonly id: string }[] }) =>
  items.map(({ id }) => id);
const page = { limit: 10 };

describe('an index of another program', () => {
  let server: ForeignServer;
  afterEach(() => {
    server.close();
  });

  const optionsOf = () => ({ address: { nodes: [server.node], name: 'presse' }, patienceMs: 0 });
  async function opened(
    mapping: Readonly<Record<string, unknown>>,
    documents: readonly StoredDocument[],
    dateField?: string,
  ): Promise<ClusterReader> {
    server = await ForeignServer.start(mapping, documents);
    return openReader({ ...optionsOf(), ...(dateField !== undefined && { dateField }) });
  }

  describe('whose fields vary', () => {
    const metadata = {
      tika_metadata_dcterms_created: '2019-03-04T09:30:00Z',
      tika_metadata_dc_publisher: 'La Vigie',
      tika_metadata_dc_creator: ['Nour Valdec', 'Ilan Tresk'],
    };
    const documents = [ofDatashare('quai', 'Le quai rouvre.', { title: 'Le quai', metadata })];
    const row = {
      id: 'quai',
      title: 'Le quai',
      date: '2019-03-04',
      precision: 'day',
      dateSource: `field:${created}`,
      language: 'fr',
      authors: ['Nour Valdec', 'Ilan Tresk'],
    };

    for (const [how, publisher] of [
      ['as a keyword', keyword],
      ['as a keyword beside its text', { ...text, fields: { keyword } }],
    ] as const) {
      it(`has outlets where the publisher is kept ${how}`, async () => {
        const index = await opened(datashare(publisher), documents, created);
        assert.deepEqual((await index.documents({}, 'date', page)).items, [{ ...row, outlet: 'La Vigie' }]);
        assert.deepEqual(idsOf(await index.documents({ outlets: ['La Vigie'] }, 'date', page)), ['quai']);
        assert.deepEqual(idsOf(await index.documents({ outlets: [''] }, 'date', page)), []);
      });
    }

    it('has none where only words of it are kept, which cannot be counted', async () => {
      const index = await opened(datashare(text), documents, created);
      assert.deepEqual((await index.documents({}, 'date', page)).items, [row]);
      assert.deepEqual((await index.facet({}, 'outlet', page)).items, [
        { value: '', label: '', articles: 1 },
      ]);
      assert.deepEqual(idsOf(await index.documents({ outlets: ['La Vigie'] }, 'date', page)), []);
      assert.deepEqual(idsOf(await index.documents({ outlets: [''] }, 'date', page)), ['quai']);
    });

    it('dates no more precisely than was written', async () => {
      const months = ['2019', '2019-03', '2019-03-04'].map((tika_metadata_dcterms_created) =>
        ofDatashare(tika_metadata_dcterms_created, 'Le quai.', {
          metadata: { tika_metadata_dcterms_created },
        }),
      );
      const index = await opened(datashare(), months, created);
      const { items } = await index.documents({}, 'title', page);
      for (const { id, date } of items) assert.equal(date, id);
      assert.equal(items.length, months.length);
    });

    it('has the publishers of OpenAleph for outlets where it keeps any', async () => {
      const document = ofOpenaleph('avis', 'Le quai.', '2019-03');
      const properties = { ...document.source.properties, publisher: ['La Vigie'] };
      const fields = openaleph.properties.properties.properties;
      const mapping = {
        properties: {
          ...openaleph.properties,
          properties: { properties: { ...fields, publisher: keyword } },
        },
      };
      const other = [{ ...document, source: { ...document.source, properties } }];
      const [row] = (
        await (await opened(mapping, other, 'properties.publishedAt')).documents({}, 'date', page)
      ).items;
      assert.deepEqual([row?.date, row?.precision, row?.outlet], ['2019-03', 'month', 'La Vigie']);
    });

    it('sends no texts for a list', async () => {
      const index = await opened(datashare(), documents, created);
      await index.documents({}, 'date', page);
      await index.article('quai');
      const fields = server.asked.flatMap(({ _source: asked = [] }) => asked);
      assert.ok(fields.includes('title') && !fields.includes('content'), fields.join());
      assert.equal(await index.text('quai'), 'Le quai rouvre.');
    });
  });

  describe('read page by page', () => {
    // More than are read at once, some of one date or none, some without a text or with many lines.
    const documents = Array.from({ length: 60 }, (_, i) => {
      const lines = Array.from({ length: i % 4 }, (_line, n) => `Ligne ${n} de Halle Nouvelle.`).join('\n');
      const date = i % 7 === 0 ? undefined : `20${10 + (i % 5)}-05-06`;
      return ofOpenaleph(`n${i}`, i % 6 === 5 ? undefined : lines, date);
    });
    const mentions = documents.reduce((sum, _, i) => sum + (i % 6 === 5 ? 0 : i % 4), 0);

    async function whole<T>(
      read: (at: { limit: number; cursor?: string }) => Promise<Page<T>>,
      limit: number,
    ): Promise<T[]> {
      const all: T[] = [];
      for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
        const { items, cursor: next } = await read({ limit, ...(cursor !== undefined && { cursor }) });
        assert.ok(items.length <= limit && all.length <= 200, 'it comes to an end');
        all.push(...items);
        cursor = next;
      }
      return all;
    }
    const limits = [1, 7, 25, 30, 200];

    it('gives every line of a concordance once, wherever a page ends', async () => {
      const index = await opened(openaleph, documents, 'properties.publishedAt');
      const read = (at: { limit: number; cursor?: string }) =>
        index.kwic({ entity: 'ORG:Halle Nouvelle' }, {}, at);
      const [first, ...others] = await Promise.all(limits.map((limit) => whole(read, limit)));
      assert.equal(first!.length, mentions);
      assert.equal(new Set(first!.map(({ article, start }) => `${article.id} ${start}`)).size, mentions);
      const dates = first!.map(({ article }) => article.date ?? '9999');
      assert.deepEqual(dates, [...dates].sort());
      for (const other of others) assert.deepEqual(other, first);
    });

    for (const sort of ['date', 'dateDescending', 'title'] as const satisfies readonly DocumentSort[]) {
      it(`gives every article once: ${sort}`, async () => {
        const index = await opened(openaleph, documents, 'properties.publishedAt');
        const read = (at: { limit: number; cursor?: string }) => index.documents({}, sort, at);
        const [first, ...others] = await Promise.all(limits.map((limit) => whole(read, limit)));
        assert.equal(new Set(first!.map(({ id }) => id)).size, documents.length);
        for (const other of others) assert.deepEqual(other, first);
        const undated = first!.map(({ date }) => date === undefined);
        if (sort !== 'title') assert.equal(undated.indexOf(true), undated.lastIndexOf(false) + 1, 'last');
      });
    }

    it('takes no cursor that no page gave', async () => {
      const index = await opened(openaleph, documents);
      const foreign = { limit: 5, cursor: Buffer.from('"quai"').toString('base64url') };
      await assert.rejects(index.documents({}, 'date', foreign), RangeError);
      await assert.rejects(index.kwic({ words: 'ligne' }, {}, { limit: 5, cursor: '!' }), RangeError);
    });
  });

  describe('in which names were hidden', () => {
    const quai = 'Halle Nouvelle ouvre. Reuters le dit.';
    const documents = [
      ofDatashare('quai', quai),
      named('quai', 'Halle Nouvelle', [0]),
      named('quai', 'Reuters', [quai.indexOf('Reuters')], true),
      ofDatashare('avis', 'Reuters ouvre un bureau.'),
      named('avis', 'Reuters', [0]),
      // Read anew since: other words stand there now.
      named('avis', 'Halle Nouvelle', [8]),
    ];
    const reuters = 'ORG:reuters';

    it('has them in no list, no count, no concordance and no text', async () => {
      const index = await opened(datashare(), documents, 'none');
      assert.deepEqual(idsOf(await index.documents({ entities: [reuters] }, 'date', page)), ['avis']);
      const counted = (await index.facet({}, 'ORG', page)).items;
      assert.deepEqual(counted.find(({ value }) => value === reuters)?.articles, 1);
      assert.deepEqual(
        (await index.kwic({ entity: reuters }, {}, page)).items.map(({ article }) => article.id),
        ['avis'],
      );
      assert.deepEqual(
        (await index.mentions('quai')).map(({ entity }) => entity),
        ['ORG:halle nouvelle'],
      );
    });

    it('shows no name where other words stand by now', async () => {
      const index = await opened(datashare(), documents, 'none');
      assert.deepEqual(
        (await index.mentions('avis')).map(({ entity }) => entity),
        [reuters],
      );
    });
  });

  it('finds the places of more names than one answer of the server holds', async () => {
    const others = Array.from({ length: 6000 }, (_, i) => `Cale ${i}`);
    const documents = ['a', 'b'].flatMap((id) => [
      ofDatashare(id, 'Halle Nouvelle ouvre.'),
      ...others.map((mention) => named(id, mention, [])),
      named(id, 'Halle Nouvelle', [0]),
    ]);
    const index = await opened(datashare(), documents, 'none');
    const { items } = await index.kwic({ entity: 'ORG:halle nouvelle' }, {}, page);
    assert.deepEqual(
      items.map(({ article, keyword: name }) => [article.id, name]),
      [
        ['a', 'Halle Nouvelle'],
        ['b', 'Halle Nouvelle'],
      ],
    );
  });

  describe('of which no field says when an article was published', () => {
    const documents = [
      ofDatashare('b', 'Le quai rouvre.', {
        metadata: { tika_metadata_dcterms_created: '2019-03-04T09:30:00Z' },
      }),
      ofDatashare('a', 'Halle Nouvelle attend.'),
      named('a', 'Halle Nouvelle', [0]),
    ];

    for (const [how, dateField] of [
      ['the user said so', 'none'],
      ['nobody said which', undefined],
    ] as const) {
      it(`dates nothing, and answers all the same: ${how}`, async () => {
        const index = await opened(datashare(), documents, dateField);
        const { articles, undated, firstDate } = await index.status();
        assert.deepEqual([articles, undated, firstDate], [2, 2, undefined]);
        for (const sort of ['date', 'dateDescending'] as const)
          assert.deepEqual(idsOf(await index.documents({}, sort, page)), ['a', 'b']);
        assert.deepEqual(idsOf(await index.documents({ from: '2019', to: '2019' }, 'date', page)), []);
        assert.deepEqual(idsOf(await index.documents({ isUndated: true }, 'date', page)), ['a', 'b']);
        const { periods, undated: without } = await index.histogram({}, 'month');
        assert.deepEqual([periods, without], [[], 2]);
        const card = await index.entity('ORG:halle nouvelle');
        assert.deepEqual([card?.articles, card?.undatedArticles, card?.years], [1, 1, []]);
      });
    }

    it('offers its dates only while nobody has said', async () => {
      const offered = async (dateField?: string) =>
        (await opened(datashare(), documents, dateField)) as CorpusIndex & {
          readonly openDateFields?: readonly string[];
        };
      assert.deepEqual((await offered()).openDateFields, [created, 'extractionDate']);
      server.close();
      assert.equal((await offered('none')).openDateFields, undefined);
      server.close();
      await assert.rejects(offered('metadata.published'), /no date field “metadata.published”/);
    });
  });

  describe('that answers badly', () => {
    const isForeign = (error: unknown): boolean => error instanceof ClusterError && error.rule === 'foreign';

    for (const body of [
      '{"message":"ok"}',
      '{"presse":{"doc_count":3}}',
      '{"presse":null}',
      '{"presse":{"mappings":null}}',
      'null',
      '"ok"',
      '[1]',
    ]) {
      it(`is no server of this kind, where it says ${body} of its fields`, async () => {
        server = await ForeignServer.start({});
        server.instead = { status: 200, body };
        await assert.rejects(openReader(optionsOf()), isForeign);
        await assert.rejects(inspectCluster(optionsOf()), isForeign);
      });
    }

    it('says so where a search is answered by something else, and is asked again the next time', async () => {
      const index = await opened(datashare(), [ofDatashare('a', 'Le quai.')], 'none');
      const questions = [
        () => index.status(),
        () => index.facet({}, 'ORG', page),
        () => index.documents({}, 'date', page),
        () => index.histogram({}, 'year'),
        () => index.text('a'),
      ];
      for (const body of ['{}', '{"hits":{}}', '{"login":"https://sso"}']) {
        server.instead = { status: 200, body };
        for (const question of questions) await assert.rejects(question(), isForeign, body);
      }
      server.instead = { status: 500, body: '{"error":{"reason":"shard failed"}}' };
      await assert.rejects(index.status(), /refused: shard failed/);
      server.instead = undefined;
      assert.equal((await index.status()).articles, 1);
      assert.equal(await index.text('a'), 'Le quai.');
    });
  });
});
