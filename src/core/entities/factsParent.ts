import {
  pattern,
  plainAfter,
  plainBefore,
  plainBetween,
  type FactSentence,
  type FoundFact,
} from './factsSentence.ts';
import type { FactWords } from './lists/factWords.ts';
import type { Mention } from './mention.ts';

const scores = { subsidiary: 0.9, owned: 0.8, bought: 0.7, possessive: 0.5 } as const;

/** Between a name and what is said of it: what stands in parentheses, a copula, a determiner, up to three words. */
const betweenPattern = '^["»”]? ?(?:\\([^()]{1,80}\\))? ?';

/** Whose subsidiary, property or purchase an organization is, as one sentence says. Plans and denials are not facts. */
export function findParents(sentence: FactSentence, words: FactWords): FoundFact[] {
  const firms = sentence.mentions.filter(({ type }) => type === 'ORG');
  const found: FoundFact[] = [];
  firms.forEach((owner, i) => {
    const fact =
      findSubsidiary(sentence, firms, i, words) ??
      findPossessive(sentence, firms, i, words) ??
      findNeighbours(sentence, firms[i - 1], owner, words);
    if (fact && fact.entity !== fact.other) found.push(fact);
  });
  return found;
}

/** "X, filiale marocaine de Y", "X est une filiale de Y", "X (filiale de Y)", "la filiale de Y, X". */
function findSubsidiary(
  sentence: FactSentence,
  firms: readonly Mention[],
  at: number,
  words: FactWords,
): FoundFact | undefined {
  const owner = firms[at]!;
  const before = plainBefore(sentence, owner.start, 90);
  const head =
    pattern`(?:^|[ '(])(${words.former} ?)?(${words.subsidiary}(?: [^,;:.()]{1,40}?)? ${words.of}(?: ?${words.determiner})? ?(?:[a-z-]+ ){0,2})$`.exec(
      before,
    );
  if (!head || head[1] !== undefined) return undefined;
  const from = owner.start - head[2]!.length;
  const named = (firm: Mention, score: number): FoundFact =>
    fact(sentence, firm, owner, from, owner.end, score);
  const previous = firms[at - 1];
  if (previous && isSaidOf(plainBetween(sentence, previous.end, from), words))
    return named(previous, scores.subsidiary);
  const next = firms[at + 1];
  const isDefinite = pattern`(?:^|[ '])(?:la|le|l'|the|el|su|sa|its) ?(?:[a-z-]+ )?$`.test(
    plainBefore(sentence, from, 24),
  );
  if (next && isDefinite && /^,? $/.test(plainBetween(sentence, owner.end, next.start)))
    return named(next, scores.owned);
  return undefined;
}

/** What may stand between a firm and "filiale": a comma, a parenthesis or a copula, then a determiner and an adjective. */
function isSaidOf(between: string, words: FactWords): boolean {
  const link = `(?: ?[,(–—] ?| (?:${words.copula}|devient|becomes) (?:(?:desormais|aujourd'hui|now|ahora) )?)`;
  return pattern`${betweenPattern}${link}(?:${words.determiner} ?)?(?:(?!${words.verb} )[a-z-]+ ){0,2}$`.test(
    between,
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
    pattern`^(?:'s?)? (?:[a-z-]+ )?${words.subsidiary},? $|^-owned (?:[a-z-]+ ){0,3}$`.test(between) &&
    words.subsidiary.includes('subsidiary')
  ) {
    return fact(sentence, firm, previous, previous.start, firm.end, scores.owned);
  }
  const own =
    pattern`(?:^|[ '])(${words.possessive} (?:[a-z-]+ ){0,2}?${words.subsidiary}(?: [a-z-]+){0,3}),? $`.exec(
      plainBefore(sentence, firm.start, 80),
    );
  if (!own || firms.slice(0, at).some(({ entity }) => entity !== previous.entity)) return undefined;
  const from = firm.start - own[0].length + own[0].indexOf(own[1]!);
  // Another subject may have come in between, or the owner may be somebody's partner only.
  const isFar = /[,;:()]| (?:et|and|y) /.test(plainBetween(sentence, previous.end, from));
  const isPartner = pattern`(?:^| )${words.frame}(?:(?<=')| )(?:${words.determiner} ?)?$`.test(
    plainBefore(sentence, previous.start, 24),
  );
  if (isFar || isPartner) return undefined;
  return fact(sentence, firm, previous, from, from + own[1]!.length, scores.possessive);
}

/** "X, rachetée par Y" and "Y a racheté X", for two firms with no third between them. */
function findNeighbours(
  sentence: FactSentence,
  left: Mention | undefined,
  right: Mention,
  words: FactWords,
): FoundFact | undefined {
  if (!left) return undefined;
  const between = plainBetween(sentence, left.end, right.start);
  const determiner = `(?:${words.determiner} ?)?(?:(?:groupe|societe|start-?up|entreprise|group|company|firm|startup|grupo|empresa|operateur|geant|giant) )?`;
  const owned =
    pattern`${betweenPattern}(?:,|qui|which|que)? ?(?:${words.passive} )?(${words.ownedBy} ${determiner})$`.exec(
      between,
    );
  if (owned) {
    return fact(sentence, left, right, right.start - owned[1]!.length, right.end, scores.owned);
  }
  const isBuying = pattern`${betweenPattern}${words.buys} ${determiner}$`.test(between);
  const isWhole = !/^ ?['-]?(?:s )?(?:shares|stake|actions|parts)/.test(plainAfter(sentence, right.end, 12));
  return isBuying && isWhole ? fact(sentence, right, left, left.start, right.end, scores.bought) : undefined;
}

function fact(
  sentence: FactSentence,
  firm: Mention,
  owner: Mention,
  from: number,
  to: number,
  score: number,
): FoundFact {
  const { start, end } = sentence;
  return {
    entity: firm.entity,
    kind: 'parent',
    other: owner.entity,
    from,
    to,
    sentence: { start, end },
    score,
  };
}
