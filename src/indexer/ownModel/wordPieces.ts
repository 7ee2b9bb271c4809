import { Tokenizer } from '@huggingface/tokenizers';
import { messageOf, OwnModelProblem } from './ownModelProblem.ts';
import type { OwnModelFiles } from './ownModelFiles.ts';

/** Words in the numbers that a model reads. */
export interface WordPieces {
  /** The pieces of a word that stands after a blank; at least one. */
  of(word: string): readonly number[];
  /** What stands before and after every text. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** The library's own types cannot be resolved from a module: what we use of it. */
interface PieceTokenizer {
  encode(
    text: string,
    options?: { readonly add_special_tokens: boolean },
  ): { readonly ids: readonly number[] };
}
const PieceTokenizer = Tokenizer as unknown as new (tokenizer: object, config: object) => PieceTokenizer;

/** Words kept with their pieces. */
const mostKept = 50_000;

/**
 * A word is parted as if it stood alone: so did the words that models for names are trained on, and so each piece is known
 * to belong to its word. Throws `OwnModelProblem` when the tokenizer is not one that can be read.
 */
export function readWordPieces({ folder, tokenizer, tokenizerConfig }: OwnModelFiles): WordPieces {
  try {
    return wordPieces(new PieceTokenizer(tokenizer, tokenizerConfig), isBlankPartOfWords(tokenizer));
  } catch (error) {
    const values = { folder, file: 'tokenizer.json', message: messageOf(error) };
    throw new OwnModelProblem({ rule: 'ownModelFileUnreadable', values }, error);
  }
}

function wordPieces(tokenizer: PieceTokenizer, takesBlank: boolean): WordPieces {
  const encode = (text: string): readonly number[] =>
    tokenizer.encode(text, { add_special_tokens: false }).ids;
  const sample = 'a';
  const plain = encode(sample);
  const framed = tokenizer.encode(sample).ids;
  const at = framed.findIndex((_, i) => plain.every((id, k) => framed[i + k] === id));
  const unknown = framed[at] ?? plain[0] ?? 0;
  const kept = new Map<string, readonly number[]>();
  return {
    of(word) {
      const known = kept.get(word);
      if (known) return known;
      const ids = encode(takesBlank ? ` ${word}` : word);
      // A word of signs that the tokenizer drops still has a place.
      const pieces = ids.length > 0 ? ids : [unknown];
      if (kept.size >= mostKept) kept.clear();
      kept.set(word, pieces);
      return pieces;
    },
    before: at < 0 ? [] : framed.slice(0, at),
    after: at < 0 ? [] : framed.slice(at + plain.length),
  };
}

/** Byte-level pieces (GPT-2, RoBERTa) count the blank before a word to it, where the tokenizer does not put one itself. */
function isBlankPartOfWords(tokenizer: object): boolean {
  const { pre_tokenizer: outer } = tokenizer as { pre_tokenizer?: PreTokenizer | null };
  return [outer, ...(outer?.pretokenizers ?? [])].some(
    (each) => each?.type === 'ByteLevel' && each.add_prefix_space !== true,
  );
}

interface PreTokenizer {
  readonly type?: string;
  readonly add_prefix_space?: boolean;
  readonly pretokenizers?: readonly PreTokenizer[];
}
