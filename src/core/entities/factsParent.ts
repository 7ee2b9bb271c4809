import { findDeals } from './factsDeal.ts';
import {
  behindName,
  isConditional,
  ownership,
  pattern,
  plainAfter,
  plainBefore,
  plainBetween,
  type FactSentence,
  type FoundFact,
} from './factsSentence.ts';
import type { FactWords } from './lists/factWords.ts';
import { groupNoun, subsidiaryNoun } from './lists/sharedFactWords.ts';
import type { Mention } from './mention.ts';

const scores = { subsidiary: 0.9, owned: 0.8, possessive: 0.5 } as const;

/**
 * Whose subsidiary, property or purchase an organization is, as one sentence says. Plans, denials,
 * conditions and what has ended are not facts.
 */
export function findParents(sentence: FactSentence, words: FactWords): FoundFact[] {
  const firms = sentence.mentions.filter(({ type }) => type === 'ORG');
  if (firms.length < 2) return [];
  const found = firms.flatMap((_, at) => {
    const previous = firms[at - 1];
    if (previous && isConditional(sentence, previous)) return [];
    const fact =
      findSubsidiary(sentence, firms, at, words) ??
      findPossessive(sentence, firms, at, words) ??
      findOwner(sentence, firms, at, words) ??
      findDeals(sentence, firms, at, words);
    return fact && fact.entity !== fact.other ? [fact] : [];
  });
  return found.filter(({ to }) => !pattern`^,? ${words.until}`.test(plainAfter(sentence, to, 12)));
}

/** "X, filiale marocaine de Y", "X est une filiale de Y", "X (filiale de Y)", "la filiale de Y, X", "Filiale de Y, X", "X, a Y subsidiary". */
function findSubsidiary(
  sentence: FactSentence,
  firms: readonly Mention[],
  at: number,
  words: FactWords,
): FoundFact | undefined {
  const owner = firms[at]!;
  const previous = firms[at - 1];
  const noun = pattern`^(?:'s)? ${words.subsidiary}(?=[,.;)]|$)`.exec(plainAfter(sentence, owner.end, 40));
  if (previous && noun && /^, (?:an? )?$/.test(plainBetween(sentence, previous.end, owner.start))) {
    return ownership(sentence, previous, owner, owner.start, owner.end + noun[0].length, scores.subsidiary);
  }
  const before = plainBefore(sentence, owner.start, 90);
  const lead = `(?:(?!${words.preposition} )[a-z-]+ ){0,2}`;
  const head =
    pattern`(?:^|[ '(])(${words.former} ?)?(${words.subsidiary}(?: [^,;:.()]{1,40}?)? ${words.of}(?: ?${words.determiner})? ?${lead})$`.exec(
      before,
    );
  if (!head || head[1] !== undefined) return undefined;
  const from = owner.start - head[2]!.length;
  if (previous && isSaidOf(plainBetween(sentence, previous.end, from), words)) {
    return ownership(sentence, previous, owner, from, owner.end, scores.subsidiary);
  }
  const next = firms[at + 1];
  if (!next) return undefined;
  const between = plainBetween(sentence, owner.end, next.start);
  const isNamed = isDefinite(sentence, from)
    ? /^,? $/.test(between)
    : from === sentence.start &&
      pattern`^(?: [^,;:()]{1,50})?, (?:${words.determiner} ?)?(?:${subsidiaryNoun} )?$`.test(between);
  return isNamed ? ownership(sentence, next, owner, from, owner.end, scores.owned) : undefined;
}

/** What may stand between a firm and "filiale": a comma, a parenthesis or a copula, then a determiner and an adjective. */
function isSaidOf(between: string, words: FactWords): boolean {
  const link = `(?: ?[,(–—] ?| (?:${words.copula}|devient|becomes) (?:(?:desormais|aujourd'hui|now|ahora) )?)`;
  return (
    pattern`${behindName}${link}(?:${words.determiner} ?)?(?:(?!${words.verb} )[a-z-]+ ){0,2}$`.test(
      between,
    ) && !pattern`(?:^|[ ,(])${words.doubt} `.test(between)
  );
}

function isDefinite(sentence: FactSentence, from: number): boolean {
  return pattern`(?:^|[ '])(?:la|le|l'|the|el|su|sa|its) ?(?:[a-z-]+ )?$`.test(
    plainBefore(sentence, from, 24),
  );
}

/** "Y … sa filiale X", where Y is the only firm named before; "Y's subsidiary X", "Y unit X", "Y-owned X". */
function findPossessive(
  sentence: FactSentence,
  firms: readonly Mention[],
  at: number,
  words: FactWords,
): FoundFact | undefined {
  const firm = firms[at]!;
  const previous = firms[at - 1];
  if (!previous) return undefined;
  const between = plainBetween(sentence, previous.end, firm.start);
  if (
    pattern`^(?:'s?)? (?:(?!${words.doubt} )[a-z-]+ )?${words.subsidiary},? $|^-owned (?:[a-z-]+ ){0,3}$`.test(
      between,
    ) &&
    words.subsidiary.includes('subsidiary')
  ) {
    return ownership(sentence, firm, previous, previous.start, firm.end, scores.owned);
  }
  const own =
    pattern`(?:^|[ '])(${words.possessive} (?:(?!${words.doubt} )[a-z-]+ ){0,2}?${words.subsidiary}(?: [a-z-]+){0,3}),? $`.exec(
      plainBefore(sentence, firm.start, 80),
    );
  if (!own || firms.slice(0, at).some(({ entity }) => entity !== previous.entity)) return undefined;
  const from = firm.start - own[0].length + own[0].indexOf(own[1]!);
  // Another subject may have come in between, or the owner may be somebody's partner only.
  const way = plainBetween(sentence, previous.end, from).replace(/^, (?:via|through|mediante) $/, ' ');
  const isFar = /[,;:()]| (?:et|and|y) /.test(way);
  const isPartner = pattern`(?:^| )${words.frame}(?:(?<=')| )(?:${words.determiner} ?)?$`.test(
    plainBefore(sentence, previous.start, 24),
  );
  const isSold = pattern` ${words.sold} `.test(way);
  if (isFar || isPartner || isSold) return undefined;
  return ownership(sentence, firm, previous, from, from + own[1]!.length, scores.possessive);
}

/** "Y, maison mère de X", "la maison mère de X, Y", "X's parent company, Y", "X, dont la maison mère est Y", "X (groupe Y)". */
function findOwner(
  sentence: FactSentence,
  firms: readonly Mention[],
  at: number,
  words: FactWords,
): FoundFact | undefined {
  const firm = firms[at]!;
  const [previous, next] = [firms[at - 1], firms[at + 1]];
  const following = next && plainBetween(sentence, firm.end, next.start);
  if (next && following !== undefined) {
    const isPossessive = pattern`^(?:'s?)? ${words.owner},? $`.test(following);
    const isWhose =
      pattern`^,? (?:dont|whose|cuy[oa]) (?:${words.determiner} ?)?${words.owner} (?:est|is|es) (?:${words.determiner} ?)?(?:${groupNoun} )?$`.test(
        following,
      );
    if (isWhose)
      return ownership(sentence, firm, next, firm.end + following.search(/[a-z]/), next.end, scores.owned);
    const isGroup =
      pattern`^ ?\\(${groupNoun} $`.test(following) && plainAfter(sentence, next.end, 1) === ')';
    if (isPossessive && words.owner.includes('parent')) {
      return ownership(sentence, firm, next, firm.start, next.end, scores.owned);
    }
    if (isGroup) {
      const from = firm.end + following.indexOf('(') + 1;
      return ownership(sentence, firm, next, from, next.end, scores.owned);
    }
  }
  const head =
    pattern`(?:^|[ '(])(${words.former} ?)?(${words.owner} ${words.of} ?(?:${words.determiner} ?)?(?:${groupNoun} )?)$`.exec(
      plainBefore(sentence, firm.start, 90),
    );
  if (!head || head[1] !== undefined) return undefined;
  const from = firm.start - head[2]!.length;
  if (previous && isSaidOf(plainBetween(sentence, previous.end, from), words)) {
    return ownership(sentence, firm, previous, from, firm.end, scores.owned);
  }
  return next && following === ', ' && isDefinite(sentence, from)
    ? ownership(sentence, firm, next, from, firm.end, scores.owned)
    : undefined;
}
