import assert from 'node:assert/strict';
import fc from 'fast-check';
import { joinAcrossCorpus, type CorpusName } from '../../../../src/core/entities/joinAcrossCorpus.ts';
import type { EntityType } from '../../../../src/core/entities/mention.ts';

function nameOf(
  key: string,
  articles: number,
  also: readonly string[] = [],
  type: EntityType = 'ORG',
): CorpusName {
  return { id: `${type}:${key}`, type, key, articles, alsoKeys: also.map((k) => ({ key: k, articles: 1 })) };
}

describe('joinAcrossCorpus', () => {
  it('joins an acronym with its one long form under the name of most articles', () => {
    const joined = joinAcrossCorpus([nameOf('uas', 40), nameOf('union armateurs sud', 3, ['uas'])]);
    assert.deepEqual([...joined], [['ORG:union armateurs sud', 'ORG:uas']]);
  });

  it('takes long forms that differ by number or one letter for one', () => {
    const joined = joinAcrossCorpus([
      nameOf('crp', 2),
      nameOf('comite regional peche', 5, ['crp']),
      nameOf('comites regionaux peche', 3, ['crp']),
      nameOf('comite regionnal peche', 1, ['crp']),
    ]);
    assert.deepEqual(new Set(joined.values()), new Set(['ORG:comite regional peche']));
    assert.equal(joined.size, 3);
  });

  it('joins nothing where an acronym has two long forms', () => {
    const names = [
      nameOf('cpc', 9),
      nameOf('comite ports cap', 5, ['cpc']),
      nameOf('chambre peches cap', 4, ['cpc']),
    ];
    assert.equal(joinAcrossCorpus(names).size, 0);
  });

  it('joins nothing where a long form has two acronyms', () => {
    const names = [nameOf('cpc', 9), nameOf('kpc', 2), nameOf('comite ports cap', 5, ['cpc', 'kpc'])];
    assert.equal(joinAcrossCorpus(names).size, 0);
  });

  it('joins a former name with its successor, but not with two of them', () => {
    const names = [nameOf('valtor marine', 3), nameOf('ports froid', 9, ['valtor marine'])];
    assert.deepEqual([...joinAcrossCorpus(names)], [['ORG:valtor marine', 'ORG:ports froid']]);
    assert.equal(joinAcrossCorpus([...names, nameOf('lumex nord', 2, ['valtor marine'])]).size, 0);
  });

  it('never joins across types', () => {
    assert.equal(
      joinAcrossCorpus([nameOf('uas', 4, [], 'LOC'), nameOf('union armateurs sud', 3, ['uas'])]).size,
      0,
    );
  });

  it('leaves a region’s branch apart from the whole', () => {
    const names = [
      nameOf('crp', 2),
      nameOf('comite regional peche', 5, ['crp']),
      nameOf('comite regional peche agadir', 3, ['crp']),
    ];
    assert.equal(joinAcrossCorpus(names).size, 0);
  });

  it('does not depend on the order, joins to names that stand for themselves, and within one type', () => {
    const keys = [
      'uas',
      'cpc',
      'union armateurs sud',
      'unions armateurs sud',
      'comite ports cap',
      'chambre peches cap',
    ];
    const name = fc.record({
      key: fc.constantFrom(...keys),
      type: fc.constantFrom<EntityType>('ORG', 'LOC'),
      articles: fc.integer({ min: 1, max: 5 }),
      also: fc.array(fc.constantFrom(...keys), { maxLength: 2 }),
    });
    const names = fc.uniqueArray(name, { selector: ({ key, type }) => `${type}:${key}`, maxLength: 12 });
    fc.assert(
      fc.property(names, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (records, random) => {
        const list = records.map((r) =>
          nameOf(
            r.key,
            r.articles,
            r.also.filter((k) => k !== r.key),
            r.type,
          ),
        );
        const joined = joinAcrossCorpus(list);
        const shuffled = list
          .map((value, i) => ({ value, at: random[i]! }))
          .sort((a, b) => a.at - b.at)
          .map(({ value }) => value);
        assert.deepEqual(new Map([...joinAcrossCorpus(shuffled)].sort()), new Map([...joined].sort()));
        for (const [id, canonical] of joined) {
          assert.ok(!joined.has(canonical));
          assert.equal(id.slice(0, 3), canonical.slice(0, 3));
        }
      }),
    );
  });
});
