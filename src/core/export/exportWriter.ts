import { bibtexWriter } from './bibtex.ts';
import type { ExportFormat, ExportHead, ExportWriter } from './exportItem.ts';
import { iramuteqWriter } from './iramuteq.ts';
import { csvWriter, jsonlWriter } from './tables.ts';
import { txmWriter } from './txm.ts';

/** The writer of a format. `isConcordance`: the items have keywords. */
export function exportWriter(format: ExportFormat, head: ExportHead, isConcordance: boolean): ExportWriter {
  switch (format) {
    case 'csv':
      return csvWriter(head, isConcordance);
    case 'jsonl':
      return jsonlWriter(head);
    case 'bibtex':
      return bibtexWriter(head);
    case 'txm':
      return txmWriter(head);
    case 'iramuteq':
      return iramuteqWriter(head);
  }
}
