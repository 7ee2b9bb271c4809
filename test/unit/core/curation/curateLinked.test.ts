import assert from 'node:assert/strict';
import { curateLinked } from '../../../../src/core/curation/curateLinked.ts';
import {
  nameKey,
  type EntityChoice,
  type EntityType,
  type LinkedEntities,
} from '../../../../src/core/index.ts';
import { buildAnalysis, type Piece } from '../../engines/analysisBuilder.ts';

const named = (name: string, type: EntityType, also?: string): Exclude<Piece, string> => ({
  type,
  name,
  key: nameKey(also ?? name, type),
});
const linked = buildAnalysis(
  'a.txt',
  [
    named('Banque du Littoral', 'ORG'),
    'ou',
    named('BDL', 'ORG', 'Banque du Littoral'),
    'et',
    named('Zarif', 'PER'),
    'à',
    named('Tamda', 'LOC'),
    named('BDL', 'ORG', 'Banque du Littoral'),
  ],
  { description: 'banque de détail' },
).linked;

const say = (
  entity: string,
  type: EntityType,
  action: EntityChoice['action'],
  to = 'true',
): EntityChoice => ({
  entity,
  type,
  action,
  to,
});
const shown = ({ entities, mentions }: LinkedEntities): readonly string[] =>
  mentions.map(({ text, type, entity }) => {
    const { name, isCurated, type: own } = entities[entity]!;
    assert.equal(type, own);
    return `${text}: ${type} ${name}${isCurated ? ' ✎' : ''}`;
  });
const curated = (...choices: readonly EntityChoice[]): readonly string[] =>
  shown(curateLinked(linked, choices));

describe('curateLinked', () => {
  it('gives back what it was given when nothing is said of it', () => {
    assert.equal(curateLinked(linked, [say('Kerkanet', 'ORG', 'rename', 'K')]), linked);
  });

  it('renames, retypes and merges', () => {
    assert.deepEqual(
      curated(
        say('BDL', 'ORG', 'rename', 'La Banque'),
        say('Tamda', 'LOC', 'mergeInto', 'Ras Tamda'),
        say('Zarif', 'PER', 'changeType', 'ORG'),
      ),
      [
        'Banque du Littoral: ORG La Banque ✎',
        'BDL: ORG La Banque ✎',
        'Zarif: ORG Zarif ✎',
        'Tamda: LOC Ras Tamda ✎',
        'BDL: ORG La Banque ✎',
      ],
    );
  });

  it('takes out what is no entity, with all its names and facts', () => {
    assert.deepEqual(curated(say('Banque du Littoral', 'ORG', 'notAnEntity')), [
      'Zarif: PER Zarif',
      'Tamda: LOC Tamda',
    ]);
    const { facts } = curateLinked(linked, [say('BDL', 'ORG', 'notAnEntity')]);
    assert.deepEqual(facts, []);
  });

  it('parts a name from the entity that it was joined to', () => {
    const parted = curateLinked(linked, [say('BDL', 'ORG', 'splitFrom', 'Banque du Littoral')]);
    assert.deepEqual(shown(parted), [
      'Banque du Littoral: ORG Banque du Littoral',
      'BDL: ORG BDL ✎',
      'Zarif: PER Zarif',
      'Tamda: LOC Tamda',
      'BDL: ORG BDL ✎',
    ]);
    assert.deepEqual(
      parted.entities.map(({ surfaces }) => surfaces),
      [['Banque du Littoral'], ['BDL'], ['Zarif'], ['Tamda']],
    );
    assert.equal(parted.facts[0]?.entity, 0);
  });

  it('keeps the facts that two entities say of each other apart from those of one', () => {
    const one = curateLinked(linked, [
      say('Zarif', 'PER', 'changeType', 'ORG'),
      say('Zarif', 'ORG', 'mergeInto', 'BDL'),
    ]);
    for (const { entity, other } of one.facts) assert.notEqual(entity, other);
  });
});
