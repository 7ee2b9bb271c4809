import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyserVersion } from '../../../src/indexer/indexAnalyser.ts';
import { modelsVersion } from '../../../src/indexer/modelsVersion.ts';

describe('what tells one reader of articles from another', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'models-'));
    writeFileSync(path.join(folder, 'clean.json'), '1');
    writeFileSync(path.join(folder, 'entities.bin'), '2');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const version = (): Promise<string> => analyserVersion(modelsVersion(folder), undefined);

  it('changes with any model that is shipped, and with nothing else', async () => {
    const before = await version();
    assert.equal(await version(), before);
    writeFileSync(path.join(folder, 'entities.bin'), '3');
    const after = await version();
    assert.notEqual(after, before);
    writeFileSync(path.join(folder, 'clean.json'), '4');
    assert.notEqual(await version(), after);
  });

  it('leaves copies as they are that were cleaned by the same models', () => {
    const before = modelsVersion(folder, 'clean');
    writeFileSync(path.join(folder, 'entities.bin'), '3');
    assert.equal(modelsVersion(folder, 'clean'), before);
  });
});
