import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import { datashare, named, ofDatashare } from '../../unit/engines/opensearch/foreign/datashareDocuments.ts';
import { ForeignServer, type StoredDocument } from '../../unit/engines/opensearch/foreign/foreignServer.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { eventually, indexedCorpus } from '../support/extension.ts';
import { childrenOf, countByDate } from '../support/trees.ts';

describe('A corpus in a cluster whose server has too much to do for a while', () => {
  const documents: StoredDocument[] = [
    ofDatashare('quai', 'Halle Nouvelle ouvre le quai.'),
    named('quai', 'Halle Nouvelle', [0]),
  ];
  let corpus: Testing;
  let server: ForeignServer;
  let address: string;
  before(async () => {
    corpus = await indexedCorpus();
    server = await ForeignServer.start(datashare(), documents);
    address = `${server.node}/presse`;
    await vscode.workspace
      .getConfiguration('corpusExplorer')
      .update('clusters', [{ address, dateField: 'none' }], vscode.ConfigurationTarget.Workspace);
  });
  after(() => {
    server.close();
  });

  const articles = async (): Promise<number> => {
    const found = (await childrenOf(corpus.trees.dates, undefined, 'folder')).find(
      (node) => node.corpus.root === address,
    );
    assert.ok(found, 'the cluster is in the tree');
    return countByDate(corpus.trees.dates, found);
  };

  it('stays on screen with one line that says so, and is read again by itself', async function () {
    // Asked again for eight seconds before it counts as lost, and then every half minute.
    this.timeout(90_000);
    await eventually(async () => {
      assert.equal(await articles(), 1);
    });
    const dialogs = answerDialogs('');
    // It may give more than one reason meanwhile.
    for (const status of [503, 429]) {
      server.instead = { status, body: '{}' };
      await vscode.commands.executeCommand('corpusExplorer.retryCluster', address);
      assert.deepEqual(corpus.connections(), [{ root: address, kind: 'lost' }]);
      await Promise.all([corpus.trees.dates.refresh(), corpus.trees.entities.refresh()]);
      assert.equal(await articles(), 1);
    }
    assert.match(String(corpus.trees.entitiesView.message), /No answer from presse/);
    documents.push(ofDatashare('avis', 'Un avis.'));
    server.instead = undefined;
    await eventually(async () => {
      assert.deepEqual(corpus.connections(), [{ root: address, kind: 'connected' }]);
      assert.doesNotMatch(String(corpus.trees.entitiesView.message), /No answer/);
      assert.equal(await articles(), 2);
    }, 45_000);
    dialogs.restore();
    assert.equal(dialogs.said.length, 1, dialogs.said.join('\n'));
    assert.match(
      dialogs.said[0]!,
      /^presse: .*has too much to do\..* It is also asked again by itself every half minute\.$/,
    );
  });
});
