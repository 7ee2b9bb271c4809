import {
  pattern,
  patternAll,
  plainAfter,
  plainBefore,
  plainBetween,
  type FactSentence,
  type FoundFact,
} from './factsSentence.ts';
import { longestPhrase, phraseEnd } from './factsPhrase.ts';
import type { FactWords } from './lists/factWords.ts';
import { expert, groupNoun, subjectNoun } from './lists/sharedFactWords.ts';
import type { Mention } from './mention.ts';

/** Comparable across articles: a definition tells more than an apposition, that more than a word before the name. */
const scores = {
  definition: 0.9,
  pastDefinition: 0.7,
  apposition: 0.8,
  apposedName: 0.7,
  kindBeforeName: 0.45,
} as const;

/** Enough to put a description with "its" or "il" behind others of its kind, not behind the kinds below. */
const leaningPenalty = 0.06;

/** What a sentence says the named organizations and persons are. */
export function findDescriptions(sentence: FactSentence, words: FactWords): FoundFact[] {
  return sentence.mentions.flatMap((mention) => {
    if (mention.type === 'LOC') return [];
    const found =
      findDefinition(sentence, mention, words) ??
      (mention.type === 'ORG'
        ? (findApposition(sentence, mention, words) ?? findApposedName(sentence, mention, words))
        : undefined);
    if (!found) return [];
    const { start, end } = sentence;
    // The longer of two descriptions of one kind says more, but not one that needs the sentences before it.
    const phrase = plainBetween(sentence, found.from, found.to);
    const isLeaning = pattern`(?:^|[ '])(?:${words.possessive}|ils?|elles?|he|she|it|they) `.test(phrase);
    const score = found.score + Math.min(0.05, phrase.length / 4000) - (isLeaning ? leaningPenalty : 0);
    return [
      { entity: mention.entity, kind: 'description' as const, sentence: { start, end }, ...found, score },
    ];
  });
}

interface FoundSpan {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** After a name: a closing quote, what stands in parentheses. */
const afterName = '^["»”]? ?(?:\\([^()]{1,80}\\))?["»”]?';

/** "X est une filiale de Y spécialisée dans…": the name is the subject and a noun phrase of a known kind follows. */
function findDefinition(sentence: FactSentence, mention: Mention, words: FactWords): FoundSpan | undefined {
  if (!isSubject(sentence, mention, words)) return undefined;
  const after = plainAfter(sentence, mention.end, longestPhrase);
  for (const [copula, score] of [
    [words.copula, scores.definition],
    [words.pastCopula, scores.pastDefinition],
  ] as const) {
    const match = pattern`${afterName},? ${copula} (?=${words.determiner}(?<=')|${words.determiner} )`.exec(
      after,
    );
    if (!match) continue;
    const from = mention.end + match[0].length;
    const to = phraseEnd(sentence, from, words, 'definition');
    if (to === undefined || !hasKind(sentence, from, to, mention, words)) continue;
    // What it was once is quoted with its verb.
    const verb = pattern`${words.pastCopula} $`.exec(match[0]);
    return { from: verb ? from - verb[0].length : from, to, score };
  }
  return undefined;
}

/** "X, filiale de Y spécialisée dans…," and "X (filiale de Y)". */
function findApposition(sentence: FactSentence, mention: Mention, words: FactWords): FoundSpan | undefined {
  const after = plainAfter(sentence, mention.end, longestPhrase);
  const opening = pattern`${afterName} ?[,–—] (?:(?:elle|lui)-meme )?|^ ?\\(`.exec(after);
  if (!opening) return undefined;
  const from = mention.end + opening[0].length;
  const isOpened = pattern`^${words.determiner}(?:(?<=')| )`.test(plainAfter(sentence, from, 20));
  if (isOpened && isFramed(sentence, mention, words)) return undefined;
  if (isComplement(sentence, mention, words)) return undefined;
  const to = phraseEnd(sentence, from, words, isOpened ? 'apposition' : 'bareApposition');
  if (to === undefined || !hasKind(sentence, from, to, mention, words, !isOpened)) return undefined;
  return { from, to, score: scores.apposition };
}

/** "la filiale d'Y spécialisée dans…, X" and "le cabinet de conseil X". */
function findApposedName(sentence: FactSentence, mention: Mention, words: FactWords): FoundSpan | undefined {
  const clause = /[^.;:!?()«»"–—]*$/.exec(plainBefore(sentence, mention.start))![0];
  const hasComma = /, ?$/.test(clause);
  const last = clause.replace(hasComma ? /, ?$/ : / $/, '');
  const at = lastOpening(last, words);
  if (at === undefined) return undefined;
  const from = mention.start - clause.length + at;
  const to = mention.start - clause.length + last.length;
  const phrase = last.slice(at);
  if (phrase.split(/[ ']+/).length < 3 || breaks(phrase, words)) return undefined;
  if (!isKindWritten(sentence, from, to, words) || isBeforeName(sentence, from, to, words)) return undefined;
  // Without a comma the phrase must be all about the name: "la direction du groupe X" is not what X is.
  const noun = pattern`\\b${words.kind}\\b`.exec(phrase)?.[0] ?? '';
  const isPlural = /[^s]s$/.test(noun) && !/^(?:fonds|business)$/.test(noun);
  if (isPlural) return undefined;
  const isLoose =
    /,/.test(phrase) || pattern`(?:^|[ '])(?:du|des|de la|de l'|of|del|de los|de las)\\b|\\d`.test(phrase);
  const isMixed = pattern`.[ '](?:${words.determiner}|${words.possessive}|${words.aside})(?: |$)`.test(
    phrase,
  );
  if (!hasComma && (isLoose || isMixed || phrase.split(' ').length > 7)) return undefined;
  return { from, to, score: hasComma ? scores.apposedName : scores.kindBeforeName };
}

/** Where the last noun phrase of a known kind begins. */
function lastOpening(clause: string, words: FactWords): number | undefined {
  const single = "(?:une?|la|le|l'|an?|the|una?|el)";
  const noun = `(?:(?!${words.preposition} )[a-z-]+ ){0,2}?${words.kind}\\b`;
  const opening = patternAll`(?:^|[ ,'])(?=${single}(?:(?<=')| )${noun})|(?:^|[ ,'])(?:du|au|del|al) (?=${words.kind}\\b)`;
  const last = [...clause.matchAll(opening)].at(-1);
  return last && last.index + last[0].length;
}

/** A verb or relative makes the phrase a sentence; a preposition at its end leaves it open. */
function breaks(phrase: string, words: FactWords): boolean {
  const open = `(?: |^)(?:${words.preposition}|comme|like|como|such as|apres|particulier)$|'$`;
  return pattern`[ ']${words.verb}(?: |$)|(?: |^)${words.relative}[ ']|${open}`.test(phrase);
}

/** A sentence, a clause or a quote begins with the name, article and "le groupe" apart. */
function isSubject(sentence: FactSentence, mention: Mention, words: FactWords): boolean {
  const before = plainBefore(sentence, mention.start, 60).replace(
    pattern`(?:${words.determiner} ?)?(?:${subjectNoun} )?$`,
    '',
  );
  const open = before.trimEnd();
  return (
    open === '' ||
    /[,:;.!?«"“–—-]$/.test(open) ||
    pattern`(?: |^)(?:que|qu'|car|mais|that|but|pero)$`.test(open)
  );
}

/** "la filiale d'X, spécialiste de…": what follows the comma may be said of the one or the other. */
function isComplement(sentence: FactSentence, mention: Mention, words: FactWords): boolean {
  const before = plainBefore(sentence, mention.start, 60);
  return pattern`\\b${words.subsidiary}(?: [a-z-]+){0,2}? ${words.of} ?(?:${groupNoun} )?$`.test(before);
}

/** "Selon X, le groupe…" and "Pour X, une filiale…": what follows the comma is the sentence, not an apposition. */
function isFramed(sentence: FactSentence, mention: Mention, words: FactWords): boolean {
  const before = plainBefore(sentence, mention.start, 40);
  return pattern`(?:^|[,;:(] ?)${words.frame}(?:(?<=')| )(?:${words.determiner} ?)?$`.test(
    before.trimStart(),
  );
}

/** For an organization a noun that organizations are; for a person an office or a calling. */
function hasKind(
  sentence: FactSentence,
  from: number,
  to: number,
  mention: Mention,
  words: FactWords,
  isBare = false,
): boolean {
  const phrase = plainAfter(sentence, from, to - from);
  const noun = mention.type === 'PER' ? `(?:${words.title}|${expert})` : words.kind;
  const match = pattern`(?:^|[ '-])(?=${noun}\\b)`.exec(phrase);
  if (!match) return false;
  const lead = phrase.slice(0, match.index + match[0].length);
  if (isBare && !pattern`^(?:${words.qualifier}[ '-]){0,2}$`.test(lead)) return false;
  // "une cible de l'organisation" is no organization.
  if (
    !isBare &&
    pattern`[ ']${words.preposition}(?:(?<=')| )`.test(lead.replace(pattern`^${words.determiner}`, ''))
  )
    return false;
  if (lead.split(/[ ']+/).filter(Boolean).length >= words.kindWithin) return false;
  return (
    mention.type === 'PER' ||
    (isKindWritten(sentence, from, to, words) && !isBeforeName(sentence, from, to, words))
  );
}

/** The noun is a common noun of the sentence, not a word of another name. */
function isKindWritten(sentence: FactSentence, from: number, to: number, words: FactWords): boolean {
  const match = pattern`(?:^|[ '-])(?=${words.kind}\\b)`.exec(plainAfter(sentence, from, to - from))!;
  const at = from - sentence.start + match.index + match[0].length;
  const letter = sentence.raw[at]!;
  return at === 0 || letter === letter.toLowerCase();
}

/** "X, la banque Y et Z" goes on with other names: the noun is said of them. */
function isBeforeName(sentence: FactSentence, from: number, to: number, words: FactWords): boolean {
  return sentence.mentions.some(({ start, end }) => {
    if (start <= from || end > to) return false;
    return pattern`${words.kind}(?: (?!${words.preposition}\\b)[a-z-]+){0,1} $`.test(
      plainBetween(sentence, from, start),
    );
  });
}
