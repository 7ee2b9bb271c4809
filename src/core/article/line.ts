import type { BoilerplateKind } from '../clean/passage.ts';
import type { Span } from '../text/span.ts';

/** A line of the article's text without the blanks around it, or one item of a line that joins many by wide gaps. */
export interface Line extends Span {
  readonly text: string;
  readonly lower: string;
  /** Whether running text stands here rather than a label, a headline or a link. */
  readonly isProse: boolean;
  /** The kind of boilerplate that covers most of the line. */
  readonly boilerplate?: BoilerplateKind;
  /** One of many items joined on one line. */
  readonly isJoined: boolean;
  /** Blank lines before it. */
  readonly gap: number;
}
