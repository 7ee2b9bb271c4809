import assert from 'node:assert/strict';
import { Readable, Writable } from 'node:stream';
import type { CorpusIndex, EntityPair, FacetBucket, Page } from '../../../src/core/index.ts';
import type { AskedSession } from '../../../src/cli/corpusSession.ts';
import { printEntities, printPairs } from '../../../src/cli/tableCommands.ts';

const pair: EntityPair = {
  first: { id: 'ORG:halle nouvelle', type: 'ORG', name: 'Halle Nouvelle', units: 3 },
  second: { id: 'ORG:port brume', type: 'ORG', name: 'Port de Brume', units: 2 },
  together: 2,
  articles: 2,
  score: 1,
};
const bucket: FacetBucket = {
  value: 'ORG:halle nouvelle',
  label: 'Halle Nouvelle',
  articles: 3,
  mentions: 4,
};

/** What is said on stderr of answers that a server gave exactly, or not. */
async function noted(isApproximate: boolean): Promise<{ entities: string; pairs: string }> {
  const page = { total: 1, generation: 1, ...(isApproximate && { isApproximate }) };
  const index = {
    facet: (_: unknown, list: string): Promise<Page<FacetBucket>> =>
      Promise.resolve({ ...page, items: list === 'ORG' ? [bucket] : [] }),
    cooccurrence: () => Promise.resolve({ ...page, items: [pair], units: 5 }),
  } as unknown as CorpusIndex;
  const said: string[] = [];
  const stream = (chunks: string[]) =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk.toString());
        done();
      },
    });
  const io = {
    stdin: Readable.from([]),
    stdout: stream([]),
    stderr: stream(said),
    cwd: '/',
    env: {},
    signal: new AbortController().signal,
  };
  const session: AskedSession = { io, index, root: '/', readText: () => Promise.resolve(undefined) };
  assert.equal(await printEntities(session, {}), 0);
  const entities = said.splice(0).join('');
  assert.equal(await printPairs(session, { unit: 'sentence', measure: 'together' }), 0);
  return { entities, pairs: said.join('') };
}

describe('numbers that a server does not count exactly', () => {
  it('are said to be so', async () => {
    const { entities, pairs } = await noted(true);
    assert.match(entities, /^The server counted in parts: .*\n$/);
    assert.match(pairs, /^Counted in the newest articles only: narrow the filter.*\n$/);
  });

  it('are said to be nothing where they are exact', async () => {
    assert.deepEqual(await noted(false), { entities: '', pairs: '' });
  });
});
