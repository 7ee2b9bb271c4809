import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readMetadata, type ArticleRecord, type Boilerplate, type Metadata } from '../../src/core/index.ts';
import { readHtml } from '../../src/formats/html.ts';
import { checkFloors } from './floors.ts';
import { sampleCorpus, type LabelledArticle } from './sampleCorpus.ts';

const kit = new URL('../../../shared/eval/dates/dev/', import.meta.url);

/** One in so many pages of the kit: the whole takes minutes on a busy machine. */
const stride = 3;

const fold = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const share = (hits: readonly boolean[]): number => hits.filter(Boolean).length / hits.length;

/** The labelled boilerplate: this gate is about reading, the cleaner has its own. */
function labelledBoilerplate({ labels }: LabelledArticle): Boilerplate[] {
  const own = new Set(['title', 'byline', 'dateline', 'body']);
  return labels.passages
    .filter(([, , kind]) => !own.has(kind))
    .map(([start, end, kind]) => ({
      start,
      end,
      kind: kind as Boilerplate['kind'],
      evidence: { rule: 'label' },
      confidence: 1,
    }));
}

interface KitRecord {
  readonly id: string;
  readonly url?: string | null;
  readonly text?: string;
  readonly textDate: string | null;
  readonly titleVisible: boolean | number | null;
  readonly contested?: boolean;
  readonly goldInPage?: boolean;
  readonly gold: { readonly date: string | null; readonly alts?: string[]; readonly title?: string | null };
}

const readKit = <T>(name: string): T[] =>
  gunzipSync(readFileSync(new URL(`${name}.jsonl.gz`, kit)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** Shares of dated pages answered right and of answers that are right, and of undated ones left undated. */
function dateFigures(answers: readonly { readonly record: KitRecord; readonly metadata: Metadata }[]): {
  accuracy: number;
  precision: number;
} {
  const dated = answers.filter(({ record }) => record.gold.date !== null);
  const given = dated.filter(({ metadata }) => metadata.date?.precision === 'day');
  const isRight = ({ record, metadata }: (typeof dated)[number]): boolean =>
    [record.gold.date, ...(record.gold.alts ?? [])].includes(metadata.date?.value ?? '');
  const right = given.filter(isRight).length;
  return { accuracy: right / dated.length, precision: right / given.length };
}

const read = (record: ArticleRecord): Metadata => readMetadata(record, []);

describe('quality of metadata', function () {
  this.timeout(300_000);

  it('keeps its floors on the sample corpus', () => {
    const answers = sampleCorpus().map((article) => ({
      gold: article.labels.metadata,
      metadata: readMetadata(article.record, labelledBoilerplate(article)),
    }));
    checkFloors('metadata', {
      sampleDate: share(answers.map(({ gold, metadata }) => (metadata.date?.value ?? null) === gold.date)),
      sampleNoWrongDate: share(
        answers.map(({ gold, metadata }) => !metadata.date || metadata.date.value === gold.date),
      ),
      sampleTitle: share(
        answers.map(({ gold, metadata }) => fold(metadata.title?.value) === fold(gold.title)),
      ),
      sampleAuthors: share(
        answers.map(
          ({ gold, metadata }) =>
            metadata.authors.map(({ value }) => fold(value)).join() === gold.authors.map(fold).join(),
        ),
      ),
      sampleOutlet: share(
        answers.map(({ gold, metadata }) => fold(metadata.outlet?.value) === fold(gold.outlet)),
      ),
      sampleLanguage: share(answers.map(({ gold, metadata }) => metadata.language === gold.lang)),
    });
  });

  it('keeps its floors on the evaluation kit', function () {
    if (!existsSync(kit)) {
      console.log('      the evaluation kit is not at ../shared/eval: skipped');
      this.skip();
    }
    const records = readKit<KitRecord>('records').filter(
      ({ contested }, i) => contested !== true && i % stride === 0,
    );
    const texts = records.flatMap((record) =>
      record.text ? [{ record, metadata: read({ id: record.id, text: record.text }) }] : [],
    );
    const stress = readKit<KitRecord>('stress').map((record) => ({
      record,
      metadata: read({ id: record.id, text: record.text ?? '' }),
    }));
    const byId = new Map(records.map((record) => [record.id, record]));
    const pages = readKit<{ id: string; html: string }>('html').flatMap(({ id, html }) => {
      const record = byId.get(id);
      if (!record || record.goldInPage === false) return [];
      return [{ record, metadata: read({ id, ...(record.url && { url: record.url }), ...readHtml(html) }) }];
    });
    const visible = dateFigures(texts.filter(({ record }) => record.textDate === 'visible'));
    const synthetic = dateFigures(stress);
    const markup = dateFigures(pages);
    const titled = pages.filter(({ record }) => record.gold.title);
    checkFloors('metadata', {
      textDateAccuracy: visible.accuracy,
      textDatePrecision: visible.precision,
      textLeftUndated: share(
        texts.filter(({ record }) => record.textDate === 'absent').map(({ metadata }) => !metadata.date),
      ),
      stressDateAccuracy: synthetic.accuracy,
      stressDatePrecision: synthetic.precision,
      stressLeftUndated: share(
        stress.filter(({ record }) => record.gold.date === null).map(({ metadata }) => !metadata.date),
      ),
      htmlDateAccuracy: markup.accuracy,
      htmlDatePrecision: markup.precision,
      htmlTitleExact: share(
        titled.map(({ record, metadata }) => fold(metadata.title?.value) === fold(record.gold.title)),
      ),
    });
  });
});
