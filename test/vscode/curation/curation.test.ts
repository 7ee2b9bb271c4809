import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import { eventually, extension, folder, indexedCorpus } from '../support/extension.ts';
import { childrenOf, entitiesOf } from '../support/trees.ts';

const line = 'Recevez chaque matin la lettre du port';
const articleOf = (title: string): string =>
  `${title}\n\nPublié le 3 mars 1999\n\nLe port a ouvert hier un second quai. Les pêcheurs l'attendaient depuis deux hivers, ` +
  `et la mairie promet que la criée suivra avant la fin de l'été.\n\n${line}\n\nLa criée, elle, attendra les travaux de la halle, ` +
  "qui commencent en mai et doivent durer jusqu'à l'automne.\n";

describe('What the user puts right', () => {
  let corpus: Testing;
  const at = (...path: string[]): vscode.Uri => vscode.Uri.joinPath(folder(), ...path);
  const file = at('.corpus', 'curation.yaml');
  const first = at('quais', 'un.txt');
  const second = at('quais', 'deux.txt');
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const onDisk = async (): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const problems = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(file);

  const hasPassage = async (uri: vscode.Uri): Promise<boolean> => {
    const document = await vscode.workspace.openTextDocument(uri);
    const analysis = await corpus.analysisOf(document);
    const text = document.getText();
    return (analysis?.boilerplate ?? []).some(
      ({ start, end, evidence }) => evidence.rule === 'userChoice' && text.slice(start, end).includes(line),
    );
  };
  const dateOf = async (article: string): Promise<string | undefined> =>
    (await corpus.article(article))?.date;

  let original: string;

  before(async () => {
    original = await onDisk();
    await vscode.workspace.fs.writeFile(first, bytes(articleOf('Un second quai pour le port')));
    await vscode.workspace.fs.writeFile(second, bytes(articleOf('Deux quais neufs pour le port')));
    corpus = await indexedCorpus();
    await eventually(async () => {
      assert.equal(await dateOf('quais/deux.txt'), '1999-03-03');
    });
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.writeFile(file, bytes(original));
    await vscode.workspace.fs.delete(at('quais'), { recursive: true });
  });

  it('is kept on one line, and holds in the other articles of the outlet', async () => {
    const document = await vscode.workspace.openTextDocument(first);
    await corpus.curation.addPassage(document, { text: line, is: 'notice' });
    assert.match(
      await onDisk(),
      /^ {2}- \{ text: "Recevez chaque matin la lettre du port", lines: whole, is: notice, outlet: quais, article: quais\/un\.txt \}$/m,
    );
    for (const uri of [first, second]) {
      await eventually(async () => {
        assert.ok(await hasPassage(uri));
      });
    }
  });

  it('reaches the index when the file is edited by hand, and is undone with its line', async () => {
    const before = await onDisk();
    await vscode.workspace.fs.writeFile(
      file,
      bytes(`${before}\n# by hand\ndates:\n  - { article: quais/deux.txt, date: 1871-05 }\n`),
    );
    await eventually(async () => {
      assert.equal(await dateOf('quais/deux.txt'), '1871-05');
    });
    await vscode.workspace.fs.writeFile(file, bytes(before));
    await eventually(async () => {
      assert.equal(await dateOf('quais/deux.txt'), '1999-03-03');
    });
  });

  it('takes a date, no date, and the date back', async () => {
    const root = folder().fsPath;
    await corpus.curation.setDate(root, 'quais/un.txt', '1900');
    await eventually(async () => {
      assert.equal(await dateOf('quais/un.txt'), '1900');
    });
    await corpus.curation.setDate(root, 'quais/un.txt', null);
    await eventually(async () => {
      const article = await corpus.article('quais/un.txt');
      assert.equal(article?.date, undefined);
      assert.equal(article?.undatedReason, 'userChoice');
    });
    await corpus.curation.setDate(root, 'quais/un.txt', undefined);
    await eventually(async () => {
      assert.equal(await dateOf('quais/un.txt'), '1999-03-03');
    });
  });

  it('goes into the editor where the file has changes that are not saved', async () => {
    const document = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(document);
    // Not before VS Code has read what was last written to the disk.
    await eventually(async () => {
      const isMade = await editor.edit((edit) => {
        edit.insert(new vscode.Position(0, 0), '# not saved yet\n');
      });
      assert.ok(isMade);
    });
    const disk = await onDisk();
    await corpus.curation.setDate(folder().fsPath, 'quais/un.txt', '1901');
    assert.match(document.getText(), /^# not saved yet\n[^]*date: 1901 \}/);
    assert.equal(await onDisk(), disk, 'saving is the user’s');
    await vscode.commands.executeCommand('undo');
    assert.doesNotMatch(document.getText(), /1901/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('loses nothing when two windows write at once', async () => {
    const root = folder().fsPath;
    const articles = Array.from({ length: 6 }, (_, i) => `quais/${i}.txt`);
    await Promise.all(articles.map((article) => corpus.curation.setDate(root, article, '1902')));
    const text = await onDisk();
    for (const article of articles) assert.ok(text.includes(`article: ${article}, date: 1902`), article);
    for (const article of articles) await corpus.curation.setDate(root, article, undefined);
    assert.doesNotMatch(await onDisk(), /1902/);
  });

  it('shows an error at its line, lets the rest hold, and keeps what held while the file is broken', async () => {
    const good = await onDisk();
    await vscode.workspace.fs.writeFile(
      file,
      bytes(
        `${good}\n  - { article: quais/un.txt, date: tomorrow }\n  - { article: quais/deux.txt, date: 1871 }\n`,
      ),
    );
    await eventually(async () => {
      assert.equal(problems().length, 1);
      assert.match(problems()[0]!.message, /“tomorrow” is no date/);
      assert.match((await onDisk()).split('\n')[problems()[0]!.range.start.line]!, /tomorrow/);
      assert.equal(await dateOf('quais/deux.txt'), '1871');
    });
    await vscode.workspace.fs.writeFile(file, bytes('passages: ['));
    await eventually(() => {
      assert.match(problems()[0]?.message ?? '', /cannot be read as YAML/);
    });
    assert.equal(await dateOf('quais/deux.txt'), '1871');
    assert.ok(await hasPassage(second));
    await vscode.workspace.fs.writeFile(file, bytes(good));
    await eventually(async () => {
      assert.deepEqual(problems(), []);
      assert.equal(await dateOf('quais/deux.txt'), '1999-03-03');
    });
  });

  it('renames, retypes and hides an entity from the tree at once, and takes it back', async () => {
    const root = folder().fsPath;
    const shown = async (): Promise<readonly string[]> => {
      const types = await childrenOf(corpus.trees.entities, undefined, 'type');
      const entities = await Promise.all(
        types.map((type) => childrenOf(corpus.trees.entities, type, 'entity')),
      );
      return entities.flat().map((node) => `${node.type} ${node.name}`);
    };
    const before = await shown();
    const types = await childrenOf(corpus.trees.entities, undefined, 'type');
    const [first] = await childrenOf(corpus.trees.entities, types[0], 'entity');
    assert.ok(first);
    await corpus.curation.setEntity(root, {
      entity: first.name,
      type: first.type,
      action: 'rename',
      to: 'Nom donné à la main',
    });
    await eventually(async () => {
      assert.ok((await shown()).includes(`${first.type} Nom donné à la main`));
    });
    assert.match(await onDisk(), /rename: "Nom donné à la main"/);
    await vscode.commands.executeCommand('corpusExplorer.forgetEntityChoices', first);
    await eventually(async () => {
      assert.deepEqual(await shown(), before);
    });
    await vscode.commands.executeCommand('corpusExplorer.notAnEntity', first);
    await eventually(async () => {
      assert.ok(!(await shown()).includes(`${first.type} ${first.name}`));
    });
    await vscode.workspace.fs.writeFile(file, bytes(original));
    await eventually(async () => {
      assert.deepEqual(await shown(), before);
    });
  });

  it('takes selected words for a name at once, in the document and in the corpus, renames it, and takes both back', async () => {
    const isNamed = async (): Promise<boolean> => {
      const analysis = await corpus.analysisOf(await vscode.workspace.openTextDocument(second));
      return (analysis?.linked.mentions ?? []).some(
        ({ text, type, evidence }) => text === 'halle' && type === 'ORG' && evidence?.rule === 'userChoice',
      );
    };
    const document = await vscode.workspace.openTextDocument(first);
    const editor = await vscode.window.showTextDocument(document);
    const start = document.positionAt(document.getText().indexOf('halle'));
    assert.equal(await isNamed(), false);
    editor.selection = new vscode.Selection(start, start.translate(0, 5));
    await vscode.commands.executeCommand('corpusExplorer.thisIsOrganization');
    assert.match(await onDisk(), /entity: "halle", type: ORG, isEntity: true/);
    await eventually(async () => {
      assert.ok(await isNamed());
      const organizations = await entitiesOf(corpus.trees.entities, 'ORG');
      const node = organizations.find((each) => each.name === 'halle');
      assert.equal(node?.articles, 2);
      assert.equal(node.isCurated, true);
    });
    await vscode.commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      start.translate(0, 2),
      'La Halle aux poissons',
    );
    await eventually(async () => {
      const names = (await entitiesOf(corpus.trees.entities, 'ORG')).map(({ name }) => name);
      assert.ok(names.includes('La Halle aux poissons'), names.join());
    });
    await vscode.commands.executeCommand('corpusExplorer.undoCuration');
    await vscode.commands.executeCommand('corpusExplorer.undoCuration');
    assert.doesNotMatch(await onDisk(), /halle/i);
    await eventually(async () => {
      assert.equal(await isNamed(), false);
      assert.ok((await entitiesOf(corpus.trees.entities, 'ORG')).every(({ name }) => !/halle/i.test(name)));
    });
  });

  it('takes nothing back that was changed by hand since', async () => {
    const root = folder().fsPath;
    await corpus.curation.setDate(root, 'quais/un.txt', '1900');
    const byHand = (await onDisk()).replace('date: 1900', 'date: 1905');
    await vscode.workspace.fs.writeFile(file, bytes(byHand));
    await corpus.curation.undo();
    assert.equal(await onDisk(), byHand);
    await vscode.workspace.fs.writeFile(file, bytes(original));
  });

  it('leaves nothing behind beside the file', async () => {
    const names = (await vscode.workspace.fs.readDirectory(at('.corpus'))).map(([name]) => name);
    assert.deepEqual(names, ['curation.yaml']);
    assert.ok(extension().isActive);
  });
});
