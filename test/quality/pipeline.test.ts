/** The whole chain on the sample corpus, as the indexer runs it: with the survey, its names included. */
import path from 'node:path';
import { analyzeArticle, CorpusSurvey, type ArticleAnalysis } from '../../src/core/index.ts';
import { loadModels } from '../../src/indexer/models.ts';
import { checkFloors } from './floors.ts';
import { boilerplateFlags, sampleCorpus, type LabelledArticle } from './sampleCorpus.ts';

const models = loadModels(path.resolve(import.meta.dirname, '../../models'));

interface Result extends LabelledArticle {
  readonly analysis: ArticleAnalysis;
}

function analyzeAll(): readonly Result[] {
  const articles = sampleCorpus();
  const survey = new CorpusSurvey();
  for (const { record } of articles) survey.add(record);
  const alone = articles.map(({ record }) => analyzeArticle(record, models, survey.evidenceFor(record)));
  for (const { linked } of alone) survey.addNames(linked.mentions);
  return articles.map((article) => ({
    ...article,
    analysis: analyzeArticle(article.record, models, survey.evidenceFor(article.record)),
  }));
}

describe('the whole chain on the sample corpus', function () {
  this.timeout(120_000);
  let results: readonly Result[] = [];
  before(() => {
    results = analyzeAll();
  });

  const share = (isRight: (result: Result) => boolean): number =>
    results.filter(isRight).length / results.length;

  it('reads who published what when', () => {
    const { list, same } = {
      list: (values: readonly string[]) => values.map(fold).sort().join('|'),
      same: fold,
    };
    checkFloors('pipeline-metadata', {
      date: share(({ analysis, labels }) => (analysis.metadata.date?.value ?? null) === labels.metadata.date),
      noWrongDate: share(({ analysis, labels }) => {
        const date = analysis.metadata.date?.value;
        return date === undefined || date === labels.metadata.date;
      }),
      title: share(
        ({ analysis, labels }) => same(analysis.metadata.title?.value) === same(labels.metadata.title),
      ),
      outlet: share(
        ({ analysis, labels }) => same(analysis.metadata.outlet?.value) === same(labels.metadata.outlet),
      ),
      authors: share(
        ({ analysis, labels }) =>
          list(analysis.metadata.authors.map((author) => author.value)) === list(labels.metadata.authors),
      ),
      language: share(({ analysis, labels }) => analysis.metadata.language === labels.metadata.lang),
      quotes: share(({ analysis: { metadata, text } }) =>
        [metadata.date, metadata.title, metadata.outlet, ...metadata.authors].every(
          (found) => !found?.span || text.slice(found.span.start, found.span.end) === found.quote,
        ),
      ),
    });
  });

  it('tells boilerplate from article', () => {
    const counts = { article: 0, lost: 0, boilerplate: 0, removed: 0 };
    for (const result of results) {
      const gold = boilerplateFlags(result);
      const found = new Uint8Array(gold.length);
      for (const { start, end } of result.analysis.boilerplate) found.fill(1, start, end);
      for (let i = 0; i < gold.length; i++) {
        if (/\s/.test(result.record.text[i]!)) continue;
        counts[gold[i] ? 'boilerplate' : 'article']++;
        if (found[i]) counts[gold[i] ? 'removed' : 'lost']++;
      }
    }
    checkFloors('pipeline-clean', {
      articleKept: 1 - counts.lost / counts.article,
      boilerplateRemoved: counts.removed / counts.boilerplate,
    });
  });

  it('names who is named, in the article only', () => {
    const figures: Record<string, number> = {};
    for (const type of ['ORG', 'PER', 'LOC'] as const) {
      let [right, found, gold] = [0, 0, 0];
      for (const { analysis, labels } of results) {
        const wanted = new Set(
          labels.mentions.filter((m) => m.type === type).map((m) => `${m.start}-${m.end}`),
        );
        const given = analysis.linked.mentions.filter((m) => m.type === type);
        gold += wanted.size;
        found += given.length;
        right += given.filter((m) => wanted.has(`${m.start}-${m.end}`)).length;
      }
      figures[`${type} F1`] = (2 * right) / (found + gold);
    }
    const strays = results.flatMap(({ analysis, ...article }) => {
      const flags = boilerplateFlags({ ...article });
      return analysis.linked.mentions.filter((m) => flags[m.start] === 1);
    });
    const mentions = results.reduce((sum, { analysis }) => sum + analysis.linked.mentions.length, 0);
    figures.inArticle = 1 - strays.length / mentions;
    checkFloors('pipeline-entities', figures);
  });
});

function fold(value: string | null | undefined): string {
  return (value ?? '').normalize('NFKC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}
