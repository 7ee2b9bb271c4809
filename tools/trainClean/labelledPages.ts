import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** K: of the article. D: boilerplate. N: neutral (title, byline, caption): may stay or go. */
export type Label = 'K' | 'D' | 'N';
export type LabelledSpan = readonly [start: number, end: number, label: Label];

/** One dump of a page with its labels. */
export interface LabelledText {
  readonly page: string;
  readonly variant: string;
  readonly site: string;
  readonly set: string;
  readonly language: string;
  readonly text: string;
  readonly spans: readonly LabelledSpan[];
}

interface PageRecord {
  readonly id: string;
  readonly ds: string;
  readonly lang: string;
  readonly site: string;
  readonly text: string;
  readonly spans: LabelledSpan[];
  readonly ticker?: string;
  readonly tickerSpans?: LabelledSpan[];
  readonly part?: string;
  readonly partSpans?: LabelledSpan[];
}

/**
 * All dumps of the pages in `DIR/docs.jsonl.gz`: the whole page, the same with its lists on one line (`ticker`), a part
 * of the page, and the article alone (`clean`), which teaches to leave a clean text as it is.
 */
export function readLabelledTexts(folder: string): LabelledText[] {
  const lines = gunzipSync(readFileSync(join(folder, 'docs.jsonl.gz')))
    .toString('utf8')
    .split('\n');
  return lines.filter((line) => line !== '').flatMap((line) => variantsOf(JSON.parse(line) as PageRecord));
}

function variantsOf(record: PageRecord): LabelledText[] {
  const base = { page: record.id, site: record.site, set: record.ds, language: record.lang };
  const texts: LabelledText[] = [{ ...base, variant: 'full', text: record.text, spans: record.spans }];
  if (record.ticker !== undefined && record.tickerSpans !== undefined) {
    texts.push({ ...base, variant: 'ticker', text: record.ticker, spans: record.tickerSpans });
  }
  if (record.part !== undefined && record.partSpans !== undefined) {
    texts.push({ ...base, variant: 'part', text: record.part, spans: record.partSpans });
  }
  texts.push({ ...base, variant: 'clean', ...articleAlone(record) });
  return texts;
}

function articleAlone(record: PageRecord): { text: string; spans: LabelledSpan[] } {
  const { text, spans } = record;
  const kept = spans.filter(([, , label]) => label !== 'D');
  return joinParts(kept.map(([start, end, label]) => ({ words: text.slice(start, end), label })));
}

interface Part {
  readonly words: string;
  readonly label: Label;
}

function joinParts(parts: readonly Part[]): { text: string; spans: LabelledSpan[] } {
  let text = '';
  const spans: LabelledSpan[] = [];
  for (const { words, label } of parts) {
    if (text !== '') text += '\n\n';
    spans.push([text.length, text.length + words.length, label]);
    text += words;
  }
  return { text, spans };
}
