import type { ArticleAnalysis } from '../analysis.ts';
import { searchTokens, type SearchToken } from './searchTokens.ts';

/** What search sees of an article. */
export interface ArticleTokens {
  /** Of a title that does not stand in the text (it came from the file's name or the page's markup); else empty. */
  readonly title: readonly SearchToken[];
  /** Of the text outside boilerplate, with places in the original text. */
  readonly body: readonly SearchToken[];
}

/** The words by which an article is found; none for an article without words. */
export function articleTokens({ text, boilerplate, metadata }: ArticleAnalysis): ArticleTokens {
  const { title } = metadata;
  return {
    title: title && !title.span ? searchTokens(title.value) : [],
    body: searchTokens(text, boilerplate),
  };
}
