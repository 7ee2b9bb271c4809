import { articleSource } from '../index/articleSource.ts';
import type { ExportHead, ExportItem } from './exportItem.ts';

/** A cell of a table; what is not known is an empty text. */
export type Cell = string | number;

/** The fields of an item in the order of the columns, by names that do not change. */
export function itemFields(item: ExportItem, head: ExportHead): Readonly<Record<string, Cell>> {
  const { article, keyword, date, line } = item;
  const { file, record } = articleSource(article.id);
  return {
    title: article.title,
    date: article.date ?? '',
    outlet: article.outlet ?? '',
    ...(keyword && { left: keyword.left, keyword: keyword.keyword, right: keyword.right }),
    path: file,
    line,
    record: record ?? '',
    authors: article.authors.join('; '),
    language: article.language,
    aggregator: article.aggregator ?? '',
    date_precision: article.precision ?? '',
    date_source: article.dateSource ?? '',
    date_quote: date?.quote ?? '',
    date_line: date?.line ?? '',
    date_marks: (article.marks ?? []).join(' '),
    not_before: article.notBefore ?? '',
    ...(keyword ? { start: keyword.start, end: keyword.end } : { mentions: article.mentions ?? '' }),
    versions: article.versions?.count ?? 1,
    first_version: article.versions?.first ?? article.id,
    id: article.id,
    corpus: head.corpus,
    filter: head.filter,
  };
}
