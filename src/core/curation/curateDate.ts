import type { FoundDate, Metadata, RejectedDate } from '../article/metadata.ts';
import { precisionOfDate } from '../index/period.ts';
import type { ArticleCuration } from './curation.ts';

/** The metadata with the date that the user gave, or without one when the user said so. What was read is rejected. */
export function curateDate(metadata: Metadata, curation: ArticleCuration | undefined): Metadata {
  const given = curation?.date;
  if (given === undefined) return metadata;
  const { date: read, ...undated } = metadata;
  const rejectedDates = [...overruled(read, given), ...metadata.rejectedDates];
  if (given === null) return { ...undated, undatedReason: 'userChoice', rejectedDates };
  const date: FoundDate = {
    value: given,
    precision: precisionOfDate(given),
    source: 'curation',
    quote: '',
    evidence: { rule: 'userChoice' },
    confidence: 1,
  };
  return { ...withoutReason(undated), date, rejectedDates };
}

function overruled(read: FoundDate | undefined, given: string | null): readonly RejectedDate[] {
  if (!read || read.value === given) return [];
  const { value, quote, span } = read;
  return [{ value, quote, ...(span && { span }), evidence: { rule: 'userChoice' } }];
}

/** What only an undated article has goes. */
function withoutReason(metadata: Metadata): Metadata {
  const fields = Object.entries(metadata).filter(([name]) => !undatedFields.has(name));
  return Object.fromEntries(fields) as unknown as Metadata;
}

const undatedFields: ReadonlySet<string> = new Set<keyof Metadata>(['undatedReason', 'notBefore']);
