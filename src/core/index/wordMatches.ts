import type { Span } from '../text/span.ts';
import type { SearchToken } from './searchTokens.ts';
import type { WordQuery } from './wordQuery.ts';
import type { NearTerms, WordTerm } from './wordTerm.ts';

/** A place in the body where something that a query looks for stands: in the original text, in UTF-16 code units. */
export interface WordMatch extends Span {
  /** Which of the query's words, phrases and NEARs it is: a number, the same for the same one. */
  readonly term: number;
}

/** Where a query looks: terms stand in the title or in the body, never across both. */
export interface SearchZones {
  readonly title: readonly SearchToken[];
  readonly body: readonly SearchToken[];
}

/** Indexes of a first and a last token. */
type TokenRange = readonly [first: number, last: number];
type Found = readonly [first: number, last: number, leaf: WordQuery];

/**
 * Whether an article is found by a query, and by which places of its body, in text order: `undefined` when it is not;
 * empty when only its title is found, or only that something is not there. Of two places one of which holds the other
 * the longer one is given.
 */
export function wordMatches(query: WordQuery, zones: SearchZones): readonly WordMatch[] | undefined {
  const found = match(query, zones);
  if (!found) return undefined;
  const terms = new Map<WordQuery, number>();
  return withoutInner(found).map(([first, last, leaf]) => {
    const term = terms.get(leaf) ?? terms.size;
    terms.set(leaf, term);
    return { start: zones.body[first]!.start, end: zones.body[last]!.end, term };
  });
}

/** The words and phrases that a query looks for, those of a NEAR one by one; without what it excludes. */
export function lookedFor(query: WordQuery): readonly WordTerm[] {
  switch (query.kind) {
    case 'term':
      return [query];
    case 'near':
      return query.terms;
    case 'not':
      return [];
    default:
      return query.parts.flatMap(lookedFor);
  }
}

function match(query: WordQuery, zones: SearchZones): readonly Found[] | undefined {
  switch (query.kind) {
    case 'term':
    case 'near': {
      const find = (zone: readonly SearchToken[]): readonly TokenRange[] =>
        query.kind === 'term' ? findTerm(zone, query) : findNear(zone, query);
      const inBody = find(zones.body);
      if (inBody.length === 0 && find(zones.title).length === 0) return undefined;
      return inBody.map(([first, last]) => [first, last, query]);
    }
    case 'and': {
      const parts: Found[] = [];
      for (const part of query.parts) {
        const found = match(part, zones);
        if (!found) return undefined;
        parts.push(...found);
      }
      return parts;
    }
    case 'or': {
      const parts = query.parts.map((part) => match(part, zones)).filter((found) => found !== undefined);
      return parts.length > 0 ? parts.flat() : undefined;
    }
    case 'not':
      return match(query.part, zones) ? undefined : [];
  }
}

/** Where a term stands: index of its first and its last token, for every occurrence; occurrences may overlap. */
export function findTerm(tokens: readonly SearchToken[], term: WordTerm): readonly TokenRange[] {
  const found: TokenRange[] = [];
  const length = term.tokens.length;
  for (let at = 0; at + length <= tokens.length; at++) {
    if (standsAt(tokens, term, at)) found.push([at, at + length - 1]);
  }
  return found;
}

function standsAt(tokens: readonly SearchToken[], term: WordTerm, at: number): boolean {
  const last = term.tokens.length - 1;
  return term.tokens.every((wanted, i) => {
    const folded = tokens[at + i]!.folded;
    return i === last && term.isPrefix ? folded.startsWith(wanted) : folded === wanted;
  });
}

/**
 * The smallest stretches that hold all terms near each other, by the rule of SQLite's FTS5, which finds the articles:
 * from the end of every term to the beginning of the last one at most `distance` words.
 */
function findNear(tokens: readonly SearchToken[], { terms, distance }: NearTerms): readonly TokenRange[] {
  const places = terms.map((term) => findTerm(tokens, term));
  if (places.some((each) => each.length === 0)) return [];
  const stretches: TokenRange[] = [];
  for (const [last] of places.flat()) {
    const nearest = places.map((each) => latestUpTo(each, last));
    if (nearest.some((place) => place === undefined || last - place[1] - 1 > distance)) continue;
    const chosen = nearest as TokenRange[];
    stretches.push([Math.min(...chosen.map(([start]) => start)), Math.max(...chosen.map(([, end]) => end))]);
  }
  const isSmallest = (a: TokenRange): boolean => !stretches.some((b) => isInside(b, a) && !isInside(a, b));
  return stretches.filter(isSmallest);
}

function latestUpTo(places: readonly TokenRange[], at: number): TokenRange | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]![0] <= at) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}

function isInside(inner: TokenRange, outer: TokenRange): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

function withoutInner(places: readonly Found[]): Found[] {
  const sorted = [...places].sort(([a, b], [c, d]) => a - c || d - b);
  const kept: Found[] = [];
  let reached = -1;
  for (const place of sorted) {
    if (place[1] <= reached) continue;
    kept.push(place);
    reached = place[1];
  }
  return kept;
}
