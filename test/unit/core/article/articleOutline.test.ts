import assert from 'node:assert/strict';
import { articleOutline } from '../../../../src/core/article/articleOutline.ts';
import { readMetadata } from '../../../../src/core/article/readMetadata.ts';

const prose =
  'Les meuniers de la vallée ont voté la réfection des digues avant la saison des crues, à une voix près. '.repeat(
    3,
  );

describe('articleOutline', () => {
  const text = [
    'Indices du jour',
    'Les meuniers votent la réfection des digues',
    'Par Léna Faure',
    'Publié le 4 mars 2012',
    prose,
    'Un chantier de deux ans',
    prose,
    'Qui paiera ?',
    prose,
    'Partager',
  ].join('\n');
  const boilerplate = [
    { start: 0, end: 15, kind: 'ticker' as const, evidence: { rule: 'test' }, confidence: 1 },
    {
      start: text.length - 8,
      end: text.length,
      kind: 'share' as const,
      evidence: { rule: 'test' },
      confidence: 1,
    },
  ];
  const parts = articleOutline(text, boilerplate, readMetadata({ id: 'a', text }, boilerplate));

  it('lists title, byline, dateline, headings and passages in text order', () => {
    assert.deepEqual(
      parts.map(({ kind, text: words }) => [kind, words]),
      [
        ['ticker', 'Indices du jour'],
        ['title', 'Les meuniers votent la réfection des digues'],
        ['byline', 'Léna Faure'],
        ['dateline', 'Publié le 4 mars 2012'],
        ['section', 'Un chantier de deux ans'],
        ['section', 'Qui paiera ?'],
        ['share', 'Partager'],
      ],
    );
  });

  it('gives a heading what stands under it, up to the next one', () => {
    const [first, second] = parts.filter(({ kind }) => kind === 'section');
    assert.ok(first && second && first.extent.end < second.start);
    assert.ok(text.slice(first.extent.start, first.extent.end).includes('meuniers'));
    for (const { start, end, extent } of parts) assert.ok(extent.start <= start && end <= extent.end);
  });

  it('has nothing to say of an empty text', () => {
    assert.deepEqual(articleOutline('', [], readMetadata({ id: 'a', text: '' }, [])), []);
  });
});
