import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MarkupFact } from '../../../src/core/index.ts';
import { readHtml } from '../../../src/formats/html.ts';

const facts = (html: string, field: MarkupFact['field']): string[] =>
  readHtml(html)
    .markup.facts.filter((fact) => fact.field === field)
    .map(({ source, value }) => `${source}: ${value}`);

const linkedData = (data: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

/** Blocks are in order, do not overlap, and hold the text they point to. */
function checkBlocks(html: string): void {
  const { text, markup } = readHtml(html);
  let end = 0;
  for (const block of markup.blocks) {
    assert.ok(block.start >= end && block.end > block.start && block.end <= text.length);
    assert.equal(text.slice(block.start, block.end), text.slice(block.start, block.end).trim());
    assert.ok(block.linkLength <= block.end - block.start);
    end = block.end;
  }
}

describe('readHtml: text', () => {
  it('puts blocks on lines of their own, with a blank line round paragraphs and headings', () => {
    const { text } = readHtml(
      '<body><div>Un</div><div>Deux <b>mots</b></div><h1>Titre</h1><p>Corps<br>suite</p><ul><li>a<li>b</ul></body>',
    );
    assert.equal(text, 'Un\nDeux mots\n\nTitre\n\nCorps\nsuite\n\na\nb');
  });

  it('leaves out scripts, styles, hidden elements and what stands for missing scripts', () => {
    const { text } = readHtml(
      '<script>var a = "x";</script><style>p{}</style><noscript>non</noscript><p hidden>non</p><p style="display: none">non</p><p>oui</p>',
    );
    assert.equal(text, 'oui');
  });

  it('decodes entities and joins blanks, but keeps non-breaking ones', () => {
    assert.equal(
      readHtml('<p>L&rsquo;&eacute;t&eacute;  \n dernier&nbsp;: &amp; &#8364;</p>').text,
      'L’été dernier\u00a0: & €',
    );
  });

  it('gives each block its path and the length of its links', () => {
    const { text, markup } = readHtml(
      '<html><body class="Home"><div id="main" class="content wide">Lire <a href="/x">la suite</a><p>Corps</p>fin</div></body></html>',
    );
    assert.deepEqual(
      markup.blocks.map(({ start, end, path, linkLength }) => [
        text.slice(start, end),
        path.at(-1),
        linkLength,
      ]),
      [
        ['Lire la suite', 'div.content.wide#main', 8],
        ['Corps', 'p', 0],
        ['fin', 'div.content.wide#main', 0],
      ],
    );
    assert.deepEqual(markup.blocks[0]?.path.slice(0, 2), ['html', 'body.home']);
  });

  it('tells elements, links and emphasis apart, and spells the words of names', () => {
    const { text, markup } = readHtml(
      '<div id="storyBody"><p role="note">Lire <a href="/x"><b>la suite</a></b> ou <a href=/y>rien</a></p><p>Fin</p></div>',
    );
    const words = (spans: readonly { start: number; end: number }[] = []): string[] =>
      spans.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(words(markup.links), ['la suite', 'rien']);
    assert.deepEqual(words(markup.emphasis), ['la suite']);
    assert.deepEqual(markup.elements, [
      { parent: -1, label: 'div#story-body', role: '' },
      { parent: 0, label: 'p', role: 'note' },
      { parent: 0, label: 'p', role: '' },
    ]);
    assert.deepEqual(
      markup.blocks.map(({ element }) => element),
      [1, 2],
    );
  });

  it('takes the text of the article from the linked data, without tags', () => {
    const { markup } = readHtml(
      linkedData({ '@type': 'NewsArticle', articleBody: '<p>Un port</p> et <b>deux</b> phares.' }),
    );
    assert.equal(markup.articleBody?.replace(/\s+/g, ' '), 'Un port et deux phares.');
  });

  it('reads a body whose head was never closed', () => {
    assert.equal(readHtml('<html><head><title>T</title><div>Corps</div>').text, 'Corps');
  });

  it('reads any string', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div class="a b" id=c>',
        '</div>',
        '<a href=x>',
        '</a>',
        '<br>',
        '<!--',
        '-->',
        '<script>',
        '</script>',
        '<li',
        '&amp',
        '<![CDATA[',
        '<title>',
        '<time datetime="2012-03-04">',
        '<meta property="og:title" content="x">',
        '<script type="application/ld+json">{"@type":',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        checkBlocks(pieces.join(''));
      }),
    );
  });

  it('reads deep nesting and long pages in linear time', () => {
    const started = performance.now();
    checkBlocks('<div>'.repeat(60_000) + 'x' + '</div>'.repeat(60_000));
    checkBlocks('<p>mot '.repeat(60_000));
    checkBlocks(`<p>${'mot '.repeat(500_000)}`);
    assert.ok(performance.now() - started < 8000);
  });
});

describe('readHtml: facts', () => {
  it('takes the article that is the page’s main entity, not the ones it lists', () => {
    const html = linkedData({
      '@graph': [
        {
          '@type': 'ItemList',
          itemListElement: [{ '@type': 'NewsArticle', headline: 'Autre', datePublished: '2019-01-01' }],
        },
        { '@type': 'Person', '@id': '#anne', name: 'Anne Dupré' },
        {
          '@type': ['NewsArticle'],
          headline: 'Une digue pour la baie',
          datePublished: '2012-03-04T08:00:00+01:00',
          dateModified: '2012-03-05',
          author: [{ '@id': '#anne' }, { '@type': 'Organization', name: 'La Gazette' }],
          publisher: { '@type': 'Organization', name: 'La Gazette' },
          articleSection: ['Littoral', 'Une'],
          comment: { '@type': 'Article', datePublished: '2013-01-01' },
        },
      ],
    });
    assert.deepEqual(facts(html, 'published'), ['jsonLd: 2012-03-04T08:00:00+01:00']);
    assert.deepEqual(facts(html, 'modified'), ['jsonLd: 2012-03-05']);
    assert.deepEqual(facts(html, 'title'), ['jsonLd: Une digue pour la baie']);
    assert.deepEqual(facts(html, 'author'), ['jsonLd: Anne Dupré', 'jsonLdOrganization: La Gazette']);
    assert.deepEqual(facts(html, 'outlet'), ['jsonLd: La Gazette']);
    assert.deepEqual(facts(html, 'section'), ['jsonLd: Littoral']);
  });

  it('mends raw line breaks and trailing commas, and reads two strings of what cannot be mended', () => {
    const mended =
      '<script type="application/ld+json">{"@type":"Article","headline":"Une\ndigue","datePublished":"2012-03-04",}</script>';
    assert.deepEqual(facts(mended, 'published'), ['jsonLd: 2012-03-04']);
    const broken =
      '<script type="application/ld+json">{"@type":"Article" "headline":"Une digue", "datePublished":"2012-03-04"</script>';
    assert.deepEqual(facts(broken, 'published'), ['jsonLd: 2012-03-04']);
    assert.deepEqual(facts(broken, 'title'), ['jsonLd: Une digue']);
  });

  it('reads metas, microdata, times, title and headings', () => {
    const html = `<html lang="fr-MA"><head><title>Une digue | La Gazette</title>
      <meta property="article:published_time" content="2012-03-04"><meta name="DC.date.issued" content="2012-03-04">
      <meta property="og:site_name" content="La Gazette"><meta name="author" content="Anne Dupré"><meta name="viewport" content="x"></head>
      <body><h1>Une digue</h1><span itemprop="datePublished" content="2012-03-04"></span>
      <time datetime="2012-03-04T10:00">hier</time><time class="updated" datetime="2012-03-06">mis à jour</time>
      <div class="comment-list"><time datetime="2012-04-01">x</time><span class="author">Un lecteur</span></div>
      <a rel="author" href="/a">Anne Dupré</a></body>`;
    assert.deepEqual(facts(html, 'published'), [
      'openGraph: 2012-03-04',
      'meta:dc.date.issued: 2012-03-04',
      'itemprop: 2012-03-04',
      'time: 2012-03-04T10:00',
      'timeElsewhere: 2012-04-01',
    ]);
    assert.deepEqual(facts(html, 'modified'), ['time: 2012-03-06']);
    assert.deepEqual(facts(html, 'title'), ['titleTag: Une digue | La Gazette', 'h1: Une digue']);
    assert.deepEqual(facts(html, 'author'), ['meta:author: Anne Dupré', 'relAuthor: Anne Dupré']);
    assert.deepEqual(facts(html, 'outlet'), ['openGraph: La Gazette']);
    assert.deepEqual(facts(html, 'language'), ['htmlLang: fr-MA']);
  });

  it('tells who signs the page from who is named far from its headline or by readers', () => {
    const filler = `<p>${'Le vent tourne sur la baie. '.repeat(60)}</p>`;
    const html = `<head><meta name="twitter:label1" content="Écrit par"><meta name="twitter:data1" content="Anne Dupré">
      <meta name="twitter:label2" content="Durée"><meta name="twitter:data2" content="3 minutes"></head>
      <body><h1>Une digue</h1><span class="documentAuthor">Anne Dupré</span>
      <a href="/auteurs/luc-morel">Luc Morel</a> <a href="/themes/digues">Digues</a>${filler}
      <span class="author">Zoé Petit</span><div class="comments"><b itemprop="author">Un lecteur</b></div></body>`;
    assert.deepEqual(facts(html, 'author'), [
      'card: Anne Dupré',
      'authorMark: Anne Dupré',
      'authorLink: Luc Morel',
      'authorClassElsewhere: Zoé Petit',
    ]);
  });

  it('keeps a newsroom that signs apart from the persons that do', () => {
    const signed = [
      { '@type': 'Person', name: 'Anne Dupré' },
      { '@type': 'Organization', name: 'Agence du Port' },
    ];
    const html = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', author: signed })}</script>`;
    assert.deepEqual(facts(html, 'author'), ['jsonLd: Anne Dupré', 'jsonLdOrganization: Agence du Port']);
  });

  it('reads a line of very many pieces in time that grows with its length', () => {
    for (const unit of ['<', '&nbsp;', 'x<br>', '<b>a</b> ', '<div>']) {
      const start = performance.now();
      readHtml(unit.repeat(400_000 / unit.length));
      const passedMs = performance.now() - start;
      assert.ok(passedMs < 10_000, `${unit}: ${Math.round(passedMs)} ms`);
    }
  });
});
