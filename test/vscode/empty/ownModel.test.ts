import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeTinyModel } from '../../unit/indexer/ownModel/tinyModel.ts';
import { eventually, folder, indexedCorpus } from '../support/extension.ts';
import { entitiesOf } from '../support/trees.ts';

describe('A model of the user’s own', () => {
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('corpusExplorer');
  const file = (): vscode.Uri => vscode.Uri.joinPath(folder(), 'usine.txt');
  after(async () => {
    await settings().update('names.model', undefined, vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.delete(file());
  });

  it('finds the names once a setting names its folder, and ours does again', async () => {
    const { trees } = await indexedCorpus();
    const text =
      'Une usine à Rabat\n\nLa société Sidecom a ouvert lundi une usine à Rabat, a dit son directeur.\n';
    await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(text));
    const organizations = async (): Promise<string[]> =>
      (await entitiesOf(trees.entities, 'ORG')).map(({ name }) => name);
    await eventually(async () => {
      assert.deepEqual(await organizations(), ['Sidecom']);
    });
    const model = vscode.Uri.joinPath(folder(), '..', 'tiny-model').fsPath;
    writeTinyModel(model, { Rabat: 'B-ORG' });
    await settings().update('names.model', model, vscode.ConfigurationTarget.Global);
    await eventually(async () => {
      assert.deepEqual(await organizations(), ['Rabat']);
    }, 60_000);
    await settings().update('names.model', undefined, vscode.ConfigurationTarget.Global);
    await eventually(async () => {
      assert.deepEqual(await organizations(), ['Sidecom']);
    }, 60_000);
  });
});
