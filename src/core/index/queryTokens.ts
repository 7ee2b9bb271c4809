import type { Span } from '../text/span.ts';
import type { QueryProblem, QueryRule } from './queryProblem.ts';
import { searchTokens } from './searchTokens.ts';
import type { WordTerm } from './wordTerm.ts';

/** One piece of a query; offsets are those of the query as it was typed. */
export type QueryToken = Span &
  (
    | { readonly kind: '(' | ')' | 'AND' | 'OR' | 'NOT' | '-' }
    /** `NEAR` or `NEAR/5`, between two terms or before a parenthesis. */
    | { readonly kind: 'NEAR'; readonly distance?: number }
    | { readonly kind: 'term'; readonly term: WordTerm }
    /** `, 5` before a closing parenthesis: the distance of a NEAR; anywhere else a number like any other. */
    | { readonly kind: 'distance'; readonly distance: number; readonly term: WordTerm }
  );

/** A problem thrown out of the reading; `readWordQuery` catches it. */
export class QueryFault extends Error {
  readonly problem: QueryProblem;

  constructor(rule: QueryRule, { start, end }: Span, values?: QueryProblem['values']) {
    super(rule);
    this.problem = { rule, start, end, ...(values && { values }) };
  }
}

/** Which quotes close one that opens. */
const closing: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”“',
  '”': '”“',
  '„': '“”',
  '«': '»',
  '»': '«',
};

const patterns = {
  distance: /,\s*(\d{1,9})(?=\s*\))/y,
  word: /(?:(?!,\s*\d{1,9}\s*\))[^\s"“”„«»()])+/y,
  near: /^NEAR(?:\/(\d{1,9}))?$/,
};

/** Takes a query apart. What has neither letter nor digit is left out. Throws a `QueryFault`. */
export function queryTokens(source: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < source.length) {
    const sign = source[at]!;
    const before = source[at - 1] ?? ' ';
    if (/\s/.test(sign)) at++;
    else if (sign === '(' || sign === ')') tokens.push({ kind: sign, start: at, end: ++at });
    else if (sign in closing) at = readPhrase(source, at, tokens);
    else if (sign === '-' && /[\s(]/.test(before) && /[^\s)]/.test(source[at + 1] ?? ' '))
      tokens.push({ kind: '-', start: at, end: ++at });
    else at = readWord(source, at, tokens);
  }
  return tokens;
}

function readPhrase(source: string, start: number, tokens: QueryToken[]): number {
  const closers = closing[source[start]!]!;
  let close = start + 1;
  while (close < source.length && !closers.includes(source[close]!)) close++;
  if (close >= source.length) throw new QueryFault('openQuote', { start, end: source.length });
  const end = source[close + 1] === '*' ? close + 2 : close + 1;
  const isPrefix = end === close + 2;
  const text = source.slice(start + 1, close).trimEnd();
  addTerm(isPrefix ? `${text}*` : text, { start, end }, tokens);
  return end;
}

function readWord(source: string, start: number, tokens: QueryToken[]): number {
  const distance = matchAt(patterns.distance, source, start);
  if (distance) {
    const end = start + distance[0].length;
    const [, number = ''] = distance;
    const term = { kind: 'term', tokens: [number], isPrefix: false } as const;
    tokens.push({ kind: 'distance', distance: Number(number), term, start, end });
    return end;
  }
  const word = matchAt(patterns.word, source, start)?.[0] ?? source[start]!;
  const span = { start, end: start + word.length };
  const near = patterns.near.exec(word);
  if (near) tokens.push({ kind: 'NEAR', ...span, ...(near[1] && { distance: Number(near[1]) }) });
  else if (word === 'AND' || word === 'OR' || word === 'NOT') tokens.push({ kind: word, ...span });
  else addTerm(word, span, tokens);
  return span.end;
}

function addTerm(text: string, span: Span, tokens: QueryToken[]): void {
  const star = text.indexOf('*');
  const words = searchTokens(star < 0 ? text : text.slice(0, star));
  if (star >= 0) {
    if (searchTokens(text.slice(star)).length > 0) throw new QueryFault('starInside', span);
    if (words.at(-1)?.end !== star) throw new QueryFault('starAlone', span);
  }
  if (words.length === 0) return;
  const term = { kind: 'term', tokens: words.map(({ folded }) => folded), isPrefix: star >= 0 } as const;
  tokens.push({ kind: 'term', term, ...span });
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
