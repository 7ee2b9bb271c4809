import { searchTokens, type ArticleRow, type SearchZones, type Span } from '../../core/index.ts';

/** What is searched of an article whose text was read again. A title that stands in the text says nothing more than it. */
export function searchZones(
  { title, isUntitled }: ArticleRow,
  text: string,
  boilerplate: readonly Span[],
): SearchZones {
  return { title: isUntitled ? [] : searchTokens(title), body: searchTokens(text, boilerplate) };
}
