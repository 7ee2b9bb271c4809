import { byteOrderMark, csvRow } from './csvRows.ts';
import type { ExportHead, ExportItem, ExportWriter } from './exportItem.ts';
import { itemFields } from './itemFields.ts';

/** A table that Excel opens at a double click: UTF-8 with its mark, a header, one row for each item. */
export function csvWriter(head: ExportHead, isConcordance: boolean): ExportWriter {
  const header = Object.keys(itemFields(isConcordance ? emptyLine : emptyItem, head));
  return {
    begin: () => [{ file: '', text: byteOrderMark + csvRow(header, head.separator) }],
    item: (item) => [{ file: '', text: csvRow(Object.values(itemFields(item, head)), head.separator) }],
    end: () => [],
  };
}

/** One JSON object a line, with the fields of the table; what is not known is left out, authors are a list. */
export function jsonlWriter(head: ExportHead): ExportWriter {
  return {
    begin: () => [],
    item: (item) => {
      const fields = Object.entries(itemFields(item, head)).filter(([, value]) => value !== '');
      const { authors, marks = [] } = item.article;
      const lists = {
        ...(authors.length > 0 && { authors }),
        ...(marks.length > 0 && { date_marks: marks }),
      };
      return [{ file: '', text: `${JSON.stringify({ ...Object.fromEntries(fields), ...lists })}\n` }];
    },
    end: () => [],
  };
}

const emptyItem: ExportItem = { article: { id: '', title: '', language: '', authors: [] }, line: 1 };
const emptyLine: ExportItem = {
  ...emptyItem,
  keyword: { left: '', keyword: '', right: '', start: 0, end: 0 },
};
