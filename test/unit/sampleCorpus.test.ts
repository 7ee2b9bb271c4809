import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSampleCorpus, builtArticles } from '../../tools/sampleCorpus/build.ts';
import { cast } from '../../tools/sampleCorpus/cast.ts';
import { readMarkup } from '../../tools/sampleCorpus/markup.ts';
import { readArticleText, readLabels } from '../../tools/sampleCorpus/readLabels.ts';

const root = join(import.meta.dirname, '../..');
const realArticles = join(root, '../shared/seeds');

const labels = readLabels();

describe('sample corpus', () => {
  it('is what the builder makes of its sources', () => {
    const files = buildSampleCorpus();
    for (const [path, bytes] of files) {
      assert.ok(
        readFileSync(join(root, path)).equals(bytes),
        `${path} differs: run tools/sampleCorpus/build.ts`,
      );
    }
    const articles = [...files.keys()].filter((path) => path.startsWith('sample-corpus/'));
    assert.deepEqual(builtArticles().sort(), articles.sort());
  });

  it('has at least sixty articles, in three languages, over two decades', () => {
    const inLanguage = (lang: string): number =>
      labels.filter(({ metadata }) => metadata.lang === lang).length;
    assert.ok(labels.length >= 60, `${labels.length} articles`);
    assert.ok(inLanguage('fr') >= 40 && inLanguage('en') >= 10 && inLanguage('es') >= 10);
    const years = new Set(labels.flatMap(({ metadata }) => metadata.date?.slice(0, 4) ?? []));
    for (let year = 2003; year <= 2025; year++) assert.ok(years.has(String(year)), `nothing dated ${year}`);
  });

  it('shows every layout and every encoding', () => {
    const layouts = new Set(labels.flatMap((article) => article.layouts));
    const told = [
      ...readFileSync(join(root, 'test/fixtures/sample-corpus/BIBLE.md'), 'utf8').matchAll(/^\| `(\w+)`/gm),
    ];
    assert.deepEqual([...layouts].sort(), told.map(([, name]) => name).sort());
    assert.equal(new Set(labels.map(({ encoding }) => encoding)).size, 4);
    assert.ok(labels.some((article) => readArticleText(article).includes('\r\n')));
  });

  it('has labels that fit its texts', () => {
    for (const article of labels) {
      const text = readArticleText(article);
      for (const { start, end, entity, type } of article.mentions) {
        const member = cast[entity]!;
        const surface = text.slice(start, end).replaceAll('’', "'").replaceAll('\u00a0', ' ').toLowerCase();
        const names = [member.name, ...member.aliases].map((name) => name.replaceAll('’', "'").toLowerCase());
        assert.ok(names.includes(surface), `${article.file}: "${surface}" is no name of ${entity}`);
        assert.equal(type, member.type);
      }
      assertInOrder(article.mentions, article.file, text.length);
      assertInOrder(
        article.passages.map(([start, end]) => ({ start, end })),
        article.file,
        text.length,
      );
    }
  });

  it('names only members of the cast as heads and parents', () => {
    for (const [id, { facts }] of Object.entries(cast)) {
      const named = [
        ...(facts?.heads ?? []).map(({ person }) => person),
        ...(facts?.parent ? [facts.parent] : []),
      ];
      for (const other of named) assert.ok(cast[other], `${id} refers to ${other}`);
    }
  });

  it('borrows no sentence from real articles', function () {
    if (!existsSync(realArticles)) this.skip();
    const real = readdirSync(realArticles)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(realArticles, name), 'utf8'))
      .join('\n');
    for (const article of labels) {
      for (const sentence of readArticleText(article).split(/(?<=[.!?])\s+|\n/)) {
        assert.ok(sentence.length <= 60 || !real.includes(sentence.trim()), `${article.file}: ${sentence}`);
      }
    }
  });
});

describe('sample corpus markup', () => {
  it('turns nested markup into offsets of the plain text', () => {
    const marked = readMarkup('{{dateline|[[tanger|TANGER]], 3 mai –}} [[Orsane]] embauche.');
    assert.equal(marked.text, 'TANGER, 3 mai – Orsane embauche.');
    assert.deepEqual(marked.passages, [{ start: 0, end: 15, kind: 'dateline' }]);
    assert.deepEqual(
      marked.mentions.map(({ start, end, entity }) => [start, end, entity]),
      [
        [0, 6, 'tanger'],
        [16, 22, 'orsane'],
      ],
    );
  });

  it('refuses a name that nobody in the cast has, an unknown kind and an unbalanced passage', () => {
    assert.throws(() => readMarkup('[[Nobody Anywhere]]'), /names nobody/);
    assert.throws(() => readMarkup('{{advert|x}}'), /unknown passage kind/);
    assert.throws(() => readMarkup('{{title|x'), /not closed/);
    assert.throws(() => readMarkup('x}}'), /without a passage/);
  });
});

function assertInOrder(spans: readonly { start: number; end: number }[], file: string, length: number): void {
  let last = 0;
  for (const { start, end } of spans) {
    assert.ok(start >= last && end > start && end <= length, `${file}: span ${start}–${end} is out of order`);
    last = end;
  }
}
