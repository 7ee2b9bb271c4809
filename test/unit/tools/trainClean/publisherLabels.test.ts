import assert from 'node:assert/strict';
import { readHtml } from '../../../../src/formats/html.ts';
import { partOf, tickerOf } from '../../../../tools/trainClean/dumpVariants.ts';
import { labelByArticle, wordCount } from '../../../../tools/trainClean/publisherLabels.ts';

const html = `<html><body>
<nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Valley</a></li><li><a href="/c">Sports today</a></li></ul></nav>
<main><h1>A bridge at last</h1><p>By Ann Field</p><p>March 4, 2024</p>
<article><p>The bridge over the river was opened by the mayor on a rainy day in March.</p>
<p>Read also: the harbour waits for its crane</p>
<figure><figcaption>The mayor cuts the ribbon.</figcaption></figure>
<p>It cost twice what had been promised, and the town will pay for it for twenty years.</p></article></main>
<footer><p>A bridge at last</p><p>All rights reserved by the Valley Times</p></footer>
</body></html>`;

const article = {
  title: 'A bridge at last',
  authors: ['Ann Field'],
  year: '2024',
  summary: [],
  paragraphs: [
    'The bridge over the river was opened by the mayor on a rainy day in March.',
    'It cost twice what had been promised, and the town will pay for it for twenty years.',
  ],
};

describe('pages labelled by what their publisher’s parser takes out of them', () => {
  const { text, markup } = readHtml(html);
  const spans = labelByArticle(text, markup, article);
  const labelOf = (words: string): string | undefined => {
    const at = text.indexOf(words);
    return spans.find(([start, end]) => start <= at && at < end)?.[2];
  };

  it('marks the article, what stands between its paragraphs and around it', () => {
    assert.equal(labelOf('The bridge over'), 'K');
    assert.equal(labelOf('It cost twice'), 'K');
    assert.equal(labelOf('Read also'), 'D');
    assert.equal(labelOf('Sports today'), 'D');
    assert.equal(labelOf('All rights'), 'D');
    assert.equal(wordCount(spans, text, 'K'), 33);
  });

  it('leaves title, byline, date and captions open, and the title below the article is none', () => {
    for (const words of ['A bridge at last', 'By Ann Field', 'March 4', 'The mayor cuts']) {
      assert.equal(labelOf(words), 'N', words);
    }
    const last = text.lastIndexOf('A bridge at last');
    assert.equal(spans.find(([start, end]) => start <= last && last < end)?.[2], 'D');
  });

  it('puts a list of links on one line, with the labels where they were', () => {
    const made = tickerOf(text, markup, spans, 'valley.example');
    assert.ok(made);
    assert.match(made.ticker, /Home {4}Valley {4}Sports today|Home\u00A0{4}Valley\u00A0{4}Sports today/);
    for (const [i, [start, end, label]] of made.tickerSpans.entries()) {
      const [from, to, was] = spans[i] ?? [0, 0, 'N'];
      assert.equal(label, was);
      assert.equal(made.ticker.slice(end - 5, end), text.slice(to - 5, to));
      if (label === 'K') assert.equal(made.ticker.slice(start, end), text.slice(from, to));
    }
  });

  it('takes the smallest element around the article that holds boilerplate too', () => {
    const made = partOf(text, markup, spans);
    assert.ok(made);
    assert.match(made.part, /^The bridge over[^]*twenty years\.$/);
    assert.deepEqual(
      made.partSpans.map(([, , label]) => label),
      ['K', 'D', 'N', 'K'],
    );
  });
});
