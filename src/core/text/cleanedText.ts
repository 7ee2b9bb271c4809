import type { Span } from './span.ts';

/** A text without some of its spans, with both ways between the two. All offsets count UTF-16 code units. */
export interface CleanedText {
  readonly text: string;
  /**
   * The original offset of a cleaned one. Where a removal stands at that very offset, the answer is the one after the
   * removal, except at the end of the cleaned text, which is the end of what was kept. Clamped to the text.
   */
  toOriginal(cleanedOffset: number): number;
  /** The cleaned offset of an original one; inside a removed span, the place where it was. Clamped to the text. */
  toCleaned(originalOffset: number): number;
}

/**
 * The original text minus the spans, literally. Spans may come in any order and overlap; what lies outside of the text
 * is ignored.
 */
export function removeSpans(text: string, spans: readonly Span[]): CleanedText {
  const kept = keptSpans(text.length, mergeSpans(spans));
  const cleanedStarts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const { start, end } of kept) {
    cleanedStarts.push(length);
    parts.push(text.slice(start, end));
    length += end - start;
  }
  const originalStarts = kept.map((span) => span.start);
  const cleanedLength = length;

  return {
    text: parts.join(''),
    toOriginal(cleanedOffset) {
      const offset = clamp(cleanedOffset, cleanedLength);
      const i = lastAtMost(cleanedStarts, offset);
      const span = kept[i];
      if (span === undefined) return 0;
      return Math.min(span.start + offset - (cleanedStarts[i] ?? 0), span.end);
    },
    toCleaned(originalOffset) {
      const offset = clamp(originalOffset, text.length);
      const i = lastAtMost(originalStarts, offset);
      const span = kept[i];
      if (span === undefined) return 0;
      return (cleanedStarts[i] ?? 0) + Math.min(offset, span.end) - span.start;
    },
  };
}

/** The same stretches in text order, without overlaps; spans that touch are joined, empty ones dropped. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= start) continue;
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function keptSpans(length: number, removed: readonly Span[]): Span[] {
  const kept: Span[] = [];
  let from = 0;
  for (const { start, end } of removed) {
    if (start > from) kept.push({ start: from, end: Math.min(start, length) });
    from = Math.max(from, end);
    if (from >= length) break;
  }
  if (from < length) kept.push({ start: from, end: length });
  return kept.filter((span) => span.start < span.end);
}

/** Index of the last of the ascending numbers that is ≤ the value; -1 when there is none. */
function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function clamp(value: number, max: number): number {
  return Math.max(0, Math.min(value, max));
}
