import assert from 'node:assert/strict';
import type { Found, Metadata } from '../../../../src/core/article/metadata.ts';
import { withoutOwnLines } from '../../../../src/core/article/ownLines.ts';
import type { Boilerplate } from '../../../../src/core/clean/passage.ts';

const text = 'Accueil\nMenu\nUne digue pour la baie\nPar Anne Dupré\nPartager\nLe texte.';

const passage = (start: number, end: number): Boilerplate => ({
  start,
  end,
  kind: 'navigation',
  evidence: { rule: 'test' },
  confidence: 0.9,
});

function found(quote: string, confidence = 0.9): Found<string> {
  const start = text.indexOf(quote);
  const span = { start, end: start + quote.length };
  return { value: quote, source: 'text', quote, span, evidence: { rule: 'test' }, confidence };
}

const metadata = (title: Found<string> | undefined, authors: readonly Found<string>[] = []): Metadata => ({
  ...(title && { title }),
  rejectedDates: [],
  authors,
  language: 'fr',
});

const texts = (passages: readonly Boilerplate[]): string[] =>
  passages.map(({ start, end }) => text.slice(start, end).trim());

describe('withoutOwnLines', () => {
  it('cuts the lines of title and byline out of a passage', () => {
    const all = [passage(0, text.indexOf('Le texte.'))];
    const kept = withoutOwnLines(text, all, metadata(found('Une digue pour la baie'), [found('Anne Dupré')]));
    assert.deepEqual(texts(kept), ['Accueil\nMenu', 'Partager']);
  });

  it('leaves passages alone that hold nothing of the article', () => {
    const all = [passage(0, 12)];
    assert.deepEqual(withoutOwnLines(text, all, metadata(found('Une digue pour la baie'))), all);
    assert.deepEqual(withoutOwnLines(text, all, metadata(undefined)), all);
  });

  it('lets go what stands behind the byline on its line', () => {
    const text = 'Une digue\nPar Anne Dupré | Partager\nLe texte.';
    const start = text.indexOf('Anne');
    const span = { start, end: start + 'Anne Dupré'.length };
    const author = { ...found('Anne Dupré'), span };
    const tail = { ...passage(span.end, text.indexOf('\nLe')) };
    assert.deepEqual(withoutOwnLines(text, [tail], metadata(undefined, [author])), [tail]);
  });

  it('leaves what is not sure to the cleaner', () => {
    const all = [passage(0, text.indexOf('Par'))];
    assert.deepEqual(withoutOwnLines(text, all, metadata(found('Une digue pour la baie', 0.4))), all);
  });
});
