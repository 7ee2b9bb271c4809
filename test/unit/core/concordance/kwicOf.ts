import type { KwicLine } from '../../../../src/core/index.ts';

/** A line of a concordance with what a test is about, the rest made up. */
export function kwicOf({
  left = '',
  keyword = 'port',
  right = '',
  date,
  outlet,
}: {
  readonly left?: string;
  readonly keyword?: string;
  readonly right?: string;
  readonly date?: string;
  readonly outlet?: string;
}): KwicLine {
  return {
    article: {
      id: 'a.txt',
      title: 'Un titre',
      ...(date !== undefined && { date }),
      ...(outlet !== undefined && { outlet }),
      language: 'fr',
      authors: [],
    },
    left,
    keyword,
    right,
    start: 0,
    end: keyword.length,
    from: { line: 0, character: 0 },
    to: { line: 0, character: keyword.length },
  };
}
