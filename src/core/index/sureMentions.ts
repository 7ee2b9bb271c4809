import type { RecognisedMention } from '../entities/mention.ts';

/**
 * From here on a mention is more likely right than wrong. Of the names of a corpus none of whose mentions is as likely,
 * most are wrong; of those with one that is, most are right: `test/quality/unsureNames.test.ts` measures both. The best
 * mention tells more than their mean: what is clear in one place is often doubtful in another.
 */
const sureFrom = 0.5;

/** Whether a mention was read as what it names with confidence. A name without a single such mention is to be looked at. */
export function isSureMention({ confidence }: RecognisedMention): boolean {
  return confidence >= sureFrom;
}
