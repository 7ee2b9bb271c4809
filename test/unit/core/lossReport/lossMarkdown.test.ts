import assert from 'node:assert/strict';
import {
  englishReport,
  lossMarkdown,
  LossTotals,
  ReportLanguage,
  reportSentences,
  type ArticleLoss,
} from '../../../../src/core/index.ts';

const hostile =
  '</td><img src=x onerror=alert(1)> [click](command:evil) ![x](http://evil.example/x.png) | **b** `c` $(zap)\n# top';

const loss: ArticleLoss = {
  article: 'a b/(1).txt',
  copy: 'a b/(1).txt',
  title: hostile,
  outlet: hostile,
  language: 'fr',
  characters: 1000,
  cleanedCharacters: 800,
  removed: [
    {
      start: 0,
      end: 200,
      kind: 'legal',
      evidence: { rule: 'legalWords', values: { words: hostile } },
      excerpt: hostile,
    },
  ],
  doubtful: 1,
};

function render(language: ReportLanguage, all: readonly ArticleLoss[] = [loss]): string {
  const totals = new LossTotals();
  for (const each of all) totals.add(each);
  const list = <T>(items: readonly T[]): { items: readonly T[]; total: number } => ({
    items,
    total: items.length,
  });
  const lines = lossMarkdown(
    language,
    {
      corpus: hostile,
      filter: hostile,
      madeOn: '2026-11-22',
      removesDoubtful: false,
      floorPercent: 10,
      hasFiles: true,
    },
    totals,
    {
      refused: list(all.filter(({ refusal }) => refusal)),
      unusual: list(all),
      detailed: { items: all, total: 7 },
      leftOut: list([{ path: hostile, evidence: { rule: 'empty' } }]),
      stale: list([hostile]),
    },
    { articles: 'loss-report.csv', passages: 'loss-passages.csv' },
  );
  return lines.join('\n');
}

describe('lossMarkdown', () => {
  it('lets nothing of a text become markup, a link or a picture', () => {
    const markdown = render(new ReportLanguage(englishReport));
    for (const mark of [
      /[^\\]<img/,
      /[^\\]\]\(command/,
      /[^\\]!\[/,
      /[^\\]\*\*b/,
      /\$\(zap/,
      /^# top/m,
      /http:\/\//,
    ])
      assert.doesNotMatch(markdown, mark);
    for (const row of markdown.split('\n').filter((line) => line.startsWith('| ['))) {
      const cells = row.replace(/\\\|/g, '').split('|').length - 2;
      assert.ok(cells === 4 || cells === 6, row);
    }
  });

  it('leads to the copies, whatever their names', () => {
    assert.match(render(new ReportLanguage(englishReport)), /\]\(\.\/a%20b\/%281%29\.txt\)/);
  });

  it('says what is not listed and where it stands', () => {
    assert.match(render(new ReportLanguage(englishReport)), /^6 more in \[loss-passages\.csv\]/m);
  });

  it('speaks the language it is given, numbers and dates too', () => {
    const sentences = Object.fromEntries(reportSentences().map((sentence) => [sentence, `«${sentence}»`]));
    const markdown = render(new ReportLanguage({ language: 'fr', sentences }));
    assert.match(markdown, /^# «Loss report»/);
    assert.match(markdown, /22 novembre 2026/);
    assert.match(markdown, /1\s000/);
  });
});
