import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { findDescriptions } from './factsDescription.ts';
import { findParents } from './factsParent.ts';
import { findRoles } from './factsRole.ts';
import { findTopicFacts, topicOf } from './factsTopic.ts';
import { factSentence, type FactSentence, type FoundFact } from './factsSentence.ts';
import { factWordsOf } from './lists/factWords.ts';
import { rumour } from './lists/sharedFactWords.ts';
import type { ArticleEntity, Fact, Mention } from './mention.ts';

const longNameScore = { acronymInParentheses: 0.9, initials: 0.5 } as const;
const leadScore = 0.1;
/** Sentences with names that count as the lead. */
const leadSentences = 4;
const longestLead = 280;
const mostPerKind = 4;
/** Code units; what is longer is a list, a table or a text without full stops, and says nothing in a sentence. */
const longestSentence = 1500;

/** A question, or a sentence about a rumour (folded text). */
const unproven = new RegExp(`\\?[^.!?]{0,3}$|(?<![a-z])${rumour}(?![a-z])`);

/**
 * What an article says of its entities: what an organization is, whose it is, its long name, who holds which office. Each
 * value is a verbatim quote of `text`, each fact carries the sentence it stands in. Questions and rumours say nothing. An organization of which nothing is
 * said gets the first sentence of the lead that names it, with the lowest score.
 */
export function findFacts(
  text: string,
  entities: readonly ArticleEntity[],
  mentions: readonly Mention[],
  language: string,
): Fact[] {
  const sentences = sentencesOf(text, mentions);
  const languages = factWordsOf(language);
  const topic = topicOf(mentions);
  const assertions = sentences.filter(({ plain }) => !unproven.test(plain));
  const found = assertions.flatMap((sentence) =>
    languages.flatMap((words) => [
      ...findDescriptions(sentence, words),
      ...findParents(sentence, words),
      ...findRoles(sentence, words),
      ...findTopicFacts(sentence, topic, words),
    ]),
  );
  const all = [...found, ...longNames(sentences, entities), ...leads(text, sentences)];
  return keepBest(all.map((fact) => quote(text, fact)));
}

/** The sentences that name somebody, with their mentions. */
function sentencesOf(text: string, mentions: readonly Mention[]): FactSentence[] {
  if (mentions.length === 0) return [];
  const sentences: FactSentence[] = [];
  let next = 0;
  for (const span of splitSentences(text)) {
    while (next < mentions.length && mentions[next]!.start < span.start) next += 1;
    let stop = next;
    while (stop < mentions.length && mentions[stop]!.end <= span.end) stop += 1;
    if (stop > next && span.end - span.start <= longestSentence) {
      sentences.push(factSentence(text, span, mentions.slice(next, stop)));
    }
    next = stop;
  }
  return sentences;
}

/** The long forms of joined acronyms, quoted where both stand together, else where the long form first stands. */
function longNames(sentences: readonly FactSentence[], entities: readonly ArticleEntity[]): FoundFact[] {
  return entities.flatMap((entity, index) =>
    entity.joins.flatMap(({ evidence }) => {
      const { rule } = evidence;
      if (rule !== 'acronymInParentheses' && rule !== 'initials') return [];
      const holders = sentences.flatMap((sentence) => {
        const own = sentence.mentions.filter((mention) => mention.entity === index);
        const long = own.find((mention) => mention.text === evidence.values?.['long']);
        return long
          ? [{ sentence, long, isTogether: own.some((m) => m.text === evidence.values?.['short']) }]
          : [];
      });
      const holder = holders.find(({ isTogether }) => isTogether) ?? holders[0];
      if (!holder) return [];
      const { long, sentence } = holder;
      const span: Span = { start: sentence.start, end: sentence.end };
      const score = longNameScore[rule];
      return [
        { entity: index, kind: 'longName', from: long.start, to: long.end, sentence: span, score } as const,
      ];
    }),
  );
}

/** For each organization the first full sentence of the lead that names it. */
function leads(text: string, sentences: readonly FactSentence[]): FoundFact[] {
  const full = sentences.filter(({ end }) => /[.!…][»”"')\]]?$/.test(text.slice(Math.max(0, end - 2), end)));
  const seen = new Set<number>();
  return full.slice(0, leadSentences).flatMap(({ start, end, mentions }) => {
    const fresh = [...new Set(mentions.filter(({ type }) => type === 'ORG').map(({ entity }) => entity))];
    return fresh
      .filter((entity) => !seen.has(entity) && seen.add(entity))
      .map(
        (entity) =>
          ({
            entity,
            kind: 'description',
            from: start,
            to: end,
            sentence: { start, end },
            score: leadScore,
          }) as const,
      );
  });
}

function quote(text: string, { from, to, sentence, ...fact }: FoundFact): Fact {
  const isLong = to - from > longestLead;
  const words = text.slice(from, isLong ? from + longestLead : to).trim();
  const value = isLong ? words.replace(/\s+\S*$/, '') : words;
  return { ...fact, value, start: sentence.start, end: sentence.end };
}

/** Best first for each entity and kind; equal words once, and the lead only where nothing better is said. */
function keepBest(facts: readonly Fact[]): Fact[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const id = `${fact.entity} ${fact.kind}`;
    groups.set(id, [...(groups.get(id) ?? []), fact]);
  }
  return [...groups.values()].flatMap((group) => {
    const sorted = group.sort((a, b) => b.score - a.score || a.start - b.start);
    const distinct = sorted.filter(
      (fact, i) =>
        sorted.findIndex((other) => other.value === fact.value && other.other === fact.other) === i,
    );
    const said = distinct.filter(({ score }) => score > leadScore);
    return (said.length > 0 ? said : distinct).slice(0, mostPerKind);
  });
}
