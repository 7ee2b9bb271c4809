import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  describeBoilerplate,
  findBoilerplate,
  loadCleanModel,
  loadPageModel,
  removeSpans,
  type Boilerplate,
} from '../../../../src/core/index.ts';
import { readHtml } from '../../../../src/formats/html.ts';
import { ownPages } from './ownPages.ts';
import { shippedModelFile } from './shippedModel.ts';

const pageModelFile = new URL('../../../../models/cleanPage.json', import.meta.url);
const text = loadCleanModel(readFileSync(shippedModelFile));
const model = { ...text, page: loadPageModel(readFileSync(pageModelFile)) };

function clean(html: string): { dump: string; cleaned: string; removed: readonly Boilerplate[] } {
  const { text: dump, markup } = readHtml(html);
  const removed = findBoilerplate({ id: 'page', text: dump, markup }, model);
  return { dump, cleaned: removeSpans(dump, removed).text, removed };
}

/** "Kind: evidence" of the passage that holds these words. */
function reasonFor(html: string, words: string): string {
  const { dump, removed } = clean(html);
  const at = dump.indexOf(words);
  const passage = removed.find(({ start, end }) => start <= at && at < end);
  return passage === undefined ? 'kept' : describeBoilerplate(passage);
}

const sentence =
  'The harbour office moved to the old mill, and nobody, so far, has asked for the keys of the new one.';
const article = `<main><div class="box"><h1>The harbour office moves</h1>${`<p>${sentence}</p>`.repeat(5)}</div></main>`;

describe('the finder on pages with markup', () => {
  for (const { language, title, body, around, html } of ownPages) {
    it(`keeps title and paragraphs and removes what is around them (${language})`, () => {
      const { cleaned } = clean(html);
      for (const words of [title, ...body]) assert.ok(cleaned.includes(words), `lost: ${words}`);
      for (const words of around) assert.ok(!cleaned.includes(words), `left: ${words}`);
    });
  }

  it('says by which part of the page a passage goes', () => {
    const html = `<body><nav><a href="/">Front page</a></nav>${article}
      <div class="comments"><p>I liked the mill better, when it still had its wheel and its owner.</p></div>
      <section class="relatedStories"><a href="/b">Mill sold at auction</a></section><footer>Printed on Sundays</footer></body>`;
    assert.equal(reasonFor(html, 'Front page'), 'Navigation: in the page’s navigation');
    assert.equal(reasonFor(html, 'I liked'), 'Notice: in the readers’ comments');
    assert.equal(reasonFor(html, 'Mill sold'), 'Cross link: in a box of other articles');
    assert.equal(reasonFor(html, 'Printed'), 'Navigation: in the page’s footer');
    assert.equal(reasonFor(html, 'The harbour office moved'), 'kept');
  });

  it('takes pointers to other articles out of the middle of this one, and no sentence that begins like one', () => {
    const link = (words: string): string => `<a href="/other">${words}</a>`;
    const pointers = [
      `READ MORE: ${link('The mill was sold at auction for less than its wheel')}`,
      link('WATCH MORE: The old mill seen from the river in the week of the floods'),
      `Lire aussi : ${link('Le moulin a été vendu aux enchères')}`,
      `También puede leer: ${link('El molino se vendió en una subasta')}`,
    ];
    const kept = [
      `OSLO: ${link('The harbour office')} moved there as well, ten years before it came here, and nobody noticed.`,
      'Related: this is what the clerk called the two offices, as both had once been mills with a wheel.',
    ];
    const paragraphs = [...pointers, ...kept].map((line) => `<p>${sentence}</p><p>${line}</p>`).join('');
    const page = article.replace('</h1>', `</h1>${paragraphs}`);
    const { cleaned } = clean(page);
    for (const words of ['auction', 'floods', 'enchères', 'subasta'])
      assert.ok(!cleaned.includes(words), words);
    assert.equal(reasonFor(page, 'WATCH'), 'Cross link: points to another article (“WATCH MORE”)');
    for (const words of ['ten years before', 'called the two offices', sentence])
      assert.ok(cleaned.includes(words), words);
  });

  it('believes no name that would take the article', () => {
    const named = `<body><div><nav class="comments related"><div class="footer">${article}</div></nav></div></body>`;
    assert.equal(clean(named).cleaned.split(sentence).length, 6);
    const formed = `<body><form id="aspnetForm"><div>${article}</div></form></body>`;
    assert.equal(clean(formed).cleaned.split(sentence).length, 6);
  });

  it('reads names by their words: a page with a sidebar is none', () => {
    const html = `<body class="has-sidebar"><div class="layout-with-sidebar">${article}</div></body>`;
    assert.equal(clean(html).removed.length, 0);
  });

  it('begins an article with its title, whatever reads like one above it', () => {
    const other =
      'The ferry will not sail before the spring, said its captain, who is waiting for a new engine and, above all, for guests.';
    const head = '<title>The harbour office moves</title>';
    const slides = `<div class="box">${`<div><p>${other}</p></div>`.repeat(4)}</div>`;
    const { cleaned } = clean(`<html><head>${head}</head><body>${slides}${article}</body></html>`);
    assert.ok(!cleaned.includes('The ferry'));
    assert.equal(cleaned.split(sentence).length, 6);
    // A title that is given once more at the end is no beginning.
    const atEnd = `<main><div>${`<p>${sentence}</p>`.repeat(5)}<h1>The harbour office moves</h1></div></main>`;
    assert.equal(
      clean(`<html><head>${head}</head><body>${atEnd}</body></html>`).cleaned.split(sentence).length,
      6,
    );
  });

  it('cleans as plain text what has no markup to speak of', () => {
    const dump = `${sentence}\n\n${sentence}\n\nShare on Facebook\n\nShare on Twitter\n`;
    const { text: read, markup } = readHtml(`<pre>${dump}</pre>`);
    const asPage = findBoilerplate({ id: 'pre', text: read, markup }, model);
    assert.deepEqual(asPage, findBoilerplate({ id: 'text', text: read }, text));
  });

  it('takes exactly the passages off, in order, whatever the page', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="related">',
      '<div id=comments>',
      '</div>',
      '<a href=x>',
      '</a>',
      '<nav>',
      '</nav>',
      '<h1>The harbour office moves</h1>',
      '<br>',
      `${sentence} `,
      'Read more',
      '<li>',
      '<table><tr><td>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { dump, cleaned, removed } = clean(pieces.join(''));
        let end = 0;
        let kept = '';
        for (const passage of removed) {
          assert.ok(passage.start >= end && passage.end > passage.start && passage.end <= dump.length);
          assert.ok(passage.confidence >= 0.5 && passage.confidence <= 1);
          kept += dump.slice(end, passage.start);
          ({ end } = passage);
        }
        assert.equal(cleaned, kept + dump.slice(end));
      }),
      { numRuns: 60 },
    );
  });

  it('judges deep and wide pages in time', function () {
    this.timeout(20_000);
    const deep = `${'<div class="a b">'.repeat(10_000)}${article}${'</div>'.repeat(10_000)}`;
    assert.ok(clean(deep).cleaned.includes(sentence));
    const wide = `<body><div>${`<ul><li><a href=x>One more headline</a></li></ul><p>${sentence}</p>`.repeat(8000)}</div></body>`;
    const start = process.cpuUsage();
    clean(wide);
    assert.ok(process.cpuUsage(start).user < 8e6);
  });
});

describe('loadPageModel', () => {
  it('refuses what was trained for other columns', () => {
    assert.throws(() => loadPageModel('{"version":1,"features":[],"trees":{}}'), /other features/);
    assert.throws(() => loadPageModel('{"version":2}'), /version 2/);
  });
});
