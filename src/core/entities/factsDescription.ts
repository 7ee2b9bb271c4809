import { pattern, plainAfter, plainBefore, type FactSentence, type FoundFact } from './factsSentence.ts';
import type { FactWords } from './lists/factWords.ts';
import type { ArticleEntity, Mention } from './mention.ts';

/** Comparable across articles: a definition tells more than an apposition, that more than a word before the name. */
const SCORES = {
  definition: 0.9,
  pastDefinition: 0.7,
  apposition: 0.8,
  apposedName: 0.7,
  kindBeforeName: 0.45,
} as const;

const LONGEST_VALUE = 220;

/** What a sentence says the named organizations and persons are. */
export function findDescriptions(
  sentence: FactSentence,
  words: FactWords,
  entities: readonly ArticleEntity[],
): FoundFact[] {
  return sentence.mentions.flatMap((mention) => {
    if (mention.type === 'LOC') return [];
    const found =
      findDefinition(sentence, mention, words) ??
      (mention.type === 'ORG'
        ? (findApposition(sentence, mention, words) ?? findApposedName(sentence, mention, words))
        : undefined);
    if (!found || entities[mention.entity] === undefined) return [];
    const { start, end } = sentence;
    // The longer of two descriptions of one kind says more.
    const score = found.score + Math.min(0.05, (found.to - found.from) / 4000);
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
const AFTER_NAME = '^["»”]? ?(?:\\([^()]{1,80}\\))?["»”]?';

/** "X est une filiale de Y spécialisée dans…": the name is the subject and a noun phrase of a known kind follows. */
function findDefinition(sentence: FactSentence, mention: Mention, words: FactWords): FoundSpan | undefined {
  if (!isSubject(sentence, mention, words)) return undefined;
  const after = plainAfter(sentence, mention.end);
  for (const [copula, score] of [
    [words.copula, SCORES.definition],
    [words.pastCopula, SCORES.pastDefinition],
  ] as const) {
    const match = pattern(
      `${AFTER_NAME},? ${copula} (?=${words.determiner}(?<=')|${words.determiner} )`,
    ).exec(after);
    if (!match) continue;
    const from = mention.end + match[0].length;
    const to = phraseEnd(sentence, from, words, 'definition');
    if (to !== undefined && hasKind(sentence, from, to, mention, words)) return { from, to, score };
  }
  return undefined;
}

/** "X, filiale de Y spécialisée dans…," and "X (filiale de Y)". */
function findApposition(sentence: FactSentence, mention: Mention, words: FactWords): FoundSpan | undefined {
  const after = plainAfter(sentence, mention.end);
  const opening = pattern(`${AFTER_NAME} ?[,–—] (?:(?:elle|lui)-meme )?|^ ?\\(`).exec(after);
  if (!opening) return undefined;
  const from = mention.end + opening[0].length;
  const isOpened = pattern(`^${words.determiner}(?:(?<=')| )`).test(plainAfter(sentence, from, 20));
  if (isOpened && isFramed(sentence, mention, words)) return undefined;
  const to = phraseEnd(sentence, from, words, isOpened ? 'apposition' : 'bareApposition');
  if (to === undefined || !hasKind(sentence, from, to, mention, words)) return undefined;
  return { from, to, score: SCORES.apposition };
}

/** "la filiale d'Y spécialisée dans…, X" and "le cabinet de conseil X". */
function findApposedName(sentence: FactSentence, mention: Mention, words: FactWords): FoundSpan | undefined {
  const before = plainBefore(sentence, mention.start);
  const clause = /[^.;:!?()«»"–—]*$/.exec(before)![0];
  const hasComma = /, ?$/.test(clause);
  const last = hasComma ? clause.replace(/, ?$/, '') : clause;
  const opening = pattern(
    `(?:^|[ ,'])(?=${words.determiner}(?:(?<=')| )(?:[a-z'-]+ ){0,2}?${words.kind}\\b)`,
  );
  const at = lastIndexOf(opening, last);
  if (at < 0) return undefined;
  const from = mention.start - clause.length + at;
  const to = mention.start - clause.length + last.trimEnd().length;
  const phrase = plainAfter(sentence, from, to - from);
  // Another name's comma or a verb in between: the phrase is about somebody else.
  const isBroken =
    pattern(` ${words.verb} | ${words.relative} `).test(phrase) || (!hasComma && phrase.length > 60);
  const isOthers =
    hasComma &&
    sentence.mentions.some(
      (m) => m.end < mention.start && m.start > from && /,/.test(plainAfter(sentence, m.end, 2)),
    );
  if (isBroken || isOthers || phrase.split(' ').length < 2 || endsOpen(phrase, words)) return undefined;
  return { from, to, score: hasComma ? SCORES.apposedName : SCORES.kindBeforeName };
}

/** "la filiale de" before a name says what its parent's other firm is, not what the name is. */
function endsOpen(phrase: string, words: FactWords): boolean {
  return pattern(`(?: |^)(?:${words.preposition}|${words.of})$|'$|${words.determiner}$`).test(phrase);
}

function lastIndexOf(opening: RegExp, text: string): number {
  const all = [...text.matchAll(new RegExp(opening.source, 'g'))];
  const last = all.at(-1);
  return last ? last.index + last[0].length : -1;
}

/** A sentence, a clause or a quote begins with the name, article and "le groupe" apart. */
function isSubject(sentence: FactSentence, mention: Mention, words: FactWords): boolean {
  const before = plainBefore(sentence, mention.start, 60).replace(
    pattern(`(?:${words.determiner} ?)?(?:(?:groupe|societe|group|grupo|empresa) )?$`),
    '',
  );
  const open = before.trimEnd();
  return (
    open === '' ||
    /[,:;.!?«"“–—-]$/.test(open) ||
    pattern(`(?: |^)(?:que|qu'|car|mais|that|but|pero)$`).test(open)
  );
}

/** "Selon X, le groupe…" and "Pour X, une filiale…": what follows the comma is the sentence, not an apposition. */
function isFramed(sentence: FactSentence, mention: Mention, words: FactWords): boolean {
  const before = plainBefore(sentence, mention.start, 40);
  return pattern(`(?:^|[,;:(] ?)${words.frame}(?:(?<=')| )(?:${words.determiner} ?)?$`).test(
    before.trimStart(),
  );
}

/** Where a noun phrase ends; `undefined` when it turns out to be a sentence of its own, or has no end in reach. */
function phraseEnd(
  sentence: FactSentence,
  from: number,
  words: FactWords,
  kind: 'definition' | 'apposition' | 'bareApposition',
): number | undefined {
  const rest = plainAfter(sentence, from, LONGEST_VALUE);
  let end = boundary(rest, 0);
  while (
    rest[end] === ',' &&
    pattern(`^, ?(?:et )?${words.continuation}\\b`).test(rest.slice(end, end + 20))
  ) {
    end = boundary(rest, end + 1);
  }
  const isCut = end >= rest.length && from + rest.length < sentence.end;
  if (isCut) end = rest.lastIndexOf(' ');
  const phrase = rest.slice(0, end);
  if (kind !== 'definition') {
    const verb = pattern(` ${words.verb} `).exec(phrase);
    const relative = pattern(`(?: |^)${words.relative}[ ']`).exec(phrase);
    if (verb && (!relative || verb.index < relative.index)) {
      if (kind === 'apposition') return undefined;
      end = verb.index;
    }
  }
  const length = rest.slice(0, end).replace(/[ '"]+$/, '').length;
  return length > 2 ? from + length : undefined;
}

/** The next sign that ends a noun phrase. A full stop inside "S.A." or "2.0" ends none. */
function boundary(text: string, start: number): number {
  const found = /[,;:()«»“”!?–—]|\.(?= |$)| - /.exec(text.slice(start));
  return found ? start + found.index : text.length;
}

/** For an organization a noun that organizations are; for a person an office or a calling. */
function hasKind(
  sentence: FactSentence,
  from: number,
  to: number,
  mention: Mention,
  words: FactWords,
): boolean {
  const phrase = plainAfter(sentence, from, to - from);
  const noun =
    mention.type === 'PER' ? `(?:${words.title}|specialiste|specialist|especialista|expert)` : words.kind;
  const match = pattern(`(?:^|[ '-])${noun}\\b`).exec(phrase);
  if (!match) return false;
  const wordsBefore = phrase.slice(0, match.index).split(/[ ']+/).filter(Boolean).length;
  return wordsBefore < words.kindWithin;
}
