import { dateCode, entityChoiceKeys, type Curation, type EntityChoice } from '../../core/index.ts';
import { dateFields, documentId, type ArticleDocument } from './articleDocument.ts';
import { writeBulk, type BulkChange } from './bulk.ts';
import type { CorpusStore } from './corpusStore.ts';
import { datedRow, marksOfGiven, without } from './dateOverlay.ts';

/** What became of corrections that were pushed. */
export interface PushedCuration {
  /** Articles whose date is now the one that was given. */
  readonly dated: number;
  /** Articles that the corpus does not hold. */
  readonly unknown: readonly string[];
}

const datesAtOnce = 200;

/** What is said of entities now, with what was said of others before. */
export function mergedChoices(
  before: readonly EntityChoice[],
  pushed: readonly EntityChoice[],
): readonly EntityChoice[] {
  const said = new Set(pushed.flatMap(entityChoiceKeys));
  return [...before.filter((choice) => !entityChoiceKeys(choice).some((key) => said.has(key))), ...pushed];
}

/** Writes the dates that the user gave into the articles, as their analysis would have. */
export async function pushDates(store: CorpusStore, dates: Curation['dates']): Promise<PushedCuration> {
  const unknown: string[] = [];
  let dated = 0;
  for (let i = 0; i < dates.length; i += datesAtOnce) {
    const some = new Map(dates.slice(i, i + datesAtOnce).map((choice) => [choice.article, choice.date]));
    const hits = await store.get<ArticleDocument>('articles', [...some.keys()].map(documentId));
    const changes = hits.map(({ _id, _source }): BulkChange => {
      return { kind: 'index', id: _id, document: withDate(_source, some.get(_source.id) ?? null) };
    });
    await writeBulk(store, 'articles', changes, { refresh: true });
    const found = new Set(hits.map(({ _source }) => _source.id));
    unknown.push(...[...some.keys()].filter((id) => !found.has(id)));
    dated += found.size;
  }
  return { dated, unknown };
}

function withDate(document: ArticleDocument, given: string | null): ArticleDocument {
  const code = given === null ? 0 : (dateCode(given) ?? 0);
  return {
    ...without(document, ['lastDate', 'exactDay', 'year', 'month', 'day']),
    row: datedRow(document.row, code),
    // Where the text gave one it stands no more for the date of the article.
    content: without(document.content, ['date']),
    marks: marksOfGiven(code),
    ...dateFields(code),
  };
}
