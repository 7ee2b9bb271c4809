import { splitSentences, tokenize, type Span, type Token } from '../../core/index.ts';
import type { WordPieces } from './wordPieces.ts';

/** Words that are read at once. */
export interface Stretch {
  readonly words: readonly Token[];
  /** Pieces of all words, in order. */
  readonly pieces: readonly number[];
  /** Of each word: where its first piece stands in `pieces`. */
  readonly firsts: readonly number[];
}

/** A single word is never longer: what a page without blanks holds is no name. */
const mostPiecesOfWord = 32;

/**
 * The words of the zones of a text, in stretches of whole sentences with at most `longest` pieces; a longer sentence is
 * cut between words.
 */
export function stretchesOf(
  text: string,
  zones: readonly Span[],
  pieces: WordPieces,
  longest: number,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let open = emptyStretch();
  const close = (): void => {
    if (open.words.length > 0) stretches.push(open);
    open = emptyStretch();
  };
  for (const zone of zones) {
    for (const { start, end } of splitSentences(text, zone)) {
      const words = tokenize(text, start, end);
      const ids = words.map((word) => pieces.of(word.text).slice(0, mostPiecesOfWord));
      const length = ids.reduce((sum, each) => sum + each.length, 0);
      if (open.pieces.length + length > longest) close();
      words.forEach((word, i) => {
        if (open.pieces.length + ids[i]!.length > longest) close();
        open.words.push(word);
        open.firsts.push(open.pieces.length);
        open.pieces.push(...ids[i]!);
      });
    }
  }
  close();
  return stretches;
}

function emptyStretch(): { words: Token[]; pieces: number[]; firsts: number[] } {
  return { words: [], pieces: [], firsts: [] };
}
