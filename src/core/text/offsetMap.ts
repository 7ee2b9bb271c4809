import { mergeSpans } from './cleanedText.ts';
import type { Span } from './span.ts';

/**
 * Both ways between an original text and its cleaned copy, as data that can lie beside the copy. All numbers count
 * UTF-16 code units. To map an offset, find the last of `kept` that begins at or before it, in that text, and add the
 * distance from there, at most `length`.
 */
export interface OffsetMap {
  readonly version: 1;
  readonly unit: 'UTF-16 code units';
  readonly originalLength: number;
  readonly cleanedLength: number;
  /** What went: in original offsets, ascending, not touching each other. */
  readonly removed: readonly Span[];
  /** What stayed, in both texts, ascending; none is empty. */
  readonly kept: readonly KeptStretch[];
}

/** A stretch that stands in both texts. */
export interface KeptStretch {
  readonly original: number;
  readonly cleaned: number;
  readonly length: number;
}

/** The map of a text of `originalLength` code units without some of its spans, which come in any order and may overlap. */
export function offsetMap(originalLength: number, spans: readonly Span[]): OffsetMap {
  const clamp = (offset: number): number => Math.max(0, Math.min(offset, originalLength));
  const removed = mergeSpans(spans.map(({ start, end }) => ({ start: clamp(start), end: clamp(end) })));
  const kept: KeptStretch[] = [];
  let original = 0;
  let cleaned = 0;
  for (const { start, end } of [...removed, { start: originalLength, end: originalLength }]) {
    const length = start - original;
    if (length > 0) kept.push({ original, cleaned, length });
    cleaned += length;
    original = end;
  }
  return {
    version: 1,
    unit: 'UTF-16 code units',
    originalLength,
    cleanedLength: cleaned,
    removed,
    kept,
  };
}

/** The original offset of a cleaned one; between two stretches, the beginning of the second. Clamped to the text. */
export function originalOffset(map: OffsetMap, offset: number): number {
  return mapped(map.kept, offset, 'cleaned', 'original');
}

/** The cleaned offset of an original one; inside what went, the place where it was. Clamped to the text. */
export function cleanedOffset(map: OffsetMap, offset: number): number {
  return mapped(map.kept, offset, 'original', 'cleaned');
}

function mapped(
  kept: readonly KeptStretch[],
  offset: number,
  from: 'original' | 'cleaned',
  to: 'original' | 'cleaned',
): number {
  const at = Math.max(0, offset);
  let low = 0;
  for (let high = kept.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.[from] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  const stretch = kept[low - 1];
  if (stretch === undefined) return 0;
  return stretch[to] + Math.min(at - stretch[from], stretch.length);
}
