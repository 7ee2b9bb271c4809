import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/** A stretch of an article in which names stand together. */
export type TextUnit = 'sentence' | 'paragraph';

/**
 * The sentences or paragraphs of an article outside its boilerplate (sorted, not overlapping), trimmed, in order, in
 * UTF-16 code units of the original text. Empty lines part paragraphs where there are any, line breaks otherwise. No
 * sentence runs over the end of a paragraph, no paragraph over boilerplate.
 */
export function textUnits(text: string, boilerplate: readonly Span[], unit: TextUnit): readonly Span[] {
  const paragraphs = paragraphsOf(text, boilerplate);
  return unit === 'paragraph'
    ? paragraphs
    : paragraphs.flatMap((paragraph) => splitSentences(text, paragraph));
}

/** For each place (ascending) the number of the unit it stands in: the last one that begins at or before it, from 0. */
export function unitNumbers(units: readonly Span[], places: readonly number[]): number[] {
  let unit = 0;
  return places.map((place) => {
    while (unit + 1 < units.length && units[unit + 1]!.start <= place) unit++;
    return unit;
  });
}

function paragraphsOf(text: string, boilerplate: readonly Span[]): Span[] {
  const zones = zonesOf(text.length, boilerplate);
  const hasEmptyLines = zones.some(({ start, end }) =>
    /\S[^\S\n]*\n[^\S\n]*\n\s*\S/.test(text.slice(start, end)),
  );
  const breaks = hasEmptyLines ? /\n[^\S\n]*\n/g : /\n/g;
  return zones.flatMap((zone) => partsOf(text, zone, breaks));
}

/** What boilerplate leaves of a text. */
function zonesOf(length: number, boilerplate: readonly Span[]): Span[] {
  const zones: Span[] = [];
  let from = 0;
  for (const { start, end } of boilerplate) {
    if (start > from) zones.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  if (from < length) zones.push({ start: from, end: length });
  return zones;
}

function partsOf(text: string, { start, end }: Span, breaks: RegExp): Span[] {
  const parts: Span[] = [];
  const zone = text.slice(start, end);
  let from = 0;
  const push = (to: number): void => {
    const part = zone.slice(from, to);
    const first = from + part.length - part.trimStart().length;
    const last = from + part.trimEnd().length;
    if (last > first) parts.push({ start: start + first, end: start + last });
  };
  for (const match of zone.matchAll(breaks)) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(zone.length);
  return parts;
}
