import type { EntityType, RecognisedMention } from '../entities/mention.ts';
import type { EntityPriors } from '../entities/recogniseMentions.ts';
import { certainVotes } from '../entities/recogniser/priors.ts';
import type { Span } from '../text/span.ts';
import { NameFinder } from './nameFinder.ts';
import type { OwnName } from './ownNames.ts';

/** Why it is a name: the user said so. */
const byUser = { rule: 'userChoice' };

/**
 * The mentions of a text with the user's own names among them. They win over what was recognised in their place, but
 * for a longer name that holds them: who calls "Orsane" an organization has said nothing of "Port d'Orsane".
 * `recognised` and `zones` are in text order; names outside of `zones` are not looked for.
 */
export function curateMentions(
  text: string,
  zones: readonly Span[],
  recognised: readonly RecognisedMention[],
  names: readonly OwnName[] = [],
): readonly RecognisedMention[] {
  if (names.length === 0) return recognised;
  const own = new NameFinder(names)
    .find(text)
    .filter((found) => zones.some((zone) => isWithin(found, zone)))
    .filter((found) => !recognised.some((other) => isWithin(found, other) && !isSame(found, other)))
    .map(({ start, end, name: { type } }): RecognisedMention => ({
      start,
      end,
      type,
      text: text.slice(start, end),
      confidence: 1,
      evidence: byUser,
    }));
  if (own.length === 0) return recognised;
  const left = recognised.filter((mention) => !own.some((each) => overlap(each, mention)));
  return [...left, ...own].sort((a, b) => a.start - b.start);
}

/** What the corpus knows of names, with the user's own names settled: their neighbours are read with that. */
export function ownPriors(
  names: readonly OwnName[] = [],
  others: EntityPriors | undefined,
): EntityPriors | undefined {
  if (names.length === 0) return others;
  const types = new Map<string, EntityType>(names.map(({ text, type }) => [text, type]));
  return {
    votes(surface) {
      const type = types.get(surface);
      return type === undefined ? others?.votes(surface) : { [type]: certainVotes };
    },
  };
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
