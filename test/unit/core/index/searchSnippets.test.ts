import assert from 'node:assert/strict';
import { parseWordQuery, searchSnippets, searchTokens, wordMatches } from '../../../../src/core/index.ts';

describe('searchSnippets', () => {
  const snippets = (text: string, words: string) =>
    searchSnippets(text, wordMatches(parseWordQuery(words)!, { title: [], body: searchTokens(text) }) ?? []);

  it('shows a match in its context, whole words only, with its place in the text', () => {
    const text = `${'mots '.repeat(40)}le phare de Brume ${'suite '.repeat(60)}`;
    const [snippet, ...others] = snippets(text, 'phare');
    assert.ok(snippet);
    assert.equal(others.length, 0);
    assert.match(snippet.text, /^(mots )+le phare de Brume (suite )+suite$/);
    assert.deepEqual(
      snippet.matches.map(({ start, end }) => snippet.text.slice(start, end)),
      ['phare'],
    );
    assert.equal(text.slice(snippet.start, snippet.end), 'phare');
  });

  it('prefers stretches with more of the words, and tells them in the order of the text', () => {
    const far = '. '.repeat(120);
    const text = `phare un${far}phare deux${far}phare trois${far}le port et le phare${far}phare cinq`;
    assert.deepEqual(
      snippets(text, 'phare port').map(({ text: line }) => line.replace(/[. ]+$/, '').replace(/^[. ]+/, '')),
      ['phare un', 'phare deux', 'le port et le phare'],
    );
  });

  it('stays in the line of the match', () => {
    const text = 'Titre du jour\nLe phare est fermé.\nAutre chose';
    assert.deepEqual(
      snippets(text, 'phare').map((snippet) => snippet.text),
      ['Le phare est fermé.'],
    );
  });

  it('has nothing to show where no word stands', () => {
    assert.deepEqual(snippets('Le phare', 'port'), []);
  });
});
