/** What is wrong with a query of words, and where: offsets in the query as it was typed, in UTF-16 code units. */
export interface QueryProblem {
  readonly rule: QueryRule;
  readonly start: number;
  readonly end: number;
  readonly values?: Readonly<Record<string, string | number>>;
}

export type QueryRule =
  | 'openQuote'
  | 'openParenthesis'
  | 'strayParenthesis'
  | 'emptyGroup'
  | 'nothingBefore'
  | 'nothingAfter'
  | 'starInside'
  | 'starAlone'
  | 'nearOperand'
  | 'nearAlone'
  | 'nearTooFar'
  | 'tooManyWords'
  | 'tooDeep';

/** What is wrong and what to do, in English, by rule; `{name}` stands for a value of the problem. */
export const querySentences: Readonly<Record<QueryRule, string>> = {
  openQuote: 'The quote that opens here is not closed.',
  openParenthesis: 'The parenthesis that opens here is not closed.',
  strayParenthesis: 'No parenthesis opens for the one that closes here.',
  emptyGroup: 'Nothing to look for stands between these parentheses.',
  nothingBefore:
    'Something to look for must stand before {operator}. In small letters it is a word like any other.',
  nothingAfter: 'Something to look for must come after {operator}.',
  starInside: 'A * stands for any ending: it can only come last in a word.',
  starAlone: 'The beginning of a word must stand before a *.',
  nearOperand: 'NEAR joins words and "phrases" only.',
  nearAlone: 'NEAR needs two words or phrases at least.',
  nearTooFar: 'NEAR reaches {most} words at most.',
  tooManyWords: 'A query may have {most} words and phrases.',
  tooDeep: 'Parentheses may lie in each other {most} deep.',
};

/** A problem in words; `sentences` are those of a view's own language. */
export function describeQueryProblem(
  { rule, values = {} }: QueryProblem,
  sentences: Readonly<Partial<Record<QueryRule, string>>> = {},
): string {
  const sentence = sentences[rule] ?? querySentences[rule];
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Thrown where a query is run that has a problem. */
export class WordQueryError extends RangeError {
  override readonly name = 'WordQueryError';
  readonly source: string;
  readonly problem: QueryProblem;

  constructor(source: string, problem: QueryProblem) {
    super(`words: ${describeQueryProblem(problem)} (character ${problem.start + 1} of ${source})`);
    this.source = source;
    this.problem = problem;
  }
}
