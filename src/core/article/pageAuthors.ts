import { splitAuthorNames } from './authorNames.ts';
import { foldTitle } from './pageTitles.ts';
import type { Found } from './metadata.ts';
import type { MarkupFact } from './record.ts';

/** How far each place in the markup is believed, best first. */
const TRUST: readonly (readonly [string, number])[] = [
  ['jsonLd', 0.92],
  ['meta', 0.85],
  ['itemprop', 0.85],
  ['relAuthor', 0.82],
  ['jsonLdPage', 0.75],
  ['openGraph', 0.8],
  ['authorClass', 0.75],
];

/** The authors whom the best-trusted place of the markup names; empty when none names a person. */
export function pageAuthors(facts: readonly MarkupFact[]): Found<string>[] {
  const outlets = new Set(
    facts.filter(({ field }) => field === 'outlet').map(({ value }) => foldTitle(value)),
  );
  const bySource = new Map<string, Found<string>[]>();
  for (const { field, source, value } of facts) {
    if (field !== 'author') continue;
    const place = source.startsWith('meta:') ? 'meta' : source;
    const known = bySource.get(place) ?? [];
    for (const name of splitAuthorNames(value)) {
      const key = foldTitle(name);
      if (outlets.has(key) || known.some((other) => foldTitle(other.value) === key)) continue;
      known.push({ value: name, source, quote: value, evidence: { rule: 'pageMarkup' }, confidence: 0 });
    }
    bySource.set(place, known);
  }
  for (const [place, confidence] of TRUST) {
    const names = bySource.get(place) ?? [];
    if (names.length === 0 || (place === 'authorClass' && names.length > 4)) continue;
    const agrees = [...bySource].some(
      ([other, found]) =>
        other !== place && found.some(({ value }) => foldTitle(value) === foldTitle(names[0]?.value ?? '')),
    );
    return names.map((name) => ({ ...name, confidence: agrees ? Math.max(confidence, 0.95) : confidence }));
  }
  return [];
}
