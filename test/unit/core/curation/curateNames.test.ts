import assert from 'node:assert/strict';
import fc from 'fast-check';
import { curateNames } from '../../../../src/core/curation/curateNames.ts';
import type { EntityChoice } from '../../../../src/core/index.ts';

const say = (entity: string, action: EntityChoice['action'], to: string): EntityChoice => ({
  entity,
  type: 'ORG',
  action,
  to,
});
const weights = { alpha: 9, beta: 5, gamma: 3, delta: 1 };
const names = Object.entries(weights).map(([key, articles]) => ({
  id: `ORG:${key}`,
  type: 'ORG' as const,
  key,
  articles,
  alsoKeys: [],
}));

/** The groups of names as "alpha beta", each with its given name behind a colon. */
function groupsOf(
  joined: readonly (readonly [string, string])[],
  choices: readonly EntityChoice[],
): string[] {
  const found = new Map(joined.map(([name, root]) => [`ORG:${name}`, `ORG:${root}`]));
  const { canonical, labels } = curateNames(names, found, choices);
  const groups = new Map<string, string[]>();
  for (const { id, key } of names) {
    const root = canonical.get(id) ?? id;
    groups.set(root, [...(groups.get(root) ?? []), key]);
  }
  return [...groups].map(([root, keys]) => {
    const label = labels.get(root);
    return `${keys.join(' ')}${label === undefined ? '' : `: ${label}`}`;
  });
}

describe('curateNames', () => {
  it('takes a name out of what another one of its names was merged into', () => {
    const choices = [say('Gamma', 'mergeInto', 'Alpha'), say('Beta', 'splitFrom', 'Alpha')];
    assert.deepEqual(groupsOf([['gamma', 'beta']], choices), ['alpha gamma: Alpha', 'beta', 'delta']);
  });

  it('shows what was merged by the name that it was merged into, whatever the one was called before', () => {
    const choices = [say('Beta', 'rename', 'The Second'), say('Beta', 'mergeInto', 'Alpha')];
    assert.deepEqual(groupsOf([], choices), ['alpha beta: Alpha', 'gamma', 'delta']);
    assert.deepEqual(groupsOf([], [...choices, say('Alpha', 'rename', 'The First')]), [
      'alpha beta: The First',
      'gamma',
      'delta',
    ]);
  });

  it('merges a circle under the most frequent name', () => {
    const circle = [
      say('Alpha', 'mergeInto', 'Beta'),
      say('Beta', 'mergeInto', 'Gamma'),
      say('Gamma', 'mergeInto', 'Alpha'),
    ];
    assert.deepEqual(groupsOf([], circle), ['alpha beta gamma', 'delta']);
  });

  it('knows names that no article holds', () => {
    const choices = [say('Omega', 'mergeInto', 'Alpha'), say('Alpha', 'splitFrom', 'Psi')];
    assert.deepEqual(groupsOf([], choices), ['alpha: Alpha', 'beta', 'gamma', 'delta']);
  });

  it('does not depend on the order of the choices', () => {
    const name = fc.constantFrom('Alpha', 'Beta', 'Gamma', 'Delta');
    const action = fc.constantFrom<EntityChoice['action']>('mergeInto', 'splitFrom', 'rename');
    const choices = fc.array(
      fc.tuple(name, action, name).map(([entity, act, to]) => say(entity, act, to)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(choices, (some) => {
        const distinct = [...new Map(some.map((each) => [`${each.entity} ${each.action}`, each])).values()];
        const joined = [['gamma', 'beta']] as const;
        assert.deepEqual(groupsOf(joined, [...distinct].reverse()), groupsOf(joined, distinct));
      }),
    );
  });
});
