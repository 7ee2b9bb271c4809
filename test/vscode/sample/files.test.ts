import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import { eventually, folder, indexedCorpus } from '../support/extension.ts';
import { articlesBelow, childrenOf, countByDate } from '../support/trees.ts';

const titled = (title: string, date: string): Uint8Array =>
  new TextEncoder().encode(
    `${title}\n\nGazette du Môle\n${date}\n\nLe port a ouvert hier un second quai. Les pêcheurs l'attendaient depuis deux hivers, ` +
      "et la mairie promet que la criée suivra avant la fin de l'été.\n",
  );

describe('A corpus whose files change', () => {
  let corpus: Testing;
  let before_: number;
  const uri = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name);

  before(async () => {
    corpus = await indexedCorpus();
    before_ = await countByDate(corpus.trees.dates);
  });

  it('takes in a file that is added', async () => {
    await vscode.workspace.fs.writeFile(
      uri('ajout.txt'),
      titled('Un second quai pour le port', 'Publié le 3 mars 1999'),
    );
    await shows(before_ + 1, 'Un second quai pour le port', '1999');
  });

  it('reads again a file that changes', async () => {
    await vscode.workspace.fs.writeFile(
      uri('ajout.txt'),
      titled('Deux quais neufs pour le port', 'Publié le 4 mars 1998'),
    );
    await shows(before_ + 1, 'Deux quais neufs pour le port', '1998');
  });

  it('follows a file that is renamed', async () => {
    await vscode.workspace.fs.rename(uri('ajout.txt'), uri('autre nom 🚢.txt'));
    await shows(before_ + 1, 'Deux quais neufs pour le port', '1998', 'autre nom 🚢.txt');
  });

  it('gives up a file that is removed', async () => {
    await vscode.workspace.fs.delete(uri('autre nom 🚢.txt'));
    await eventually(async () => {
      assert.equal(await countByDate(corpus.trees.dates), before_);
    });
  });

  async function shows(count: number, title: string, year: string, fileName = 'ajout.txt'): Promise<void> {
    const { dates } = corpus.trees;
    await eventually(async () => {
      assert.equal(await countByDate(dates), count);
      const years = await childrenOf(dates, undefined, 'year', 'undated');
      const node = years.find((candidate) => candidate.kind === 'year' && candidate.year === year);
      assert.ok(node, `no ${year}`);
      const articles = (await articlesBelow(dates, node)).map(({ article }) => article);
      assert.deepEqual(
        articles.map(({ title, id }) => [title, id]),
        [[title, fileName]],
      );
    });
  }
});
