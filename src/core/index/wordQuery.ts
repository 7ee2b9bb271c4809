import type { Span } from '../text/span.ts';
import { WordQueryError, type QueryProblem } from './queryProblem.ts';
import type { NearTerms, WordTerm } from './wordTerm.ts';
import { foldText } from './searchTokens.ts';
import { QueryFault, queryTokens, type QueryToken } from './queryTokens.ts';

/** What the user looks for, read. */
export type WordQuery =
  | WordTerm
  | NearTerms
  | { readonly kind: 'and' | 'or'; readonly parts: readonly WordQuery[] }
  | { readonly kind: 'not'; readonly part: WordQuery };

/** Words between the terms of a NEAR that says no number: what SQLite and others take too. */
const defaultDistance = 10;
const mostDistance = 1000;
/** A query is read by recursion, and run by an engine that has limits of its own. */
const mostTerms = 200;
const mostDepth = 50;

/**
 * Reads what the user typed. Blanks or AND join what must all be there, OR what may be; NOT or a `-` before a word
 * excludes; AND binds closer than OR, parentheses closer than both. "…" is a phrase, a final * stands for any ending.
 * `NEAR(a b, 5)` and `a NEAR/5 b` want words with at most five others between them (ten when no number is said). Operators
 * are written in capitals. Case, accents and ligatures are folded; a word with an apostrophe or hyphen is a phrase of its
 * parts. `query` is absent when there is no letter or digit to look for: such a query narrows nothing.
 */
export function readWordQuery(
  source: string,
): { readonly query?: WordQuery } | { readonly problem: QueryProblem } {
  try {
    const query = new QueryReader(queryTokens(source), source.length).read();
    return query ? { query } : {};
  } catch (error) {
    if (error instanceof QueryFault) return { problem: error.problem };
    throw error;
  }
}

/** The same for engines: throws a `WordQueryError`, which is a RangeError, for a query that has a problem. */
export function parseWordQuery(source: string): WordQuery | undefined {
  const answer = readWordQuery(source);
  if ('problem' in answer) throw new WordQueryError(source, answer.problem);
  return answer.query;
}

/** A query that finds the words of a text in a row, whatever signs it has; absent when it has no word. */
export function phraseQuery(text: string): string | undefined {
  const words = foldText(text);
  return words === '' ? undefined : `"${words}"`;
}

class QueryReader {
  private readonly tokens: readonly QueryToken[];
  private readonly length: number;
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly QueryToken[], length: number) {
    this.tokens = tokens;
    this.length = length;
    const terms = tokens.filter(({ kind }) => kind === 'term');
    if (terms.length > mostTerms)
      throw new QueryFault('tooManyWords', terms[mostTerms]!, { most: mostTerms });
  }

  read(): WordQuery | undefined {
    if (this.tokens.length === 0) return undefined;
    const query = this.either();
    const rest = this.tokens[this.at];
    if (rest) throw new QueryFault('strayParenthesis', rest);
    return query;
  }

  private either(): WordQuery {
    const parts = [this.all()];
    for (let or = this.take('OR'); or; or = this.take('OR')) {
      this.wantOperand(or);
      parts.push(this.all());
    }
    return joined('or', parts);
  }

  private all(): WordQuery {
    const parts = [this.one()];
    for (;;) {
      const and = this.take('AND');
      if (and) this.wantOperand(and);
      else if (!this.isOperand()) return joined('and', parts);
      parts.push(this.one());
    }
  }

  private one(): WordQuery {
    const not = this.take('NOT') ?? this.take('-');
    if (not) {
      this.wantOperand(not);
      return this.deeper(not, () => ({ kind: 'not', part: this.one() }));
    }
    return this.chain();
  }

  /** `a NEAR/5 b NEAR/3 c` wants every neighbouring two near each other. */
  private chain(): WordQuery {
    let left = this.simpleWithPlace();
    const pairs: WordQuery[] = [];
    for (let near = this.takeInfix(); near; near = this.takeInfix()) {
      this.wantOperand(near);
      const terms = [left, (left = this.simpleWithPlace())].map(({ query, ...span }) => {
        if (query.kind !== 'term') throw new QueryFault('nearOperand', span);
        return query;
      });
      pairs.push({ kind: 'near', terms, distance: distanceOf(near, near.distance) });
    }
    return pairs.length === 0 ? left.query : joined('and', pairs);
  }

  private simpleWithPlace(): Span & { readonly query: WordQuery } {
    const first = this.at;
    const query = this.simple();
    return { query, start: this.tokens[first]!.start, end: this.tokens[this.at - 1]!.end };
  }

  private simple(): WordQuery {
    const token = this.tokens[this.at];
    switch (token?.kind) {
      case 'term':
      case 'distance':
        this.at++;
        return token.term;
      case '(':
        return this.group(token);
      case 'NEAR':
        if (this.tokens[this.at + 1]?.kind === '(') return this.near(token);
        throw new QueryFault('nothingBefore', token, { operator: 'NEAR' });
      case 'AND':
      case 'OR':
        throw new QueryFault('nothingBefore', token, { operator: token.kind });
      case ')':
        throw new QueryFault('strayParenthesis', token);
      default:
        // Only NEAR asks for what a NOT cannot be.
        throw new QueryFault('nearOperand', token ?? { start: this.length, end: this.length });
    }
  }

  private group(open: QueryToken): WordQuery {
    return this.deeper(open, () => {
      this.at++;
      const next = this.tokens[this.at];
      if (next?.kind === ')') throw new QueryFault('emptyGroup', { start: open.start, end: next.end });
      if (!next) throw new QueryFault('openParenthesis', open);
      const query = this.either();
      if (!this.take(')')) throw new QueryFault('openParenthesis', open);
      return query;
    });
  }

  private near(operator: QueryToken): WordQuery {
    this.at++;
    const open = this.tokens[this.at++]!;
    const terms: WordTerm[] = [];
    let said: QueryToken | undefined = operator;
    let distance = operator.kind === 'NEAR' ? operator.distance : undefined;
    for (;;) {
      const token = this.tokens[this.at++];
      if (!token) throw new QueryFault('openParenthesis', open);
      const end = token.end;
      if (token.kind === ')') {
        if (terms.length < 2) throw new QueryFault('nearAlone', { start: operator.start, end });
        return { kind: 'near', terms, distance: distanceOf(said, distance) };
      }
      if (token.kind === 'distance') [said, distance] = [token, token.distance];
      else if (token.kind === 'term') terms.push(token.term);
      else throw new QueryFault('nearOperand', token);
    }
  }

  private deeper(at: QueryToken, read: () => WordQuery): WordQuery {
    if (++this.depth > mostDepth) throw new QueryFault('tooDeep', at, { most: mostDepth });
    const query = read();
    this.depth--;
    return query;
  }

  private take(kind: QueryToken['kind']): QueryToken | undefined {
    return this.tokens[this.at]?.kind === kind ? this.tokens[this.at++] : undefined;
  }

  private takeInfix(): (QueryToken & { kind: 'NEAR' }) | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== 'NEAR') return undefined;
    // `a NEAR(b c)` is a word and a group of its own.
    if (this.tokens[this.at + 1]?.kind === '(' && token.distance === undefined) return undefined;
    this.at++;
    return token;
  }

  private isOperand(): boolean {
    const kind = this.tokens[this.at]?.kind;
    return kind !== undefined && kind !== ')' && kind !== 'OR' && kind !== 'AND';
  }

  private wantOperand(operator: QueryToken): void {
    if (!this.isOperand()) throw new QueryFault('nothingAfter', operator, { operator: operator.kind });
  }
}

function distanceOf(said: Span, distance: number | undefined): number {
  if (distance !== undefined && distance > mostDistance)
    throw new QueryFault('nearTooFar', said, { most: mostDistance });
  return distance ?? defaultDistance;
}

function joined(kind: 'and' | 'or', parts: readonly WordQuery[]): WordQuery {
  return parts.length === 1 ? parts[0]! : { kind, parts };
}
