import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { renderSparkline, type Sparkline, type YearCount } from '../../../src/core/sparkline.ts';

function spark(years: readonly YearCount[]): Sparkline {
  const sparkline = renderSparkline(years);
  assert.ok(sparkline);
  return sparkline;
}

/** The tags of a document, asserting that it is well-formed. */
function tagsOf(svg: string): { tags: string[]; texts: string[] } {
  const open: string[] = [];
  const tags: string[] = [];
  const texts: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name) => {
        open.push(name);
        tags.push(name);
      },
      ontext: (text) => texts.push(text),
      onclosetag: (name, isImplied) => {
        assert.equal(open.pop(), name);
        assert.ok(!isImplied || name === 'path');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(svg);
  parser.end();
  assert.deepEqual(open, []);
  return { tags, texts };
}

describe('renderSparkline', () => {
  const years = [
    { year: '2004', articles: 3 },
    { year: '2016', articles: 38 },
    { year: '2025', articles: 12 },
  ];

  it('says in words what it shows', () => {
    assert.equal(spark(years).alt, '2004–2025, most in 2016 (38 articles)');
    assert.equal(spark([{ year: '2016', articles: 1 }]).alt, '1 article in 2016');
  });

  it('draws a bar for each year with articles, in its place, none for the others', () => {
    const bars = [...spark(years).svg.matchAll(/M([\d.]+) 22v-([\d.]+)/g)].map(([, x, height]) => [
      Number(x),
      Number(height),
    ]);
    assert.equal(bars.length, 3);
    const [first, busiest, last] = bars as [number[], number[], number[]];
    assert.equal(first[0], 0);
    assert.ok(Math.abs((busiest[0]! - first[0]) / (last[0]! - first[0]) - 12 / 21) < 0.01);
    assert.equal(busiest[1], 22);
    assert.ok(first[1]! < last[1]!);
  });

  it('labels the first and the last year, and is a titled picture without anything active', () => {
    const { tags, texts } = tagsOf(spark(years).svg);
    assert.deepEqual(tags, ['svg', 'title', 'path', 'text', 'text']);
    assert.deepEqual(texts, ['2004–2025, most in 2016 (38 articles)', '2004', '2025']);
    assert.doesNotMatch(spark(years).svg, /script|href|style|\bon\w+=/);
  });

  it('is readable on a light and on a dark ground', () => {
    const tone = /fill="#(\w{6})"/.exec(spark(years).svg)?.[1] ?? '';
    for (const ground of ['ffffff', '1e1e1e', '252526', '000000'])
      assert.ok(contrast(tone, ground) >= 3, ground);
  });

  it('gives nothing for nothing', () => {
    assert.equal(renderSparkline([]), undefined);
    assert.equal(
      renderSparkline([
        { year: 'x', articles: 2 },
        { year: '2001', articles: 0 },
      ]),
      undefined,
    );
  });

  it('does not depend on the order, stays small and well-formed', () => {
    const year = fc.record({
      year: fc.integer({ min: 1990, max: 2014 }).map(String),
      articles: fc.integer({ min: 1, max: 99999 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(year, { selector: (y) => y.year, minLength: 1 }), (list) => {
        const { svg } = spark(list);
        assert.ok(svg.length < 3000);
        assert.doesNotMatch(svg, /NaN|Infinity|--/);
        assert.equal(spark([...list].reverse()).svg, svg);
        tagsOf(svg);
      }),
    );
  });
});

/** WCAG 2.2 contrast of two colours given as RRGGBB. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [red, green, blue] = [0, 2, 4].map((at) => {
      const c = parseInt(hex.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
