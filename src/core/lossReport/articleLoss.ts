import type { BoilerplateKind } from '../clean/passage.ts';
import type { Evidence } from '../evidence.ts';
import type { ArticleId } from '../index/ids.ts';
import type { Span } from '../text/span.ts';

/** A passage that went, or of an article that was left as it is, one that would have gone. */
export interface PassageLoss extends Span {
  readonly kind: BoilerplateKind;
  readonly evidence: Evidence;
  /** How it begins, blanks made single. */
  readonly excerpt: string;
}

/** What cleaning did to one article. Offsets and counts are UTF-16 code units of the original text. */
export interface ArticleLoss {
  readonly article: ArticleId;
  /** Where the copy lies: a path relative to the folder of copies, with `/`. */
  readonly copy: string;
  /** The title, or the first sentence. */
  readonly title: string;
  readonly outlet?: string;
  /** Tells pages of one layout apart from others: the folder they lie in, or their site. */
  readonly source?: string;
  readonly date?: string;
  readonly language: string;
  readonly characters: number;
  /** Of the copy; `characters` when it was left as it is. */
  readonly cleanedCharacters: number;
  readonly removed: readonly PassageLoss[];
  /** Doubtful passages that stayed. */
  readonly doubtful: number;
  /** Why the copy is the original unchanged, although there was something to remove or it is no article. */
  readonly refusal?: Evidence;
}

/** A source file or record that gave no copy. */
export interface LeftOut {
  readonly path: string;
  readonly evidence: Evidence;
}

/** Characters that are in the original and not in the copy. */
export function lostCharacters({ characters, cleanedCharacters }: ArticleLoss): number {
  return characters - cleanedCharacters;
}

/** Share of the original that is not in the copy, 0..1. */
export function lostShare(loss: ArticleLoss): number {
  return loss.characters === 0 ? 0 : lostCharacters(loss) / loss.characters;
}

/** Longest excerpt of a passage, in UTF-16 code units. */
const longestExcerpt = 80;

/** The beginning of a passage on one line. */
export function excerptOf(text: string, { start, end }: Span): string {
  const flat = text
    .slice(start, Math.min(end, start + 4 * longestExcerpt))
    .replace(/\s+/gu, ' ')
    .trim();
  if (flat.length <= longestExcerpt && end <= start + 4 * longestExcerpt) return flat;
  // A surrogate pair is not cut in two.
  return `${flat.slice(0, longestExcerpt - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
