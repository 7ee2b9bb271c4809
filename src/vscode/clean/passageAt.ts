import type { Boilerplate, Span } from '../../core/index.ts';

/** The passage that holds the offset, its end included, where the cursor stands after its last word. */
export function passageAt(passages: readonly Boilerplate[], offset: number): Boilerplate | undefined {
  return (
    passages.find(({ start, end }) => start <= offset && offset < end) ??
    passages.find(({ end }) => end === offset)
  );
}

/** The passage at the cursor, else the next one, else the first. Undefined when there is none. */
export function passageFrom(passages: readonly Boilerplate[], offset: number): Boilerplate | undefined {
  return passageAt(passages, offset) ?? passages.find(({ start }) => start > offset) ?? passages[0];
}

/** Where a passage has its words, in offsets of `text`. */
export function inkOf(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const inkStart = end - words.trimStart().length;
  return { start: Math.min(inkStart, end), end: Math.max(inkStart, start + words.trimEnd().length) };
}
