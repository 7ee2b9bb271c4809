import {
  behindName,
  isOfAnother,
  ownership,
  pattern,
  plainAfter,
  plainBetween,
  type FactSentence,
  type FoundFact,
} from './factsSentence.ts';
import type { FactWords } from './lists/factWords.ts';
import { alliance, minority, tradedFirmNoun } from './lists/sharedFactWords.ts';
import type { Mention } from './mention.ts';

const scores = { owned: 0.8, bought: 0.7 } as const;

/** "la société", "group": what may stand before the name of a firm. */
function before(words: FactWords): string {
  return `(?:${words.determiner} ?)?(?:${tradedFirmNoun} )?`;
}

/**
 * Who bought or holds a firm: "X, rachetée par Y", "Rachetée par Y, X", "Y a racheté X", "X, dont Y détient 51 %", for two
 * firms with no third between them, `at` being the second. A minority and what has ended are nothing.
 */
export function findDeals(
  sentence: FactSentence,
  firms: readonly Mention[],
  at: number,
  words: FactWords,
): FoundFact | undefined {
  const [left, right] = [firms[at - 1], firms[at]!];
  if (!left || isOfAnother(sentence, left, words)) return undefined;
  const found =
    findOwned(sentence, left, right, words) ??
    findFronted(sentence, left, right, words) ??
    findBought(sentence, left, right, words) ??
    findShare(sentence, left, right, words);
  if (!found) return undefined;
  const quote = plainBetween(sentence, found.from, found.to);
  const isEnded = pattern` ${words.until}`.test(quote) || isMinority(quote);
  return isEnded ? undefined : found;
}

function findOwned(
  sentence: FactSentence,
  left: Mention,
  right: Mention,
  words: FactWords,
): FoundFact | undefined {
  const between = plainBetween(sentence, left.end, right.start);
  const owned =
    pattern`${behindName},? ?(?:(?:qui|which|that|que) )?(?:${words.passive} )?(${words.ownedBy} ?${before(words)})$`.exec(
      between,
    );
  if (!owned || pattern`(?:^| )${words.lapsed}`.test(between) || isAlliance(right)) return undefined;
  return ownership(sentence, left, right, right.start - owned[1]!.length, right.end, scores.owned);
}

/** At the beginning of a sentence, what is said of the firm that comes next. */
function findFronted(
  sentence: FactSentence,
  owner: Mention,
  firm: Mention,
  words: FactWords,
): FoundFact | undefined {
  const isOpening = pattern`^${words.ownedBy} ?${before(words)}$`.test(
    plainBetween(sentence, sentence.start, owner.start),
  );
  const isNext = pattern`^(?: [^,;:()]{1,50})?, ${before(words)}$`.test(
    plainBetween(sentence, owner.end, firm.start),
  );
  return isOpening && isNext
    ? ownership(sentence, firm, owner, sentence.start, owner.end, scores.owned)
    : undefined;
}

function findBought(
  sentence: FactSentence,
  left: Mention,
  right: Mention,
  words: FactWords,
): FoundFact | undefined {
  const isBuying =
    pattern`${behindName},? ?(?:(?:qui|which|that|que) )?${words.buys} ?${before(words)}$`.test(
      plainBetween(sentence, left.end, right.start),
    );
  const isWhole = pattern`^${words.afterDeal}`.test(plainAfter(sentence, right.end, 24));
  return isBuying && isWhole
    ? ownership(sentence, right, left, left.start, right.end, scores.bought)
    : undefined;
}

/** "X, dont Y détient 51 %" and "X, que Y a rachetée en 2019". */
function findShare(
  sentence: FactSentence,
  firm: Mention,
  owner: Mention,
  words: FactWords,
): FoundFact | undefined {
  const between = plainBetween(sentence, firm.end, owner.start);
  const deal = pattern`^ ${words.buys}e?(?=$|[,.;)]| (?:en|in|pour|for|por|il y a|last|l'an) )`.exec(
    plainAfter(sentence, owner.end, 40),
  );
  if (deal && pattern`${behindName},? (?:que|which|that) ${before(words)}$`.test(between)) {
    return ownership(sentence, firm, owner, owner.start, owner.end + deal[0].length, scores.bought);
  }
  const isOf = pattern`${behindName},? ${words.ofWhich} (?:${words.determiner} ?)?$`.test(between);
  const share = pattern`^ ${words.holds} (?:(?:desormais|now|ahora|el) )?[0-9]{2,3}(?:[.,][0-9]+)? ?%`.exec(
    plainAfter(sentence, owner.end, 40),
  );
  if (!isOf || !share) return undefined;
  return ownership(sentence, firm, owner, owner.start, owner.end + share[0].length, scores.owned);
}

function isMinority(quote: string): boolean {
  const share = /([0-9]{1,3})(?:[.,][0-9]+)? ?%/.exec(quote);
  if (share) return Number(share[1]) < 50;
  return pattern`(?:^| )${minority}(?: |$)`.test(quote);
}

const allianceName = new RegExp(`^${alliance}(?:\\s|$)`, 'iu');

/** What one belongs to as a member, not as property. */
function isAlliance({ text }: Mention): boolean {
  return allianceName.test(text);
}
