import { phraseEnd } from './factsPhrase.ts';
import { pattern, plainAfter, plainBefore, type FactSentence, type FoundFact } from './factsSentence.ts';
import type { FactWords } from './lists/factWords.ts';
import { groupNoun } from './lists/sharedFactWords.ts';
import type { Mention } from './mention.ts';

const scores = { parent: 0.6, described: 0.65, named: 0.35 } as const;

/** Mentions that make an organization what an article is about, and how many times those of any other. */
const fewestMentions = 3;
const clearLead = 3;

/** Mentions of each organization of an article: entity index to count. */
export type TopicCounts = ReadonlyMap<number, number>;

export function topicOf(mentions: readonly Mention[]): TopicCounts {
  const counts = new Map<number, number>();
  for (const { type, entity } of mentions)
    if (type === 'ORG') counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return counts;
}

/**
 * "La filiale de Y, spécialisée dans…, a ouvert…": said of the organization the article is about, where it is clear which
 * one that is (apart from Y it is named at least three times as often as any other) and the sentence names no other.
 */
export function findTopicFacts(sentence: FactSentence, counts: TopicCounts, words: FactWords): FoundFact[] {
  const firms = sentence.mentions.filter(({ type }) => type === 'ORG');
  const [owner] = firms;
  if (!owner || firms.length > 1) return [];
  const topic = clearTopic(counts, owner.entity);
  if (topic === undefined) return [];
  const before = plainBefore(sentence, owner.start, 70);
  const head =
    pattern`(?:^|[,;:«"] ?)((?:la|le|l'|the|el) ?(?:[a-z-]+ )?)(${words.subsidiary}(?: [a-z-]+){0,3}? ${words.of} ?(?:${groupNoun} )?)$`.exec(
      before,
    );
  if (!head || pattern`(?:^| )${words.former} ?$`.test(head[1]!)) return [];
  const named = owner.start - head[2]!.length;
  const from = named - head[1]!.length;
  const span = { start: sentence.start, end: sentence.end };
  const parent = { entity: topic, kind: 'parent', other: owner.entity, from: named, to: owner.end } as const;
  const to = describedEnd(sentence, from, owner.end, words);
  const description = { entity: topic, kind: 'description', from, to: to ?? owner.end } as const;
  return [
    { ...parent, sentence: span, score: scores.parent },
    { ...description, sentence: span, score: to === undefined ? scores.named : scores.described },
  ];
}

function clearTopic(counts: TopicCounts, owner: number): number | undefined {
  const [first, second] = [...counts].filter(([entity]) => entity !== owner).sort(([, a], [, b]) => b - a);
  if (!first || first[1] < fewestMentions) return undefined;
  return second === undefined || first[1] >= clearLead * second[1] ? first[0] : undefined;
}

/** The end of ", spécialisée dans…" behind the parent's name. */
function describedEnd(
  sentence: FactSentence,
  from: number,
  ownerEnd: number,
  words: FactWords,
): number | undefined {
  if (!pattern`^,? (?:${words.continuation})\\b`.test(plainAfter(sentence, ownerEnd, 24))) return undefined;
  return phraseEnd(sentence, from, words, 'bareApposition');
}
