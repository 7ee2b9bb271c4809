import type { Measures } from './measures.ts';
import type { Segment } from './segments.ts';
import { isPointer } from './signals.ts';

/** Least share of the line that stands in links: in some of it, and in nearly all but what stands before the colon. */
const someLink = 0.2;
const mostlyLink = 0.7;

/**
 * Takes "Read also: …" where what follows is a link: a pointer to another article in the middle of this one. In a line that is
 * little but a link, capitals before the colon are enough ("WATCH MORE: …").
 */
export function dropPointers(
  text: string,
  segments: readonly Segment[],
  measures: Measures,
  linkShare: Float32Array,
  odds: Float32Array,
): void {
  segments.forEach((segment, i) => {
    const share = linkShare[i]!;
    if (share < someLink) return;
    const goes = markedPointer(text, segment, share) !== undefined || isPointer(text, segment, measures, i);
    if (goes) odds[i] = Math.max(odds[i]!, 1);
  });
}

/** The capitals before the colon of a line that is little but a link; undefined for any other. */
export function markedPointer(text: string, { start, end }: Segment, linkShare: number): string | undefined {
  return linkShare < mostlyLink ? undefined : capitalsAndColon.exec(text.slice(start, end))?.[1];
}

const capitalsAndColon = /^(\p{Lu}[\p{Lu} ]{2,19})[:：]\s*\S/u;
