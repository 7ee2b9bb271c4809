import type { Span } from '../text/span.ts';
import type { FactWords } from './lists/factWords.ts';
import { conditional, groupNoun } from './lists/sharedFactWords.ts';
import type { FactKind, Mention } from './mention.ts';

/** A sentence with mentions, folded for matching without moving any offset. */
export interface FactSentence extends Span {
  /** As long as the sentence: lower case, no accents, plain apostrophes, a blank for each white space. */
  readonly plain: string;
  /** The sentence as it stands. */
  readonly raw: string;
  /** Those inside the sentence, in order. Offsets count in the original text. */
  readonly mentions: readonly Mention[];
}

/** What a sentence says; the words that say it are `text.slice(from, to)`. */
export interface FoundFact {
  readonly entity: number;
  readonly kind: FactKind;
  readonly other?: number;
  readonly from: number;
  readonly to: number;
  readonly sentence: Span;
  readonly score: number;
}

export function factSentence(text: string, span: Span, mentions: readonly Mention[]): FactSentence {
  const raw = text.slice(span.start, span.end);
  return { start: span.start, end: span.end, plain: foldInPlace(raw), raw, mentions };
}

/** The folded text right after an original offset, at most `length` long. */
export function plainAfter(sentence: FactSentence, offset: number, length = 240): string {
  return sentence.plain.slice(offset - sentence.start, offset - sentence.start + length);
}

/** The folded text right before an original offset, at most `length` long. */
export function plainBefore(sentence: FactSentence, offset: number, length = 160): string {
  const at = offset - sentence.start;
  return sentence.plain.slice(Math.max(0, at - length), at);
}

export function plainBetween(sentence: FactSentence, start: number, end: number): string {
  return sentence.plain.slice(start - sentence.start, end - sentence.start);
}

/** A regular expression of parts, compiled once for each combination of them. */
export function pattern(parts: TemplateStringsArray, ...values: readonly string[]): RegExp {
  return compiledOnce(parts, values, '');
}

/** The same for `matchAll`. */
export function patternAll(parts: TemplateStringsArray, ...values: readonly string[]): RegExp {
  return compiledOnce(parts, values, 'g');
}

interface PatternNode {
  compiled?: RegExp;
  readonly next: Map<string, PatternNode>;
}

/** By the place of the pattern in the code, then by each value: looking up a source of a kilobyte each time is slow. */
const patterns = new WeakMap<TemplateStringsArray, PatternNode>();

function compiledOnce(parts: TemplateStringsArray, values: readonly string[], flags: string): RegExp {
  let node: PatternNode = patterns.get(parts) ?? { next: new Map() };
  patterns.set(parts, node);
  for (const value of values) {
    const next: PatternNode = node.next.get(value) ?? { next: new Map() };
    node.next.set(value, next);
    node = next;
  }
  node.compiled ??= new RegExp(String.raw({ raw: parts }, ...values), flags);
  return node.compiled;
}

/** The preposition "à" keeps its accent: without it, it is the verb "a". */
const loneA = /(?<![\p{L}'’])[àÀ](?!\p{L})/gu;

function foldInPlace(text: string): string {
  const marked = text.replace(loneA, '\u0001').replace(/[^\x00-\x7f]/g, foldUnit);
  return marked.replace(/\s/g, ' ').replaceAll('\u0001', 'à').toLowerCase();
}

const folded = new Map<string, string>();

function foldUnit(unit: string): string {
  const known = folded.get(unit);
  if (known !== undefined) return known;
  const made = foldUnknownUnit(unit);
  folded.set(unit, made);
  return made;
}

function foldUnknownUnit(unit: string): string {
  if (/[’‘ʼ]/.test(unit)) return "'";
  if (/\s/.test(unit)) return ' ';
  const base = unit.normalize('NFD')[0] ?? unit;
  // A letter whose lower case is longer would move every offset after it.
  return base.toLowerCase().length === 1 ? base : unit.toLowerCase().length === 1 ? unit : '?';
}

/** Right behind a name, before what is said of it: a closing quote, what stands in parentheses. */
export const behindName = '^["»”]? ?(?:\\([^()]{1,80}\\))? ?';

/** "Si X est…", "whether N is…": of what a condition begins with nothing is said. */
export function isConditional(sentence: FactSentence, { start }: Mention): boolean {
  return pattern`(?:^|[ ,;:(])${conditional}(?: (?:l'|la|le|les|the|el))? ?$`.test(
    plainBefore(sentence, start, 40),
  );
}

/** "la filiale de X", "le rival de X": what follows is said of her or him, not of X. The board and management of X speak for X. */
export function isOfAnother(sentence: FactSentence, { start }: Mention, words: FactWords): boolean {
  const match = pattern`(?:^|[ '])(${words.kind})(?: [a-z-]+){0,2}? ${words.of} ?(?:${groupNoun} )?$`.exec(
    plainBefore(sentence, start, 60),
  );
  return (
    match !== null &&
    !/^(?:direction|conseil|comite|bureau|division|consejo|council|committee)/.test(match[1]!)
  );
}

/** The fact that `owner` is the parent of `firm`, in the words from `from` to `to` (original offsets). */
export function ownership(
  { start, end }: FactSentence,
  firm: Mention,
  owner: Mention,
  from: number,
  to: number,
  score: number,
): FoundFact {
  return {
    entity: firm.entity,
    kind: 'parent',
    other: owner.entity,
    from,
    to,
    sentence: { start, end },
    score,
  };
}
