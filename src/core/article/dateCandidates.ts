import type { Span } from '../text/span.ts';
import type { FoundDate, Metadata, RejectedDate } from './metadata.ts';

/** A date that the user may choose: what was read, or was seen and not taken. */
export interface DateCandidate {
  readonly value: string;
  readonly quote: string;
  readonly span?: Span;
  readonly isTaken: boolean;
  readonly evidence: FoundDate['evidence'];
}

/** The chances of a rejected date to be the right one after all, best first. */
const ruleOrder: readonly string[] = [
  'userChoice',
  'otherSource',
  'publicationInFuture',
  'openDayMonthOrder',
  'dateOfUpdate',
  'notByTheTitle',
  'sameInManyArticles',
  'eventInBody',
];

/** Every date seen in an article, each value once, the likeliest first; an open day and month as both readings. */
export function dateCandidates({ date, rejectedDates }: Metadata): readonly DateCandidate[] {
  const rank = ({ evidence }: RejectedDate): number => {
    const at = ruleOrder.indexOf(evidence.rule);
    return at < 0 ? ruleOrder.length : at;
  };
  const taken = date && date.source !== 'curation' ? [{ ...date, isTaken: true }] : [];
  const others = [...rejectedDates].sort((a, b) => rank(a) - rank(b)).flatMap(readings);
  const seen = new Set<string>();
  return [...taken, ...others.map((other) => ({ ...other, isTaken: false }))].flatMap((candidate) => {
    if (seen.has(candidate.value)) return [];
    seen.add(candidate.value);
    const { value, quote, span, isTaken, evidence } = candidate;
    return [{ value, quote, isTaken, evidence, ...(span && { span }) }];
  });
}

function readings(rejected: RejectedDate): RejectedDate[] {
  const other = rejected.evidence.values?.['otherReading'];
  if (typeof other !== 'string') return [rejected];
  const values = { otherReading: rejected.value };
  return [rejected, { ...rejected, value: other, evidence: { ...rejected.evidence, values } }];
}
