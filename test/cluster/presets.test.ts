import assert from 'node:assert/strict';
import { inspectCluster } from '../../src/engines/opensearch/inspectCluster.ts';
import { newCorpus, newName } from './support/openIndex.ts';
import { cluster } from './support/sharedCluster.ts';

const keyword = { type: 'keyword' };

/** The fields of an index of Datashare that this test writes to, with the types that Datashare gives them. */
const datashare = {
  content: { type: 'text', index_options: 'offsets' },
  extractionDate: { type: 'date', format: 'date_time' },
  path: keyword,
  language: keyword,
  type: keyword,
  join: { type: 'join', relations: { Document: ['NamedEntity', 'Duplicate'] } },
  mention: { type: 'text', index_options: 'docs' },
  mentionNorm: keyword,
  category: keyword,
  offsets: { type: 'integer' },
};

/** The same of OpenAleph. */
const openaleph = {
  dataset: keyword,
  schema: keyword,
  schemata: keyword,
  caption: keyword,
  names: keyword,
  content: { type: 'text', term_vector: 'with_positions_offsets' },
  properties: { type: 'object', properties: { title: keyword } },
};

describe('what lies at an address', () => {
  const send = async (method: 'PUT' | 'POST', path: string, body: object): Promise<void> => {
    const answer = await fetch(`${cluster().addresses[0]!}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.ok(answer.ok, await answer.text());
  };
  const inspect = (name: string) =>
    inspectCluster({ address: { nodes: cluster().addresses, name }, patienceMs: 60_000 });

  async function indexOf(properties: object, documents: readonly object[]): Promise<string> {
    const name = newName();
    await send('PUT', `/${name}`, { mappings: { properties } });
    for (const document of documents) await send('POST', `/${name}/_doc?routing=1&refresh=true`, document);
    return name;
  }

  it('is told by its fields', async () => {
    const { store } = await newCorpus();
    const own = await inspect(store.cluster.address.name);
    assert.deepEqual([own.preset, own.documents], ['corpusExplorer', 0]);
    assert.match(own.server, /^(opensearch 3|elasticsearch 7)\./);

    const shared = await indexOf(datashare, [
      { type: 'Document', join: 'Document', content: 'Le quai des Marées rouvre.', language: 'FRENCH' },
      { type: 'NamedEntity', join: { name: 'NamedEntity', parent: '1' }, mentionNorm: 'quai des marées' },
    ]);
    const { preset, documents } = await inspect(shared);
    // A name that was found in a document is no document.
    assert.deepEqual([preset, documents], ['datashare', 1]);

    const aleph = await indexOf(openaleph, [{ schema: 'Document', caption: 'Avis', content: 'Avis.' }]);
    assert.equal((await inspect(aleph)).preset, 'openaleph');
    assert.equal((await inspect(await indexOf({ title: keyword }, []))).preset, undefined);
  });
});
