import { findFacts } from './facts.ts';
import { linkAcronyms } from './linkAcronyms.ts';
import { linkFormerNames } from './linkFormerNames.ts';
import { linkPersons } from './linkPersons.ts';
import type { ArticleEntity, Join, LinkedEntities, Mention, RecognisedMention } from './mention.ts';
import type { NameJoin } from './nameJoin.ts';
import { foldWords, singularKey } from './nameKey.ts';
import { bestSurface, gatherNames, type Name } from './names.ts';

/**
 * Joins the mentions of one article into entities and reads what the article says of them. `mentions` are spans of
 * `text` (UTF-16 code units), in text order; `language` is ISO 639-1 or `und`. A mention's type may change where the
 * article settles it. No two entities share a type and a key. Anything doubtful stays apart.
 */
export function linkEntities(
  text: string,
  mentions: readonly RecognisedMention[],
  language: string,
): LinkedEntities {
  const names = gatherNames(text, mentions);
  const joins = [
    ...linkAcronyms(text, names),
    ...linkFormerNames(text, names),
    ...linkNumbers(names),
    ...linkRunTogether(names),
    ...linkPersons(text, names, language),
  ];
  const clusters = clusterNames(names, joins);
  const entityOf = new Map<RecognisedMention, number>();
  const joinsOf = new Map<number, NameJoin[]>();
  for (const join of joins) joinsOf.set(join.name, [...(joinsOf.get(join.name) ?? []), join]);
  const entities = clusters.map((members, entity) => {
    for (const member of members) {
      for (const mention of names[member]!.mentions) entityOf.set(mention, entity);
    }
    const within = members.flatMap((member) => joinsOf.get(member) ?? []);
    return describeCluster(members, names, within);
  });
  const linked: Mention[] = [...entityOf]
    .map(([mention, entity]) => ({ ...mention, entity }))
    .sort((a, b) => a.start - b.start);
  return { entities, mentions: linked, facts: findFacts(text, entities, linked, language) };
}

/**
 * "Centre régional" and "Centres régionaux": names of two words and more that differ by number only. Where all words have a
 * capital they are brands, and "Nouvelles Frontières" is not "Nouvelle Frontière".
 */
function linkNumbers(names: readonly Name[]): NameJoin[] {
  const isDescriptive = ({ surfaces }: Name): boolean =>
    [...surfaces.keys()].some((surface) => /(?:^|\s)\p{Ll}{4,}/u.test(surface));
  const organizations = names.filter(({ type, key }) => type === 'ORG' && key.includes(' '));
  const descriptive = new Set(organizations.filter(isDescriptive).map(({ key }) => singularKey(key)));
  return linkEqual(names, 'number', ({ type, key }) => {
    const singular = singularKey(key);
    return type === 'ORG' && descriptive.has(singular) ? singular : undefined;
  });
}

/** Short names without their blanks are equal by chance ("La Une", "l’aune"), unless figures tell them. */
const shortestRunTogether = 8;

/** "France 24" and "France24", "TotalEnergies" and "Total Energies". */
function linkRunTogether(names: readonly Name[]): NameJoin[] {
  return linkEqual(names, 'sameName', ({ type, key }) => {
    const run = key.replaceAll(' ', '');
    const isTelling = run.length >= shortestRunTogether || (/\d/.test(run) && /\p{L}{2}/u.test(run));
    return type === 'ORG' && isTelling ? run : undefined;
  });
}

/** Joins each name with the first one of the same form; names without a form stay apart. */
function linkEqual(
  names: readonly Name[],
  rule: string,
  formOf: (name: Name) => string | undefined,
): NameJoin[] {
  const firstOf = new Map<string, number>();
  return names.flatMap((name, index) => {
    const form = formOf(name);
    if (form === undefined) return [];
    const other = firstOf.get(form);
    if (other === undefined) {
      firstOf.set(form, index);
      return [];
    }
    const values = { short: bestSurface(name), long: bestSurface(names[other]!) };
    return [{ name: index, other, evidence: { rule, values }, isProven: true }];
  });
}

/** Groups of name indices, in order of first mention. */
function clusterNames(names: readonly Name[], joins: readonly NameJoin[]): number[][] {
  const parent = names.map((_, i) => i);
  const root = (i: number): number => (parent[i] === i ? i : root(parent[i]!));
  for (const { name, other } of joins) {
    const [a, b] = [root(name), root(other)];
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  const clusters = new Map<number, number[]>();
  names.forEach((_, i) => {
    const at = root(i);
    const members = clusters.get(at);
    if (members) members.push(i);
    else clusters.set(at, [i]);
  });
  return [...clusters.values()];
}

function describeCluster(
  members: readonly number[],
  names: readonly Name[],
  within: readonly NameJoin[],
): ArticleEntity {
  const own = members.map((i) => names[i]!);
  // A former name never stands for the entity.
  const former = new Set(within.filter((j) => j.evidence.rule === 'formerName').map((j) => names[j.name]));
  const current = own.filter((name) => !former.has(name));
  const head = current.reduce(
    (best, name) => (fullness(name) > fullness(best) ? name : best),
    current[0] ?? own[0]!,
  );
  const proven = new Set(
    within.filter((j) => j.isProven).flatMap((j) => [names[j.name]!.key, names[j.other]!.key]),
  );
  proven.delete(head.key);
  return {
    type: head.type,
    key: head.key,
    name: bestSurface(head),
    alsoKeys: [...proven],
    surfaces: surfacesOf(own),
    joins: [
      ...own.flatMap(spellingJoins),
      ...within.map((j) => ({ name: String(j.evidence.values!.short), evidence: j.evidence })),
    ],
  };
}

function fullness(name: Name): number {
  return name.key.split(' ').length * 100 + name.key.length;
}

function surfacesOf(names: readonly Name[]): string[] {
  const counted = names.flatMap((name) => [...name.surfaces]);
  return counted.sort(([, a], [, b]) => b - a).map(([surface]) => surface);
}

/** Surfaces of one key that differ by more than case, accents and punctuation: "Groupe X" and "X", "Maroc" and "Morocco". */
function spellingJoins(name: Name): Join[] {
  const best = bestSurface(name);
  const plain = foldWords(best).join(' ');
  return [...name.surfaces.keys()]
    .filter((surface) => foldWords(surface).join(' ') !== plain)
    .map((surface) => ({
      name: surface,
      evidence: { rule: 'sameName', values: { short: surface, long: best } },
    }));
}
