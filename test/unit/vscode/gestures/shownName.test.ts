import assert from 'node:assert/strict';
import { shownName } from '../../../../src/vscode/gestures/shownName.ts';

describe('shownName', () => {
  const aliases = ['CDP', 'Compagnie des Phares', 'L’Œuvre des Phares'];

  it('keeps the name when VS Code finds in it what was typed', () => {
    assert.deepEqual(shownName('phares', 'Compagnie des Phares', aliases), {
      name: 'Compagnie des Phares',
      isAlias: false,
    });
    assert.equal(shownName('des pha', 'Compagnie des Phares', aliases).name, 'Compagnie des Phares');
    assert.equal(shownName('', 'Été', []).name, 'Été');
  });

  it('shows the other name by which an entity was found', () => {
    assert.deepEqual(shownName('cdp', 'Groupe Fanal', aliases), { name: 'CDP', isAlias: true });
  });

  it('puts beside a name what was typed without its accents', () => {
    assert.deepEqual(shownName('oeuvre', 'Groupe Fanal', aliases), {
      name: 'L’Œuvre des Phares (oeuvre)',
      isAlias: true,
    });
    assert.deepEqual(shownName('ete ', 'Été', []), { name: 'Été (ete)', isAlias: false });
  });
});
