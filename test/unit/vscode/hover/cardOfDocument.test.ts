import assert from 'node:assert/strict';
import { renderCard } from '../../../../src/core/index.ts';
import { cardOfDocument } from '../../../../src/vscode/hover/cardOfDocument.ts';
import { buildAnalysis } from '../../engines/analysisBuilder.ts';

const mill = { type: 'ORG', name: 'Moulin Bleu' } as const;
const mayor = { type: 'PER', name: 'Odile Marchal' } as const;
const analysis = buildAnalysis('draft', [mill, 'reçoit', mayor, '.', mill, 'rouvre.'], {
  title: 'Un moulin rouvre',
  description: 'minoterie du canton',
});

describe('cardOfDocument', () => {
  it('tells what the document alone says, and counts no article', () => {
    const card = cardOfDocument(analysis, 0);
    assert.equal(card?.name, 'Moulin Bleu');
    assert.equal(card.mentions, 2);
    assert.equal(card.articles, 0);
    assert.deepEqual(
      card.facts.map(({ value, articleTitle }) => [value, articleTitle]),
      [['minoterie du canton', 'Un moulin rouvre']],
    );
  });

  it('says on the card that the corpus does not know the name', () => {
    const texts = renderCard(cardOfDocument(analysis, 1)!).flatMap(({ parts }) =>
      parts.map(({ text }) => text),
    );
    assert.ok(texts.includes('Not in the corpus yet'), texts.join(' | '));
    assert.ok(texts.includes('1 mention'), texts.join(' | '));
  });

  it('has no card for what is not there', () => {
    assert.equal(cardOfDocument(analysis, 7), undefined);
  });
});
