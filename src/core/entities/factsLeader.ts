import {
  isConditional,
  isOfAnother,
  pattern,
  plainAfter,
  plainBetween,
  type FactSentence,
  type FoundFact,
} from './factsSentence.ts';
import type { FactWords } from './lists/factWords.ts';
import { ledFirmNoun } from './lists/sharedFactWords.ts';
import type { Mention } from './mention.ts';

const score = 0.7;

/**
 * Who leads an organization, said by a verb: "X, dirigée jusqu'en 2021 par N", "N dirige X", "N, à la tête de X depuis 2019",
 * "N succède à M à la tête de X"; `at` is N's place among the mentions. The quotes name both.
 */
export function findLeaders(sentence: FactSentence, at: number, words: FactWords): FoundFact[] {
  const { mentions } = sentence;
  const [previous, person, next, second] = [
    mentions[at - 1],
    mentions[at]!,
    mentions[at + 1],
    mentions[at + 2],
  ];
  if ([previous, person].some((each) => each && isConditional(sentence, each))) return [];
  if (previous?.type === 'ORG' && !isOfAnother(sentence, previous, words)) {
    const led =
      pattern`^["»”]? ?(?:\\([^()]{1,60}\\))?,? ?(?:(?:qui|which|que) )?(?:${words.passive} )?(${words.ledBy} (?:[a-z]{1,4}\\.? )?)$`.exec(
        plainBetween(sentence, previous.end, person.start),
      );
    if (led) {
      const office = { from: person.start - led[1]!.length, to: person.end };
      return pairOf(sentence, person, previous, { from: previous.start, to: person.end }, office);
    }
  }
  const head = `(?:[aà] la tete|al frente|at the helm) (?:de |du |d'|of |del )`;
  const name = `(?:${words.determiner} ?)?(?:${ledFirmNoun} )?$`;
  if (next?.type === 'ORG') {
    const between = plainBetween(sentence, person.end, next.start);
    const leads =
      pattern`^,? (?:(?:qui|who|que) )?(${words.leads} ?${name})`.exec(between) ??
      pattern`^, (${head}${name})`.exec(between);
    const isWhole = pattern`^${words.afterDeal}`.test(plainAfter(sentence, next.end, 24));
    if (leads && isWhole) {
      const from = next.start - leads[1]!.length;
      const to = next.end + yearsLength(sentence, next.end);
      return pairOf(sentence, person, next, { from, to }, { from: person.start, to });
    }
  }
  const isAfter = next?.type === 'PER' && second?.type === 'ORG';
  if (
    !isAfter ||
    !pattern`^ ${words.succeeds} (?:[a-z]{1,4}\\.? )?$`.test(plainBetween(sentence, person.end, next.start))
  )
    return [];
  const taken = pattern`^ (${head}${name})`.exec(plainBetween(sentence, next.end, second.start));
  if (!taken) return [];
  const from = second.start - taken[1]!.length;
  return pairOf(sentence, person, second, { from, to: second.end }, { from: person.start, to: second.end });
}

/** " depuis 2019", " from 2010 to 2015". */
function yearsLength(sentence: FactSentence, offset: number): number {
  const years =
    /^ (?:depuis|jusqu'en|en|in|de|entre|since|until|from|between|desde|hasta)(?: [a-z]+)? [0-9]{4}(?: (?:[aà]|et|to|and|y) [0-9]{4})?/;
  return years.exec(plainAfter(sentence, offset, 40))?.[0].length ?? 0;
}

function pairOf(
  sentence: FactSentence,
  person: Mention,
  firm: Mention,
  role: { readonly from: number; readonly to: number },
  office: { readonly from: number; readonly to: number },
): FoundFact[] {
  const common = { kind: 'role', sentence: { start: sentence.start, end: sentence.end }, score } as const;
  return [
    { ...common, entity: person.entity, ...role, other: firm.entity },
    { ...common, entity: firm.entity, ...office, other: person.entity },
  ];
}
