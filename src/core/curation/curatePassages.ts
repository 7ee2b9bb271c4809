import type { Boilerplate } from '../clean/passage.ts';
import { tidySpans } from '../clean/tidySpans.ts';
import type { Span } from '../text/span.ts';
import type { ArticleCuration, PassageChoice } from './curation.ts';
import { foldBlanks, type FoldedText } from './foldBlanks.ts';
import { placesOf } from './passageTable.ts';

/** Why a passage goes: the user said so. */
const byUser = { rule: 'userChoice' };

/**
 * The passages with the user's word over the finder's: what was called part of the article stays, what was called
 * boilerplate goes. Spans index `text`; the result is in text order, not overlapping.
 */
export function curatePassages(
  text: string,
  passages: readonly Boilerplate[],
  curation: ArticleCuration | undefined,
): readonly Boilerplate[] {
  if (!curation || curation.passages.length === 0) return passages;
  const folded = foldBlanks(text);
  let curated: readonly Boilerplate[] = passages.map((passage) => withoutEdges(text, passage));
  let isChanged = false;
  for (const choice of curation.passages) {
    const spans = spansOf(text, folded, choice);
    if (spans.length === 0) continue;
    isChanged = true;
    curated = curated.flatMap((passage) => cutOut(text, passage, spans));
    const { is } = choice;
    if (is === 'article') continue;
    const own = spans.map((span) => ({ ...span, kind: is, evidence: byUser, confidence: 1 }));
    curated = [...curated, ...own].sort((a, b) => a.start - b.start);
  }
  return isChanged ? tidySpans(text, curated) : passages;
}

/** Where the user's word is that it is part of the article, and no later choice says otherwise. In text order. */
export function keptPassages(text: string, curation: ArticleCuration | undefined): readonly Span[] {
  if (!curation?.passages.some(({ is }) => is === 'article')) return [];
  const folded = foldBlanks(text);
  let kept: Span[] = [];
  for (const choice of curation.passages) {
    const spans = spansOf(text, folded, choice);
    kept = kept.filter((own) => !spans.some(({ start, end }) => start < own.end && end > own.start));
    if (choice.is === 'article') kept = [...kept, ...spans];
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Where a choice holds in the original text. */
function spansOf(
  text: string,
  { text: folded, offsets }: FoldedText,
  choice: PassageChoice,
): readonly Span[] {
  const spans = placesOf(folded, choice).map(({ start, end }) => ({
    start: offsets[start]!,
    end: offsets[end - 1]! + 1,
  }));
  return choice.wholeLines === true ? spans.filter((span) => fillsLines(text, span)) : spans;
}

/** Nothing but blanks stands before a span on its first line and behind it on its last one. */
export function fillsLines(text: string, { start, end }: Span): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const rest = text.slice(end, newline < 0 ? text.length : newline);
  return text.slice(lineStart, start).trim() === '' && rest.trim() === '';
}

/** What is left of a passage outside of `spans`, which are in text order. */
function cutOut(text: string, passage: Boilerplate, spans: readonly Span[]): Boilerplate[] {
  const pieces: Boilerplate[] = [];
  let { start } = passage;
  for (const span of spans) {
    if (span.end <= start || span.start >= passage.end) continue;
    if (span.start > start) pieces.push({ ...passage, start, end: span.start });
    start = span.end;
  }
  if (start === passage.start) return [passage];
  if (start < passage.end) pieces.push({ ...passage, start });
  return pieces.map((piece) => withoutEdges(text, piece)).filter((piece) => piece.end > piece.start);
}

/** A passage without the blanks at its ends, which belong to whatever goes beside them. */
function withoutEdges<T extends Span>(text: string, span: T): T {
  const words = text.slice(span.start, span.end);
  const start = span.start + words.length - words.trimStart().length;
  return { ...span, start, end: Math.max(start, span.start + words.trimEnd().length) };
}
