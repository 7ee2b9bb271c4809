import { bucket } from './lineFeatures.ts';
import type { MarkupFact } from './record.ts';

/** A headline that the markup of a page offers, or a part of one without the outlet's name. */
export interface PageTitle {
  readonly value: string;
  /** Where it was read; `h1` and the like. */
  readonly source: string;
  readonly quote: string;
  readonly features: readonly string[];
}

interface Offer {
  value: string;
  readonly source: string;
  readonly quote: string;
  readonly sources: Set<string>;
  readonly marks: Set<string>;
}

/** Between a headline and the name of the outlet or section. */
const titleJoints = /\s+[|–—»·•:-]+\s+|\s*[|]\s*/g;

/** A page states its headline a few times; one that does so a thousand times is not asked further. */
const maxTitles = 200;

/** All headlines that the markup offers, equal ones together, each also without what its joints cut off. */
export function pageTitles(
  facts: readonly MarkupFact[],
  textTitle: string | undefined,
  lines: ReadonlySet<string>,
): PageTitle[] {
  const outlets = new Set(
    facts.filter(({ field }) => field === 'outlet').map(({ value }) => foldTitle(value)),
  );
  const offers = new Map<string, Offer>();
  const offer = (value: string, source: string, quote: string, mark: string): void => {
    const key = foldTitle(value);
    if (key.length < 3) return;
    const known = offers.get(key) ?? {
      value,
      source,
      quote,
      sources: new Set<string>(),
      marks: new Set<string>(),
    };
    known.sources.add(source);
    known.marks.add(mark);
    offers.set(key, known);
  };
  const titles = facts.filter(({ field }) => field === 'title').slice(0, maxTitles);
  for (const { source, value } of titles) {
    const name = source.startsWith('meta:') ? 'meta' : source;
    offer(value, name, value, 'whole');
    for (const [part, mark] of partsOf(value, outlets)) offer(part, name, value, mark);
  }
  if (textTitle !== undefined) offer(textTitle, 'text', textTitle, 'whole');
  const keys = [...offers.keys()];
  return [...offers].map(([key, { value, source, quote, sources, marks }]) => ({
    value,
    source,
    quote,
    features: [
      ...[...sources].map((name) => `by_${name}`),
      ...[...marks].map((mark) => `mark_${mark}`),
      `sources${bucket(sources.size, [1, 2, 3, 4, 5])}`,
      `length${bucket(value.length, [10, 20, 35, 60, 90, 130])}`,
      ...(lines.has(value.toLowerCase()) ? ['isLine'] : []),
      ...(outlets.has(key) ? ['isOutlet'] : []),
      ...(keys.some((other) => other.length > key.length && other.includes(key)) ? ['partOfOther'] : []),
      ...(keys.some((other) => other.length < key.length && other.length > 12 && key.includes(other))
        ? ['holdsOther']
        : []),
    ],
  }));
}

/** A title without its last, or first, part between joints; `outlet` when the part cut off is the outlet's name. */
function partsOf(title: string, outlets: ReadonlySet<string>): [string, string][] {
  const joints = [...title.matchAll(titleJoints)];
  const parts: [string, string][] = [];
  const last = joints.at(-1);
  if (last) {
    const cut = title.slice(last.index + last[0].length);
    parts.push([title.slice(0, last.index), outlets.has(foldTitle(cut)) ? 'withoutOutlet' : 'withoutLast']);
  }
  const first = joints[0];
  if (first) {
    const cut = title.slice(0, first.index);
    if (joints.length > 1) parts.push([cut, 'firstOnly']);
    parts.push([
      title.slice(first.index + first[0].length),
      outlets.has(foldTitle(cut)) ? 'withoutOutlet' : 'withoutFirst',
    ]);
  }
  return parts;
}

/** Letters and digits in lower case without diacritics: equal for one headline in two dresses. */
export function foldTitle(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
