import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { EntityChoice } from '../../../../src/core/index.ts';
import { readCuration } from '../../../../src/formats/curation/curationFile.ts';
import { loadCurationText, writeCuration } from '../../../../src/formats/curation/curationStorage.ts';
import type { CurationEdit } from '../../../../src/formats/curation/editCuration.ts';

const said = (entity: string, action: EntityChoice['action'], to = 'true'): CurationEdit => ({
  section: 'entities',
  action: 'set',
  choice: { entity, type: 'ORG', action, to },
});

describe('The curation file on disk', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'curation-file-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('loses nothing when three windows write at once', async function () {
    this.timeout(60_000);
    const script = path.join(import.meta.dirname, 'writingProcess.ts');
    const windows = ['a', 'b', 'c'];
    await Promise.all(
      windows.map((name) => promisify(execFile)(process.execPath, [script, root, name, '15'])),
    );
    const text = readFileSync(path.join(root, '.corpus', 'curation.yaml'), 'utf8');
    const { curation, problems } = readCuration(text);
    assert.deepEqual(problems, []);
    assert.equal(curation?.dates.length, 45);
    assert.deepEqual(readdirSync(path.join(root, '.corpus')), ['curation.yaml']);
  });

  it('is given back what it said, choice by choice', async () => {
    await writeCuration(root, [said('Orsane', 'isEntity'), said('Orsane', 'mergeInto', 'Orsane SA')]);
    const before = readCuration((await loadCurationText(root)) ?? '').curation?.entities;
    const writing = await writeCuration(root, [said('Orsane', 'notAnEntity')]);
    assert.ok(writing.isDone);
    const { edits, after } = writing.undo;
    assert.ok((await writeCuration(root, edits, after)).isDone);
    assert.deepEqual(readCuration((await loadCurationText(root)) ?? '').curation?.entities, before);
    assert.deepEqual(await writeCuration(root, edits, after), { isDone: false, reason: 'changedSince' });
  });
});
