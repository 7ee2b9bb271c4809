import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import { datashareIndex } from '../../cluster/support/foreignIndexes.ts';
import { FaultyProxy } from '../../cluster/support/faultyProxy.ts';
import { eventually, folder, indexedCorpus, textFiles } from '../support/extension.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { givenCluster } from '../support/givenCluster.ts';
import { cardAt } from '../support/hover.ts';
import { articlesBelow, childrenOf, countByDate } from '../support/trees.ts';

const credentials = { user: 'nour', password: 'très secret' };
const authorization = `Basic ${Buffer.from('nour:très secret').toString('base64')}`;

describe('A corpus in a cluster', () => {
  let corpus: Testing;
  let proxy: FaultyProxy;
  let address: string;
  const clustersSetting = (): unknown => vscode.workspace.getConfiguration().get('corpusExplorer.clusters');
  const nodes = () => childrenOf(corpus.trees.dates, undefined, 'folder');
  const organizations = async () => {
    const [types] = (await childrenOf(corpus.trees.entities, undefined, 'folder')).filter(
      (node) => node.corpus.root === address,
    );
    const [list] = await childrenOf(corpus.trees.entities, types, 'type');
    return (await childrenOf(corpus.trees.entities, list, 'entity', 'more')).flatMap((node) =>
      node.kind === 'entity' ? [node] : [],
    );
  };
  const remote = async () => {
    const found = (await nodes()).find((node) => node.corpus.root === address);
    assert.ok(found, 'the cluster is in the tree');
    return found;
  };

  before(async () => {
    corpus = await indexedCorpus();
    proxy = await FaultyProxy.start(givenCluster().node, { authorization });
    address = `${proxy.address}/sample`;
  });
  after(async () => {
    await proxy.close();
  });

  it('is not connected with a wrong password', async () => {
    const wrong = { address, credentials: { user: 'nour', password: 'guessed' } };
    assert.equal(await vscode.commands.executeCommand('corpusExplorer.connectCluster', wrong), false);
    assert.deepEqual(clustersSetting(), []);
  });

  it('stands beside the folder once it is connected, and its password in no settings', async () => {
    const isConnected = await vscode.commands.executeCommand('corpusExplorer.connectCluster', {
      address,
      credentials,
    });
    assert.equal(isConnected, true);
    assert.deepEqual(clustersSetting(), [{ address }]);
    await eventually(async () => {
      assert.deepEqual(
        (await nodes()).map((node) => node.corpus.name),
        [path.basename(folder().fsPath), 'sample'],
      );
      assert.equal(await countByDate(corpus.trees.dates, await remote()), givenCluster().articles);
    });
    const [local] = await nodes();
    assert.equal(await countByDate(corpus.trees.dates, local), (await textFiles()).length);
    assert.deepEqual(corpus.connections(), [{ root: address, kind: 'connected' }]);
  });

  it('shows an article as a document nobody can write to, with its cards and references', async () => {
    const [types] = (await childrenOf(corpus.trees.entities, undefined, 'folder')).filter(
      (node) => node.corpus.root === address,
    );
    const [organizations] = await childrenOf(corpus.trees.entities, types, 'type');
    const [first] = await childrenOf(corpus.trees.entities, organizations, 'entity', 'more');
    assert.ok(first?.kind === 'entity');
    const [article] = await articlesBelow(corpus.trees.entities, first);
    await vscode.commands.executeCommand('corpusExplorer.openArticle', {
      root: address,
      article: article!.article.id,
      entity: first.entity,
    });
    const editor = await eventually(() => {
      const active = vscode.window.activeTextEditor;
      assert.equal(active?.document.uri.scheme, 'corpus');
      assert.equal(active.selection.isEmpty, false);
      return active;
    });
    const { document, selection } = editor;
    assert.equal(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme), false);
    const card = await cardAt(document, selection.start.translate(0, 1));
    assert.match(card ?? '', /articles/);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      selection.start.translate(0, 1),
    );
    assert.ok(found.length > 1);
    assert.ok(found.every(({ uri }) => uri.scheme === 'corpus'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is searched with the folder', async () => {
    corpus.search.search.set({ words: 'port', sort: 'date', narrowing: {} });
    await eventually(async () => {
      const folders = await corpus.search.tree.getChildren();
      assert.deepEqual(
        folders.map((node) => 'corpus' in node && node.corpus.root === address),
        [false, true],
      );
    });
  });

  it('shows what this reader put right in it, kept on this machine, until it is taken back', async () => {
    // Nodes are the same objects later on, and say then what holds then.
    const [first, second] = (await organizations()).map(({ name, mentions }) => ({ name, mentions }));
    assert.ok(first && second);
    const say = (entity: string, action: 'rename' | 'mergeInto', to: string) =>
      corpus.curation.setEntity(address, { entity, type: 'ORG', action, to });
    await say(first.name, 'rename', 'Le Nom du lecteur');
    await eventually(async () => {
      const [renamed] = await organizations();
      assert.equal(renamed?.name, 'Le Nom du lecteur');
      assert.equal(renamed.isCurated, true);
    });
    await say(second.name, 'mergeInto', first.name);
    await eventually(async () => {
      const [merged, next] = await organizations();
      assert.equal(merged?.name, 'Le Nom du lecteur');
      assert.equal(merged.mentions, first.mentions + second.mentions);
      assert.notEqual(next?.name, second.name);
    });
    assert.equal((await textFiles()).filter(({ path: name }) => name.includes('.corpus')).length, 0);
    await corpus.curation.undo();
    await corpus.curation.undo();
    await eventually(async () => {
      const [found, next] = await organizations();
      assert.deepEqual([found?.name, next?.name], [first.name, second.name]);
    });
  });

  it('pushes what this reader put right when the reader says so; it then holds without the reader’s word', async () => {
    const push = async (answer: string): Promise<readonly string[]> => {
      const dialogs = answerDialogs(answer);
      try {
        await vscode.commands.executeCommand('corpusExplorer.pushCorrections', address);
      } finally {
        dialogs.restore();
      }
      return dialogs.said;
    };
    const datedOnServer = async (): Promise<number> => {
      const found = await fetch(`${givenCluster().node}/sample-articles/_count?q=marks:userDate`);
      return ((await found.json()) as { count: number }).count;
    };
    assert.deepEqual(await push('Push'), [
      'You have put nothing right in sample yet that could be pushed: entities and dates.',
    ]);
    const [first] = await organizations();
    const [year] = await childrenOf(corpus.trees.dates, await remote(), 'year', 'undated');
    const [node] = await articlesBelow(corpus.trees.dates, year!);
    const rename = { entity: first!.name, type: 'ORG', action: 'rename', to: 'Le Nom de tous' } as const;
    await corpus.curation.setEntity(address, rename);
    await corpus.curation.setDate(address, node!.article.id, '1899-12-31');
    await corpus.curation.setDate(address, 'nowhere.txt', '1899');
    const question =
      'Push what you put right into sample? 3 corrections of entities and dates, for all who read it. What others pushed of the same entities and articles is replaced.';
    assert.deepEqual(await push('Cancel'), [question]);
    assert.equal(await datedOnServer(), 0);
    assert.deepEqual(await push('Push'), [
      question,
      'Pushed into sample: 2 corrections. 1 date was left out: the corpus does not hold its article.',
    ]);
    assert.equal(await datedOnServer(), 1);
    for (let i = 0; i < 3; i++) await corpus.curation.undo();
    assert.equal((await push('Push')).length, 1, 'nothing of the reader’s own is left');
    await eventually(async () => {
      assert.equal((await organizations())[0]?.name, 'Le Nom de tous');
      const years = await childrenOf(corpus.trees.dates, await remote(), 'year', 'undated');
      const own = years.find((each) => each.kind === 'year' && each.year === '1899');
      assert.equal(own?.articles, 1);
    });
  });

  it('keeps what is on screen when the connection is lost, says so, and goes on after Retry', async function () {
    // The first question that is not answered is asked again for eight seconds, on a busy machine longer.
    this.timeout(60_000);
    const before = await countByDate(corpus.trees.dates, await remote());
    proxy.set({ kind: 'cut' });
    await vscode.commands.executeCommand('corpusExplorer.retryCluster', address);
    assert.deepEqual(corpus.connections(), [{ root: address, kind: 'lost' }]);
    await corpus.trees.dates.refresh();
    assert.equal(await countByDate(corpus.trees.dates, await remote()), before);
    assert.match(String(corpus.trees.entitiesView.message), /No answer from sample/);
    proxy.set({ kind: 'none' });
    await vscode.commands.executeCommand('corpusExplorer.retryCluster', address);
    await eventually(() => {
      assert.deepEqual(corpus.connections(), [{ root: address, kind: 'connected' }]);
      assert.doesNotMatch(String(corpus.trees.entitiesView.message), /No answer/);
    });
  });

  it('leaves the views with its password when it is disconnected', async () => {
    await vscode.commands.executeCommand('corpusExplorer.disconnectCluster', address);
    await eventually(async () => {
      const left = await corpus.trees.dates.getChildren();
      assert.ok(left.every((node) => node.corpus.root === folder().fsPath));
      assert.ok(left.some(({ kind }) => kind === 'year'));
    });
    assert.deepEqual(clustersSetting(), []);
    assert.deepEqual(corpus.connections(), []);
  });

  it('shows an index of Datashare by the dates that the user chose, its names, and why other views are empty', async () => {
    const content = 'La Compagnie des Marées rouvre le quai de Port-Ébène, disent les Marées.';
    const name = await datashareIndex(
      [
        {
          id: 'quai',
          title: 'Le quai rouvre',
          content,
          created: '2019-03-04T09:30:00Z',
          names: { 'Compagnie des Marées': 'ORGANIZATION' },
        },
        { id: 'avis', title: 'Avis sans date', content: 'Un avis.' },
      ],
      givenCluster().node,
    );
    const place = `${givenCluster().node}/${name}`;
    const dateField = 'metadata.tika_metadata_dcterms_created';
    const isConnected = await vscode.commands.executeCommand('corpusExplorer.connectCluster', {
      address: place,
      credentials: 'none',
      dateField,
    });
    assert.equal(isConnected, true);
    assert.deepEqual(clustersSetting(), [{ address: place, dateField }]);
    const rootIn = async (tree: Testing['trees']['dates' | 'entities']) => {
      const found = (await childrenOf(tree, undefined, 'folder')).find((node) => node.corpus.root === place);
      assert.ok(found);
      return found;
    };
    await eventually(async () => {
      assert.equal(await countByDate(corpus.trees.dates, await rootIn(corpus.trees.dates)), 2);
    });
    const [organizations] = await childrenOf(
      corpus.trees.entities,
      await rootIn(corpus.trees.entities),
      'type',
    );
    const [first] = await childrenOf(corpus.trees.entities, organizations, 'entity', 'more');
    assert.ok(first?.kind === 'entity');
    assert.equal(first.entity, 'ORG:compagnie des marees');
    await vscode.commands.executeCommand('corpusExplorer.openArticle', {
      root: place,
      article: 'quai',
      entity: first.entity,
    });
    await eventually(() => {
      const active = vscode.window.activeTextEditor;
      assert.equal(active?.document.getText(), content);
      assert.equal(active.document.getText(active.selection), 'Compagnie des Marées');
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('corpusExplorer.disconnectCluster', place);
    await eventually(() => {
      assert.deepEqual(clustersSetting(), []);
    });
  });
});
