import { flattenFields } from '../fields/flattenFields.ts';
import { recogniseFields, type FieldChoices } from '../fields/recogniseFields.ts';
import type { RecordValues } from './recordValues.ts';

/** A column of texts that no name announces is this long on average, in UTF-16 code units. */
const textLength = 300;

/** The field with the longest texts, when no field is called a text; undefined when none is long enough. */
export function longTextField(
  records: readonly RecordValues[],
  names: readonly string[],
  choices: FieldChoices | undefined,
): string | undefined {
  const { byRole } = recogniseFields(names, choices);
  if (byRole.has('text') || byRole.has('html') || records.length === 0) return undefined;
  let best: { name: string; length: number } | undefined;
  for (const name of names) {
    if (choices?.ignore?.includes(name)) continue;
    const total = records.reduce((sum, record) => {
      const value = record[name];
      // What has no blanks is no text, however long: a list of ids, a picture in base64.
      return typeof value === 'string' && value.split(/\s/, 20).length >= 20 ? sum + value.length : sum;
    }, 0);
    const length = total / records.length;
    if (length >= textLength && length > (best?.length ?? 0)) best = { name, length };
  }
  return best?.name;
}

/**
 * Of fields with dates in figures, `05/06/2016`: which of day and month stands first, where a record says a number above
 * 12 in one place and none does in the other.
 */
export function dateOrdersOf(
  records: readonly RecordValues[],
  choices: FieldChoices | undefined,
): ReadonlyMap<string, 'dayFirst' | 'monthFirst'> {
  const seen = new Map<string, { first: number; second: number }>();
  for (const record of records) {
    const flat = flattenFields(record);
    const { byRole } = recogniseFields([...flat.keys()], choices);
    for (const name of [...(byRole.get('published') ?? []), ...(byRole.get('modified') ?? [])]) {
      const match = /^\D{0,12}(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?\d{2,4}(?!\d)/.exec(
        flat.get(name)?.[0] ?? '',
      );
      if (!match) continue;
      const most = seen.get(name) ?? { first: 0, second: 0 };
      seen.set(name, {
        first: Math.max(most.first, Number(match[1])),
        second: Math.max(most.second, Number(match[2])),
      });
    }
  }
  const orders = new Map<string, 'dayFirst' | 'monthFirst'>();
  for (const [name, { first, second }] of seen) {
    if (first > 12 && first <= 31 && second <= 12) orders.set(name, 'dayFirst');
    if (second > 12 && second <= 31 && first <= 12) orders.set(name, 'monthFirst');
  }
  return orders;
}
