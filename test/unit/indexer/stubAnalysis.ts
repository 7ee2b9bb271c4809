import type { ArticleAnalysis, ArticleRecord, CorpusEvidence } from '../../../src/core/index.ts';
import { buildAnalysis, type Piece } from '../engines/analysisBuilder.ts';

/**
 * Stands for the analysis where a test is about files: the first line is the title, `2004-05-06` the date, and every word
 * in capitals an organization, and so is what the user called one. The text is kept as it is.
 */
export function stubAnalysis(record: ArticleRecord, evidence: CorpusEvidence = {}): ArticleAnalysis {
  const names = (evidence.curation?.names ?? []).map((name) => name.text);
  // One character for each blank, so that places stay what they are.
  const pieces: Piece[] = record.text.split(/\s/).map((word) => {
    return /^[A-Z]{2,}$/.test(word) || names.includes(word) ? { type: 'ORG', name: word } : word;
  });
  const date = /\d{4}-\d\d-\d\d/.exec(record.text)?.[0];
  const title = record.text.split('\n', 1)[0] ?? '';
  const analysis = buildAnalysis(record.id, pieces, { title, ...(date !== undefined && { date }) });
  return { ...analysis, text: record.text };
}
