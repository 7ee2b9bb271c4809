import { isValidDay, formatIso } from './calendar.ts';
import type { FoundDate } from './metadata.ts';

/** The number stands below the article. */
const tailLength = 1500;

/**
 * Numbers by which press databases know an article. Both hold its day of publication; group 1 to 3.
 *
 * - Factiva: eight characters for the source, the day, nine more: `Document GAZLAR0020190312ef3c0001k`, `AN Document …`.
 * - Europresse: `news·20190312·GL·14_1405`.
 */
const numbers: readonly RegExp[] = [
  /(?:^|\n)[^\S\n]*(?:AN[^\S\n]+)?(?:Document|Documento|Dokument)[^\S\n]+[A-Z\d]{8}(\d{4})(\d\d)(\d\d)[a-z\d]{9}(?=[^\S\n]*(?:\n|$))/,
  /(?<![\p{L}\d])news[·•.](\d{4})(\d\d)(\d\d)[·•.][A-Z]{1,6}[·•._\d]*\d/u,
];

/** How sure such a number is of the day. */
const confidence = 0.9;

/** The day that the number of a press database under the text states; undefined when there is none. */
export function readDatabaseNumber(text: string): FoundDate | undefined {
  const from = Math.max(0, text.length - tailLength);
  const tail = text.slice(from);
  for (const number of numbers) {
    const match = number.exec(tail);
    const [year, month, day] = [match?.[1], match?.[2], match?.[3]].map(Number);
    if (!match || year === undefined || month === undefined || day === undefined) continue;
    if (!isValidDay(year, month, day)) continue;
    const quote = match[0].trim();
    const start = from + match.index + match[0].indexOf(quote);
    return {
      value: formatIso(year, month, day),
      precision: 'day',
      source: 'text',
      quote,
      span: { start, end: start + quote.length },
      evidence: { rule: 'databaseNumber' },
      confidence,
    };
  }
  return undefined;
}
