import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { extension, folder, textFiles } from '../support/extension.ts';

describe('Clean Boilerplate', () => {
  before(async () => {
    await extension().activate();
    await setReview('never');
  });
  after(() => setReview(undefined));
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('takes out passages in one step that undo takes back, to the byte', async () => {
    let cleaned = 0;
    for (const uri of await oneOfEachOutlet()) {
      const document = await open(uri);
      const original = document.getText();
      await vscode.commands.executeCommand('corpusExplorer.cleanBoilerplate');
      if (document.getText() === original) continue;
      cleaned++;
      assert.ok(document.isDirty, 'the file is left unsaved');
      assert.ok(document.getText().length < original.length);
      const whiteAtEnd = (text: string): string => text.slice(text.trimEnd().length);
      assert.equal(
        whiteAtEnd(document.getText()),
        whiteAtEnd(original),
        'no blank lines are left at the end',
      );
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), original);
      assert.equal(document.isDirty, false, 'one undo takes all of it back');
    }
    assert.ok(cleaned >= 4, `only ${cleaned} articles had any boilerplate`);
  });

  it('keeps title, byline and dateline', async () => {
    for (const uri of await oneOfEachOutlet()) {
      const document = await open(uri);
      const original = document.getText();
      const kept = keptPassages(uri).map(([start, end]) => original.slice(start, end));
      await vscode.commands.executeCommand('corpusExplorer.cleanBoilerplate');
      const cleaned = document.getText();
      for (const passage of kept) assert.ok(cleaned.includes(passage), `${uri.path} lost “${passage}”`);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('writes nothing to the disk', async () => {
    const [uri] = await oneOfEachOutlet();
    assert.ok(uri);
    const onDisk = await vscode.workspace.fs.readFile(uri);
    await open(uri);
    await vscode.commands.executeCommand('corpusExplorer.cleanBoilerplate');
    assert.deepEqual(await vscode.workspace.fs.readFile(uri), onDisk);
  });

  it('leaves an article without boilerplate as it is', async () => {
    const content =
      "Le marché aux fleurs déménage\n\nIl quittera la place en mai, a dit la maire. Les quarante marchands s'installeront sous la halle.\n";
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('corpusExplorer.cleanBoilerplate');
    assert.equal(document.getText(), content);
  });
});

/** Start and end of the passages of an article that are of the article, from the labels of the sample corpus. */
function keptPassages(uri: vscode.Uri): [number, number][] {
  const labels = path.join(extension().extensionPath, 'test', 'fixtures', 'sample-corpus', 'labels.jsonl');
  const file = uri.path.slice(folder().path.length + 1);
  const lines = readFileSync(labels, 'utf8').trim().split('\n');
  const label = lines
    .map((line) => JSON.parse(line) as SampleLabel)
    .find((candidate) => candidate.file === file);
  assert.ok(label, `${file} has no labels`);
  return label.passages.flatMap(([start, end, kind]) =>
    isKept(kind) ? [[start, end] satisfies [number, number]] : [],
  );
}

interface SampleLabel {
  readonly file: string;
  readonly passages: readonly (readonly [number, number, string])[];
}

const isKept = (kind: string): boolean => ['title', 'byline', 'dateline'].includes(kind);

async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Each outlet has its own folder and its own layout. */
async function oneOfEachOutlet(): Promise<vscode.Uri[]> {
  const first = new Map<string, vscode.Uri>();
  for (const uri of await textFiles()) {
    const outlet = uri.path.slice(folder().path.length + 1).split('/')[0] ?? '';
    if (!first.has(outlet)) first.set(outlet, uri);
  }
  return [...first.values()];
}

const setReview = (value: 'never' | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('corpusExplorer')
    .update('clean.review', value, vscode.ConfigurationTarget.Global);
