import type { EntityType, RecognisedMention } from './mention.ts';
import { namedFirms, namedPlaces } from './lists/nameWords.ts';
import { foldWords, nameKey } from './nameKey.ts';

/** One name of one article: all mentions that share a type and a key. */
export interface Name {
  readonly type: EntityType;
  readonly key: string;
  /** In text order, never empty. */
  readonly mentions: readonly RecognisedMention[];
  /** How often each spelling stands in the article. */
  readonly surfaces: ReadonlyMap<string, number>;
}

/**
 * The names of an article in order of their first mention, after settling surfaces that were recognised with several
 * types: the noun beside it decides ("la ville d'Orange", "Orange, l'opérateur"), else a doubtful mention takes the type of most
 * others. A sure one keeps its own, and so does a person's surname beside a place or firm of that name.
 */
export function gatherNames(text: string, mentions: readonly RecognisedMention[]): Name[] {
  const settled = settleTypes(text, mentions);
  const names = new Map<string, { type: EntityType; key: string; mentions: RecognisedMention[] }>();
  const keys = new Map<string, string>();
  for (const mention of settled) {
    const surface = `${mention.type}:${mention.text}`;
    const key = keys.get(surface) ?? nameKey(mention.text, mention.type);
    keys.set(surface, key);
    const id = `${mention.type}:${key}`;
    const name = names.get(id);
    if (name) name.mentions.push(mention);
    else names.set(id, { type: mention.type, key, mentions: [mention] });
  }
  return [...names.values()].map((name) => ({ ...name, surfaces: countSurfaces(name.mentions) }));
}

/** The spelling to show: the plainest of a name's spellings (no "Groupe", no legal form, not all capitals), then the most frequent. */
export function bestSurface(name: Name): string {
  const ranked = [...name.surfaces].sort(
    ([a, countA], [b, countB]) => plainness(b, name) - plainness(a, name) || countB - countA,
  );
  return ranked[0]![0];
}

function plainness(surface: string, name: Name): number {
  const isCore = foldWords(surface).join(' ').length <= name.key.length;
  const isShouted =
    surface.length > 5 && surface === surface.toUpperCase() && surface !== surface.toLowerCase();
  return (name.type !== 'ORG' || isCore ? 2 : 0) + (isShouted ? 0 : 1);
}

function countSurfaces(mentions: readonly RecognisedMention[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of mentions) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

const types: readonly EntityType[] = ['ORG', 'PER', 'LOC'];

/** On the sample corpus and on news, every mention that rightly took the type of others was read with less than 0.7. */
const sureType = 0.75;

function settleTypes(text: string, mentions: readonly RecognisedMention[]): readonly RecognisedMention[] {
  const votes = new Map<string, Map<EntityType, number>>();
  for (const { text, type, confidence } of mentions) {
    const counts = votes.get(text) ?? new Map<EntityType, number>();
    // Almost a count of mentions; the confidence decides between equal counts.
    counts.set(type, (counts.get(type) ?? 0) + 1 + confidence / 100);
    votes.set(text, counts);
  }
  if ([...votes.values()].every((counts) => counts.size === 1)) return mentions;
  const surnames = surnamesOf(mentions);
  return mentions.map((mention) => {
    const counts = votes.get(mention.text)!;
    const noun = counts.size === 1 ? undefined : typeOfNoun(text, mention);
    if (noun && counts.has(noun)) return noun === mention.type ? mention : { ...mention, type: noun };
    const isSettled = counts.size === 1 || mention.confidence >= sureType;
    if (isSettled || surnames.has(nameKey(mention.text, 'PER'))) return mention;
    const type = types.reduce((best, t) => ((counts.get(t) ?? 0) > (counts.get(best) ?? 0) ? t : best));
    return type === mention.type ? mention : { ...mention, type };
  });
}

/** "la ville d'Orange", "le groupe Orange", "Orange, l'opérateur": what the noun beside a name says that it is. */
function typeOfNoun(text: string, { start, end }: RecognisedMention): EntityType | undefined {
  const before = foldWords(/[^,.;:!?()\n]*$/u.exec(text.slice(Math.max(0, start - 30), start))![0]);
  const isOf = /^(?:de|d|of)$/.test(before.at(-1) ?? '');
  const [noun, nounOf] = isOf ? ['', before.at(-2) ?? ''] : [before.at(-1) ?? '', ''];
  const apposed = /^\s?, ?\p{L}{1,3}['’ ](\p{L}+)/u.exec(text.slice(end, end + 40))?.[1] ?? '';
  const behind = foldWords(apposed)[0] ?? '';
  if (namedFirms.test(noun) || namedFirms.test(behind)) return 'ORG';
  if ([noun, nounOf, behind].some((word) => namedPlaces.test(word))) return 'LOC';
  return undefined;
}

function surnamesOf(mentions: readonly RecognisedMention[]): Set<string> {
  const surnames = new Set<string>();
  for (const { type, text } of mentions) {
    const words = type === 'PER' ? nameKey(text, 'PER').split(' ') : [];
    for (let start = 1; start < words.length; start += 1) surnames.add(words.slice(start).join(' '));
  }
  return surnames;
}
