import { lookedFor, type WordQuery, type WordTerm } from '../../core/index.ts';

/** What FTS5 is asked; with `isComplement` the answer is all articles but those that it finds. */
export interface MatchExpression {
  readonly match: string;
  readonly isComplement: boolean;
}

/**
 * A query of words as one expression of FTS5, whose NOT wants something to be taken from: where only exclusions are
 * joined, what they exclude is looked for instead (De Morgan).
 */
export function matchExpression(query: WordQuery): MatchExpression {
  switch (query.kind) {
    case 'term':
      return { match: phrase(query), isComplement: false };
    case 'near':
      return {
        match: `NEAR(${query.terms.map(phrase).join(' ')}, ${query.distance})`,
        isComplement: false,
      };
    case 'not': {
      const { match, isComplement } = matchExpression(query.part);
      return { match, isComplement: !isComplement };
    }
    default: {
      const parts = query.parts.map(matchExpression);
      const isAnd = query.kind === 'and';
      const plain = parts.filter(({ isComplement }) => !isComplement).map(({ match }) => match);
      const excluded = parts.filter(({ isComplement }) => isComplement).map(({ match }) => match);
      if (excluded.length === 0) return { match: join(plain, isAnd ? 'AND' : 'OR'), isComplement: false };
      // a OR not b is all but (b not a); not a AND not b is all but (a OR b).
      const out = join(excluded, isAnd ? 'OR' : 'AND');
      if (plain.length === 0) return { match: out, isComplement: true };
      const kept = join(plain, isAnd ? 'AND' : 'OR');
      return isAnd
        ? { match: `(${kept} NOT ${out})`, isComplement: false }
        : { match: `(${out} NOT ${kept})`, isComplement: true };
    }
  }
}

/**
 * What articles are ranked by: all that a query looks for. `undefined` when it only excludes. Articles that hold none of
 * it may be found all the same, and have no rank.
 */
export function rankExpression(query: WordQuery): string | undefined {
  const phrases = lookedFor(query).map(phrase);
  if (phrases.length === 0) return undefined;
  // What must all be there is the faster question.
  const isPlain = query.kind === 'and' && query.parts.every(({ kind }) => kind === 'term');
  return join(phrases, isPlain ? 'AND' : 'OR');
}

/** Tokens are letters and digits only: nothing to escape. */
function phrase({ tokens, isPrefix }: WordTerm): string {
  return `"${tokens.join(' ')}"${isPrefix ? ' *' : ''}`;
}

function join(parts: readonly string[], operator: 'AND' | 'OR'): string {
  return parts.length === 1 ? parts[0]! : `(${parts.join(` ${operator} `)})`;
}
