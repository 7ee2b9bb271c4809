import { articleSource } from '../index/articleSource.ts';
import { csvRow } from './csvRows.ts';
import type { ExportHead, ExportItem, ExportWriter } from './exportItem.ts';
import { slug } from './slugs.ts';

/** Names of letters only, as TXM wants those of metadata. */
const columns = [
  'id',
  'title',
  'date',
  'year',
  'outlet',
  'authors',
  'lang',
  'path',
  'line',
  'record',
  'datesource',
  'datequote',
  'dateline',
  'datemarks',
  'filter',
] as const;

/** The folder that TXM imports as "TXT+CSV": a text file for each article, and `metadata.csv` with a row for each. */
export function txmWriter(head: ExportHead): ExportWriter {
  let number = 0;
  return {
    begin: () => [{ file: 'metadata.csv', text: csvRow(columns, ',') }],
    item: (item) => {
      const id = `${String(++number).padStart(5, '0')}-${slug(item.article.title, 'article')}`;
      return [
        { file: `${id}.txt`, text: txmText(item.text ?? '') },
        { file: 'metadata.csv', text: csvRow(cellsOf(item, id, head), ',') },
      ];
    },
    end: () => [],
  };
}

function cellsOf({ article, line, date }: ExportItem, id: string, head: ExportHead): (string | number)[] {
  const { file, record } = articleSource(article.id);
  return [
    id,
    article.title,
    article.date ?? '',
    article.date?.slice(0, 4) ?? '',
    article.outlet ?? '',
    article.authors.join('; '),
    article.language,
    file,
    line,
    record ?? '',
    article.dateSource ?? '',
    date?.quote ?? '',
    date?.line ?? '',
    (article.marks ?? []).join(' '),
    head.filter,
  ];
}

/** Control characters would not be well-formed in the XML that TXM makes of a text. */
function txmText(text: string): string {
  return `${text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff\ufeff]/g, ' ')
    .trim()}\n`;
}
