import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { extension, folder } from '../support/extension.ts';

/** Encoded as a file has it. */
interface Encoding {
  /** Without, VS Code finds out by itself. */
  readonly encoding?: string;
  readonly mark: readonly number[];
  readonly encode: (text: string) => Buffer;
}

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const encodings: Readonly<Record<string, Encoding>> = {
  'UTF-8': { mark: [], encode: utf8 },
  'UTF-8 with a byte order mark': { mark: [0xef, 0xbb, 0xbf], encode: utf8 },
  'UTF-16': { mark: [0xff, 0xfe], encode: (text) => Buffer.from(text, 'utf16le') },
  'windows-1252': {
    encoding: 'windows1252',
    mark: [],
    // Of all letters here but the bullet it has the codes of Latin 1.
    encode: (text) => Buffer.from(text.replaceAll('•', '\u0095'), 'latin1'),
  },
};

describe('The file after cleaning and saving', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-files-'));
  let article = '';
  let files = 0;

  before(async () => {
    await extension().activate();
    const uri = vscode.Uri.joinPath(folder(), 'lagune-eco/teranga-ondes-change-de-mains.txt');
    article = Buffer.from(await vscode.workspace.fs.readFile(uri))
      .toString('utf8')
      .trimEnd();
    await update('never');
  });
  after(async () => {
    await update(undefined);
    rmSync(place, { recursive: true, force: true });
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [name, encoding] of Object.entries(encodings))
    for (const lineEnd of ['\n', '\r\n'])
      for (const end of ['', lineEnd])
        it(`keeps ${name}, ${lineEnd === '\n' ? 'LF' : 'CRLF'}, ${end === '' ? 'no' : 'a'} last line break`, async () => {
          const original = article.replaceAll('\n', lineEnd) + end;
          const file = path.join(place, `article-${++files}.txt`);
          writeFileSync(file, Buffer.concat([Buffer.from(encoding.mark), encoding.encode(original)]));
          const document = await vscode.workspace.openTextDocument(
            vscode.Uri.file(file),
            encoding.encoding === undefined ? {} : { encoding: encoding.encoding },
          );
          await vscode.window.showTextDocument(document);
          assert.equal(document.getText(), original);
          await vscode.commands.executeCommand('corpusExplorer.cleanBoilerplate');
          await document.save();
          const expected = `${article.slice(article.indexOf('Téranga'), article.lastIndexOf('\n\nPartager'))}\n`;
          const text = expected.trimEnd().replaceAll('\n', lineEnd) + end;
          assert.deepEqual(
            readFileSync(file),
            Buffer.concat([Buffer.from(encoding.mark), encoding.encode(text)]),
          );
        });

  it('leaves a file alone that was opened in another encoding than its own', async () => {
    const file = path.join(place, 'mistaken.txt');
    const bytes = Buffer.from(article.replaceAll('•', '-'), 'latin1');
    writeFileSync(file, bytes);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
    await vscode.window.showTextDocument(document);
    assert.match(document.getText(), /\uFFFD/);
    await vscode.commands.executeCommand('corpusExplorer.cleanBoilerplate');
    assert.equal(document.isDirty, false);
    await document.save();
    assert.deepEqual(readFileSync(file), bytes);
  });

  const update = (value: 'never' | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration('corpusExplorer')
      .update('clean.review', value, vscode.ConfigurationTarget.Global);
});
