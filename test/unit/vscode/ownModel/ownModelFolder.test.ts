import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import path from 'node:path';
import { ownModelFolder } from '../../../../src/vscode/ownModel/ownModelFolder.ts';

describe('the folder of a model in the settings', () => {
  const workspace = path.resolve('corpus');

  it('is none when nothing is set', () => {
    assert.equal(ownModelFolder('  ', workspace), undefined);
  });

  it('may be absolute, below the home folder, or in the workspace', () => {
    const absolute = path.resolve('models/names');
    assert.equal(ownModelFolder(absolute, undefined), absolute);
    assert.equal(ownModelFolder('~/names', workspace), path.join(homedir(), 'names'));
    assert.equal(ownModelFolder('names', workspace), path.join(workspace, 'names'));
    assert.equal(ownModelFolder('~names', workspace), path.join(workspace, '~names'));
  });

  it('is none when it is relative and there is no workspace', () => {
    assert.equal(ownModelFolder('names', undefined), undefined);
  });
});
