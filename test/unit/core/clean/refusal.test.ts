import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleaningRefusal, noArticle } from '../../../../src/core/index.ts';

const article = [
  'The ferry sails again',
  '',
  'After three winters at the quay, the Lesina took on passengers on Monday. Forty people had queued since dawn.',
  'The harbour master, who had promised a date every month, said nothing; the baker said it for him.',
  'Tickets cost less than before (children travel free).',
  'Share',
  '',
].join('\n');

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('noArticle', () => {
  it('has nothing against an article, hard-wrapped, short or in another script', () => {
    assert.equal(noArticle(article), undefined);
    assert.equal(noArticle(article.replace(/(.{50}\S*) /g, '$1\n')), undefined);
    assert.equal(noArticle('One line\nand two.'), undefined);
    const arabic = 'أعادت البلدية فتح السوق القديم يوم الاثنين، بعد ثلاث سنوات من الأشغال في الحي كله.';
    assert.equal(noArticle(lines(5, () => arabic)), undefined);
  });

  it('has nothing against an article with a table, a list or a program in it', () => {
    const prose = lines(
      4,
      (i) => `On day ${i} the crew counted the crates again, and again there was one too many.`,
    );
    for (const part of [
      lines(4, (i) => `${i}\t${i * 7}`),
      lines(4, (i) => `item ${i}`),
      lines(3, () => 'run();'),
    ])
      assert.equal(noArticle(`${prose}\n${part}`), undefined);
  });

  it('knows a log', () => {
    const log = lines(
      9,
      (i) => `2024-03-0${i + 1}T08:15:2${i}Z worker started, 3 of 4 files read. Nothing to do.`,
    );
    assert.equal(noArticle(log)?.rule, 'looksLikeLog');
    assert.equal(noArticle(lines(9, (i) => `ERROR [main] no route to host ${i}`))?.rule, 'looksLikeLog');
  });

  it('does not take the times of a running report for a log', () => {
    const report = lines(
      9,
      (i) => `14:0${i} The minister comes out, and says that the talks, long as they were, go on.`,
    );
    assert.equal(noArticle(report), undefined);
  });

  it('knows a program and its data', () => {
    const program =
      'import { a } from "a";\n\nexport function b(c) {\n  const d = a(c);\n  return d + 1;\n}\n';
    assert.equal(noArticle(program)?.rule, 'looksLikeCode');
    assert.equal(
      noArticle(JSON.stringify({ a: 1, b: ['x', 'y'], c: { d: 'e' } }, null, 2))?.rule,
      'looksLikeCode',
    );
  });

  it('knows a table', () => {
    for (const separator of ['\t', ';', ',', '|']) {
      const table = lines(8, (i) => [`port ${i}`, i * 12, `"Sète, ${i}"`, 2000 + i].join(separator));
      assert.equal(noArticle(table)?.rule, 'looksLikeTable', separator);
    }
  });

  it('knows a list', () => {
    assert.equal(noArticle(lines(12, (i) => `wheel-spokes ${i}`))?.rule, 'looksLikeList');
  });
});

describe('cleaningRefusal', () => {
  const share = { start: article.indexOf('Share'), end: article.length };

  it('lets an article be cleaned', () => {
    assert.equal(cleaningRefusal(article, [share]), undefined);
    assert.equal(cleaningRefusal('', []), undefined);
  });

  it('refuses to leave less than the floor, counting words', () => {
    const most = { start: 24, end: article.length };
    assert.deepEqual(cleaningRefusal(article, [most]), { rule: 'leavesTooLittle', values: { percent: 8 } });
    assert.equal(cleaningRefusal(article, [most], { floorPercent: 5 }), undefined);
    assert.equal(
      cleaningRefusal(article, [{ start: 0, end: article.length }], { floorPercent: 0 }),
      undefined,
    );
    assert.equal(cleaningRefusal(article, [share], { floorPercent: 99 })?.rule, 'leavesTooLittle');
  });

  it('counts what overlaps once', () => {
    const half = { start: 0, end: Math.floor(article.length / 2) };
    assert.equal(cleaningRefusal(article, [half, half, half], { floorPercent: 30 }), undefined);
  });

  it('says what is no article before it counts', () => {
    const list = lines(12, (i) => `wheel-spokes ${i}`);
    assert.equal(cleaningRefusal(list, [{ start: 0, end: list.length }])?.rule, 'looksLikeList');
  });

  it('answers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        cleaningRefusal(text, [{ start: 0, end: text.length }]);
      }),
    );
  });
});
