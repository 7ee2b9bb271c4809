import type { ArticleRecord } from './record.ts';
import type { Span } from '../text/span.ts';

/** The record with blanks in the place of its front matter: every offset stays, and nothing is read there. */
export function withoutFrontMatter(record: ArticleRecord): ArticleRecord {
  const { text, frontMatter } = record;
  if (!frontMatter) return record;
  const { start, end } = frontMatter;
  const blanks = text.slice(start, end).replace(/[^\r\n]/g, ' ');
  return { ...record, text: text.slice(0, start) + blanks + text.slice(end) };
}

/** Spans of a record without what of them lies in its front matter, which is not to be removed with its neighbours. */
export function outsideFrontMatter<T extends Span>(spans: readonly T[], { frontMatter }: ArticleRecord): T[] {
  const from = frontMatter?.end ?? 0;
  return spans.flatMap((span) =>
    span.end <= from ? [] : span.start >= from ? [span] : [{ ...span, start: from }],
  );
}
