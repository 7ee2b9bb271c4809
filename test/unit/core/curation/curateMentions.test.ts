import assert from 'node:assert/strict';
import { curateMentions, ownPriors } from '../../../../src/core/curation/curateMentions.ts';
import { ownNamesOf } from '../../../../src/core/curation/ownNames.ts';
import type { EntityType, RecognisedMention } from '../../../../src/core/index.ts';

const text = 'Orsane quitte Port d’Orsane. ORSANE Groupe et M. Zarif, de Zarif Orsane.';
const at = (words: string, type: EntityType, from = 0): RecognisedMention => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length, type, text: words, confidence: 0.6 };
};
const all = [{ start: 0, end: text.length }];
const shown = (mentions: readonly RecognisedMention[]): readonly string[] =>
  mentions.map((mention) => `${mention.type} ${mention.text}${mention.evidence ? ' ✎' : ''}`);

describe('curateMentions', () => {
  it('adds names of the user, whose type wins over the one that was read', () => {
    const recognised = [at('Orsane', 'LOC'), at('Zarif', 'PER')];
    const names = [{ text: 'Orsane', type: 'ORG' }] as const;
    assert.deepEqual(shown(curateMentions(text, all, recognised, names)), [
      'ORG Orsane ✎',
      'ORG Orsane ✎',
      'ORG ORSANE ✎',
      'PER Zarif',
      'ORG Orsane ✎',
    ]);
  });

  it('leaves a longer name alone that holds one, and cuts a name that it only touches', () => {
    const recognised = [at('Port d’Orsane', 'LOC'), at('Zarif, de Zarif', 'PER')];
    const names = [
      { text: 'Orsane', type: 'ORG' },
      { text: 'Zarif Orsane', type: 'ORG' },
    ] as const;
    assert.deepEqual(shown(curateMentions(text, all, recognised, names)), [
      'ORG Orsane ✎',
      'LOC Port d’Orsane',
      'ORG ORSANE ✎',
      'ORG Zarif Orsane ✎',
    ]);
  });

  it('names nobody in boilerplate', () => {
    const zones = [{ start: text.indexOf('ORSANE'), end: text.length }];
    const names = [{ text: 'Orsane', type: 'ORG' }] as const;
    assert.deepEqual(shown(curateMentions(text, zones, [], names)), ['ORG ORSANE ✎', 'ORG Orsane ✎']);
  });

  it('changes nothing without names', () => {
    const recognised = [at('Orsane', 'LOC')];
    assert.equal(curateMentions(text, all, recognised, []), recognised);
    const others = { votes: () => ({ LOC: 3 }) };
    assert.equal(ownPriors([], others), others);
  });
});

describe('The user’s own names', () => {
  it('are new ones and those of another type; of two types for one name neither is told', () => {
    const choice = (
      entity: string,
      type: EntityType,
      action: 'isEntity' | 'changeType' | 'rename',
      to = 'true',
    ) => ({ entity, type, action, to }) as const;
    assert.deepEqual(
      ownNamesOf([
        choice('Orsane', 'ORG', 'isEntity'),
        choice('Zarif', 'LOC', 'changeType', 'PER'),
        choice('Kerkanet', 'ORG', 'rename', 'Kerkanet SA'),
        choice('Fenap', 'ORG', 'isEntity', 'asFound'),
        choice('Tamda', 'ORG', 'isEntity'),
        choice('Tamda', 'LOC', 'isEntity'),
      ]),
      [
        { text: 'Orsane', type: 'ORG' },
        { text: 'Zarif', type: 'PER' },
      ],
    );
  });

  it('settle what the recogniser asks the corpus for', () => {
    const priors = ownPriors([{ text: 'Orsane', type: 'ORG' }], { votes: () => ({ LOC: 3 }) });
    assert.equal(priors?.votes('Orsane')?.LOC, undefined);
    assert.ok((priors?.votes('Orsane')?.ORG ?? 0) > 10);
    assert.deepEqual(priors?.votes('Zarif'), { LOC: 3 });
  });
});
