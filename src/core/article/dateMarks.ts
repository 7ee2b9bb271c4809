import type { Metadata } from './metadata.ts';
import { unsureBelow } from './readingSentences.ts';
import { contradicting } from './rivals.ts';

/** What is to be known of the date of an article before one builds on it; in the order of their bits in an index. */
export const dateMarks = [
  'noDate',
  'onlyEventDates',
  'userUndated',
  'conflicting',
  'inFuture',
  'lowConfidence',
  'inferred',
  'userDate',
] as const;

/**
 * `noDate`, `onlyEventDates`, `userUndated`: why there is none. `conflicting`: two sources disagree. `inFuture`: the
 * likeliest date lies ahead and was not taken. `inferred`: not said by the article itself, but by its file or by when it
 * was last changed. `userDate`: the user's own.
 */
export type DateMark = (typeof dateMarks)[number];

const inferredRules: ReadonlySet<string> = new Set([
  'dateInPath',
  'updateCue',
  'onlyModified',
  'daysBeforeCrawl',
]);

const undatedMarks = {
  noDate: 'noDate',
  onlyEventDates: 'onlyEventDates',
  userChoice: 'userUndated',
} as const;

export function dateMarksOf({ date, undatedReason, rejectedDates }: Metadata): readonly DateMark[] {
  if (date?.source === 'curation') return ['userDate'];
  const marks: DateMark[] = [];
  if (!date) marks.push(undatedMarks[undatedReason ?? 'noDate']);
  if (marks[0] === 'userUndated') return marks;
  if (date ? date.isConflicting : disagree(rejectedDates)) marks.push('conflicting');
  if (rejectedDates.some(({ evidence }) => evidence.rule === 'publicationInFuture')) marks.push('inFuture');
  if (date && date.confidence < unsureBelow) marks.push('lowConfidence');
  if (date && inferredRules.has(date.evidence.rule)) marks.push('inferred');
  return marks;
}

/** None was taken because the sources that state one contradict each other. */
function disagree(rejected: Metadata['rejectedDates']): boolean {
  const stated = rejected.filter(({ evidence }) => evidence.rule === 'otherSource');
  const [first, ...others] = stated;
  return first !== undefined && contradicting(first.value, others).length > 0;
}

/** The marks as bits of one number. */
export function bitsOfMarks(marks: readonly DateMark[]): number {
  return marks.reduce((bits, mark) => bits | (1 << dateMarks.indexOf(mark)), 0);
}

export function marksOfBits(bits: number): readonly DateMark[] {
  return dateMarks.filter((_, i) => (bits & (1 << i)) !== 0);
}
