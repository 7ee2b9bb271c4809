import type { EntityType } from '../mention.ts';
import type { PreparedDocument, Sentence } from './document.ts';
import { extendPhrase } from './hash.ts';
import { innerTypes } from './labels.ts';
import { addVote, type Vote, type Votes } from './votes.ts';
import type { WordType } from './wordTypes.ts';

/** What the rest of a corpus knows of a name, by its surface: how often it was taken for each type. */
export interface EntityPriors {
  votes(surface: string): Readonly<Partial<Record<EntityType, number>>> | undefined;
}

/** A corpus speaks with at most this many votes: the article itself must be able to disagree. */
const mostPriorVotes = 6;

/** Asks the corpus for each name that was found and for each run of capitalised words. */
export function addPriors(
  votes: Votes,
  text: string,
  { sentences }: PreparedDocument,
  found: readonly (readonly Vote[])[],
  priors: EntityPriors,
): void {
  const asked = new Set<string>();
  const own = sureTypes(text, sentences, found);
  const ask = (sentence: Sentence, from: number, to: number): void => {
    const surface = text.slice(sentence.starts[from], sentence.ends[to - 1]);
    if (asked.has(surface)) return;
    asked.add(surface);
    const known = priors.votes(surface);
    if (known === undefined || isContradicted(known, own.get(surface))) return;
    addKnownName(votes, sentence.words.slice(from, to), known);
  };
  sentences.forEach((sentence, s) => {
    for (const { from, to } of found[s]!) ask(sentence, from, to);
    for (let i = 0; i < sentence.words.length; i = Math.max(i + 1, sentence.runEnds[i]!)) {
      if (sentence.runEnds[i]! > i) ask(sentence, i, sentence.runEnds[i]!);
    }
  });
}

/** More votes than any corpus has: the user said so. */
export const certainVotes = 1_000_000;

/** The likelihood from which an article's own reading is the better witness of what it means. */
const ownWord = 0.7;

/** The types that the article surely takes its names for, by the name. */
function sureTypes(
  text: string,
  sentences: readonly Sentence[],
  found: readonly (readonly Vote[])[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const types = new Map<string, Set<number>>();
  found.forEach((votes, s) => {
    const { starts, ends } = sentences[s]!;
    for (const { from, to, type, confidence } of votes) {
      if (confidence < ownWord) continue;
      const surface = text.slice(starts[from], ends[to - 1]);
      types.set(surface, (types.get(surface) ?? new Set()).add(type));
    }
  });
  return types;
}

function isContradicted(
  known: Readonly<Partial<Record<EntityType, number>>>,
  own: ReadonlySet<number> | undefined,
): boolean {
  if (own === undefined) return false;
  const [best, votes] = Object.entries(known).reduce((a, b) => (b[1] > a[1] ? b : a));
  return votes < certainVotes && !own.has(innerTypes.indexOf(best as EntityType));
}

/** As many votes of one type, and nearly all of them, settle what a name is. */
const leastDeciding = 4;
const decidingShare = 0.85;

function addKnownName(
  votes: Votes,
  words: readonly WordType[],
  known: Readonly<Partial<Record<EntityType, number>>>,
): void {
  let hash = 0;
  words.forEach((word, i) => {
    hash = extendPhrase(hash, word.folded);
    if (i < words.length - 1) votes.prefixes.add(hash);
  });
  const total = Object.values(known).reduce((sum, count) => sum + count, 0);
  innerTypes.forEach((name, type) => {
    const count = name === 'MISC' ? 0 : (known[name] ?? 0);
    if (count > 0) addVote(votes, hash, type, Math.min(mostPriorVotes, total) * (count / total));
    if (count >= leastDeciding && count >= decidingShare * total) votes.decided.set(hash, type);
  });
}
