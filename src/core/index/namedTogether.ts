import type { Span } from '../text/span.ts';
import type { ArticleRow, MentionRange } from './articleRow.ts';
import type { EntityId } from './ids.ts';
import type { NamedTogether } from './entityPair.ts';
import { oneLineExcerpt } from './oneLineExcerpt.ts';
import { textUnits, unitNumbers, type TextUnit } from './textUnits.ts';

/** More names than that in one unit are a list (quotations, members, partners), which tells nothing of any two of them. */
export const mostPairedNames = 40;

/** Whether a unit names so many different entities, of whichever types, that it counts for no pair. */
export function isNameList(names: number): boolean {
  return names > mostPairedNames;
}

/** The article's sentences or paragraphs that name all of some entities. Mentions are the article's, in text order. */
export function namedTogether(
  article: ArticleRow,
  text: string,
  boilerplate: readonly Span[],
  mentions: readonly MentionRange[],
  entities: readonly EntityId[],
  unit: TextUnit,
): NamedTogether[] {
  const units = textUnits(text, boilerplate, unit);
  const numbers = unitNumbers(
    units,
    mentions.map(({ start }) => start),
  );
  const byUnit = new Map<number, MentionRange[]>();
  mentions.forEach((mention, i) => {
    const number = numbers[i]!;
    byUnit.set(number, [...(byUnit.get(number) ?? []), mention]);
  });
  return [...byUnit].flatMap(([number, own]) => {
    const span = units[number];
    const named = new Set(own.map(({ entity }) => entity));
    if (!span || isNameList(named.size) || !entities.every((id) => named.has(id))) return [];
    const asked = own.filter(({ entity }) => entities.includes(entity));
    return [
      { article, ...oneLineExcerpt(text, span, asked), start: span.start, end: span.end, mentions: asked },
    ];
  });
}
