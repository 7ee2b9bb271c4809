import assert from 'node:assert/strict';
import { eventually, indexedCorpus } from '../support/extension.ts';
import { namedServer } from '../support/namedServer.ts';

describe('A trusted folder whose settings name a cluster', () => {
  it('has it asked, which one that is not trusted has not', async () => {
    const corpus = await indexedCorpus();
    const { address, requests } = await namedServer();
    await eventually(async () => {
      assert.match((await requests()).join('\n'), /^[A-Z]+ \/presse/m);
      assert.deepEqual(corpus.connections(), [{ root: address, kind: 'lost' }]);
    });
  });
});
