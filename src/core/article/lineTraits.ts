import { bodyOverlap, contentWords } from './bodyWords.ts';
import type { Line } from './line.ts';
import { looksLikeByline, looksLikeName } from './lineFeatures.ts';
import { commentNear, shareLabel } from './lists/lineCues.ts';

const longestButton = 30;
const longestCommentLine = 60;

/** What the words of each line show. Each is found when it is first asked for: many readers ask the same of their neighbours. */
export class LineTraits {
  private readonly lines: readonly Line[];
  private readonly bodyWords: ReadonlySet<string>;

  constructor(lines: readonly Line[], bodyWords: ReadonlySet<string>) {
    this.lines = lines;
    this.bodyWords = bodyWords;
  }

  /** Whether line `i` names who signed; false where there is no such line, as all below. */
  readonly isByline = this.remember((line) => looksLikeByline(line), false);

  readonly isName = this.remember(({ text }) => looksLikeName(text), false);

  /** Whether it is a button by which a page is passed on. */
  readonly isButton = this.remember(
    ({ lower }) => lower.length <= longestButton && shareLabel.test(lower),
    false,
  );

  /** Whether it is a short line about a reader's comment. */
  readonly isComment = this.remember(
    ({ text, lower }) => text.length < longestCommentLine && commentNear.test(lower),
    false,
  );

  readonly words = this.remember(({ lower }) => contentWords(lower), []);

  /** Share of its content words that the body uses too. */
  readonly overlap = this.remember((_, i) => bodyOverlap(this.words(i), this.bodyWords), 0);

  private remember<T>(find: (line: Line, i: number) => T, otherwise: T): (i: number) => T {
    const known: T[] = [];
    return (i) => {
      const line = this.lines[i];
      if (!line) return otherwise;
      return (known[i] ??= find(line, i));
    };
  }
}
