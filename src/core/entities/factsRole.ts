import { civilities } from './lists/nameWords.ts';
import {
  isConditional,
  isOfAnother,
  pattern,
  patternAll,
  plainAfter,
  plainBefore,
  plainBetween,
  type FactSentence,
  type FoundFact,
} from './factsSentence.ts';
import { findBareOffice, isRelation } from './factsOffice.ts';
import { findLeaders } from './factsLeader.ts';
import type { FactWords } from './lists/factWords.ts';
import type { Mention } from './mention.ts';

/** An office whose organization is named tells more than one without. */
const scores = {
  apposition: 0.8,
  appointed: 0.75,
  officeBeforeName: 0.8,
  withoutOrganization: 0.65,
} as const;
const longestRole = 140;

/**
 * Who holds which office: one fact for the person, and one for the organization where the office is one of hers. The words
 * of the person's fact name the organization ("directeur général de X"); those of the organization's are the office alone.
 */
export function findRoles(sentence: FactSentence, words: FactWords): FoundFact[] {
  return sentence.mentions.flatMap((person, i) => {
    if (person.type !== 'PER') return [];
    const after = findOfficesAfter(sentence, person, words);
    const offices = after.length > 0 ? after : findNewOffice(sentence, i, words);
    const before =
      offices.length > 0 ? offices : findOfficeBefore(sentence, person, sentence.mentions[i - 1], words);
    return before.length > 0 ? before : findLeaders(sentence, i, words);
  });
}

/** "X a nommé N directeur général" and "N succède à M au poste de directeur général de X". */
function findNewOffice(sentence: FactSentence, at: number, words: FactWords): FoundFact[] {
  const [previous, person, next] = [
    sentence.mentions[at - 1],
    sentence.mentions[at]!,
    sentence.mentions[at + 1],
  ];
  const officeAfter = pattern`^ (?:(?:as|au poste de|comme|en tant que|como|en qualite de) )?(?:(?:le|la|l'|the|el|an?|une?) ?)?(?=${words.title}\\b)`;
  const named = person.start - civilityLength(sentence, person);
  if ([previous, person].some((each) => each && isConditional(sentence, each))) return [];
  if (
    previous?.type === 'ORG' &&
    !isOfAnother(sentence, previous, words) &&
    pattern`^ ${words.names} $`.test(plainBetween(sentence, previous.end, named))
  ) {
    const opening = officeAfter.exec(plainAfter(sentence, person.end, 60));
    const from = person.end + (opening?.[0].length ?? 0);
    return opening ? officesOf(sentence, person, from, words, scores.appointed, { employer: previous }) : [];
  }
  if (next?.type !== 'PER') return [];
  const before = next.start - civilityLength(sentence, next);
  if (!pattern`^ ${words.succeeds} $`.test(plainBetween(sentence, person.end, before))) return [];
  const opening = officeAfter.exec(plainAfter(sentence, next.end, 60));
  return opening ? officesOf(sentence, person, next.end + opening[0].length, words, scores.appointed) : [];
}

/** "N, directeur général de X et administrateur de Y," and "N a été nommé P-DG de X". */
function findOfficesAfter(sentence: FactSentence, person: Mention, words: FactWords): FoundFact[] {
  const after = plainAfter(sentence, person.end, 300);
  const opening =
    pattern`^["»”]? ?(?:\\([^()]{1,40}\\))? ?, (?:(?:le|la|l'|the|el|an?|une?) ?)?(?=${words.title}\\b)`.exec(
      after,
    ) ?? pattern`^ ?\\((?=${words.title}\\b)`.exec(after);
  if (opening) return officesOf(sentence, person, person.end + opening[0].length, words, scores.apposition);
  const possessor = findPossessor(sentence, person, words);
  if (possessor) return possessor;
  const appointed =
    pattern`^,? (?:,[^,]{1,60}, )?(?:(?:qui|who|que) )?${words.appointed} ?(?:(?:le|la|l'|the|el|an?|une?) ?)?(?=${words.title}\\b)`.exec(
      after,
    );
  if (!appointed || isConditional(sentence, person)) return [];
  // An office of another time is quoted with its verb.
  const then =
    pattern`^,? (?:(?:qui|who|que) )?(${words.heldThen})(?: (?:le|la|l'|the|el|an?|une?))? ?$`.exec(
      appointed[0],
    ) ?? pattern`^,? (?:(?:qui|who|que) )?(sera|will be) `.exec(appointed[0]);
  const from = person.end + appointed[0].length;
  const quoteFrom = then ? person.end + then[0].indexOf(then[1]!) : from;
  return officesOf(sentence, person, from, words, scores.appointed, { quoteFrom });
}

/** "N, X's chief executive" and "N, X chief executive,". */
function findPossessor(sentence: FactSentence, person: Mention, words: FactWords): FoundFact[] | undefined {
  const firm = sentence.mentions.find(({ start }) => start > person.end);
  if (firm?.type !== 'ORG' || plainBetween(sentence, person.end, firm.start) !== ', ') return undefined;
  const office = pattern`^(?:'s|')? (${words.title})(?=[,.;)]|$)`.exec(plainAfter(sentence, firm.end, 60));
  if (!office) return undefined;
  const to = firm.end + office[0].length;
  return pairOf(
    sentence,
    person,
    firm,
    { from: firm.start, to },
    { from: to - office[1]!.length, to },
    scores.apposition,
  );
}

interface OfficeOptions {
  /** Where the quote of the first office begins, when that is before the office. */
  readonly quoteFrom?: number;
  /** Whose office it is where the phrase does not say. */
  readonly employer?: Mention;
}

/** The offices of a phrase, cut where "et" brings another office of another organization. */
function officesOf(
  sentence: FactSentence,
  person: Mention,
  from: number,
  words: FactWords,
  score: number,
  { quoteFrom = from, employer }: OfficeOptions = {},
): FoundFact[] {
  const rest = plainAfter(sentence, from, longestRole);
  const end = endOfOffice(rest, words);
  const joints = [...rest.slice(0, end).matchAll(patternAll` (?:et|and|y|e) (?=(?:${words.title})\\b)`)];
  const cuts = joints.filter(({ index }, i) => {
    const before = joints[i - 1];
    const office = rest.slice(before ? before.index + before[0].length : 0, index);
    // "fondateur et P-DG de X": two offices in one house.
    return !pattern`^${words.title}$`.test(office) || pattern`^${words.calling}$`.test(office);
  });
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  const ends = [...cuts.map((cut) => cut.index), end];
  return starts.flatMap((start, i) => {
    const at = from + start;
    const span = { from: i === 0 ? quoteFrom : at, to: from + trimmedLength(rest.slice(0, ends[i])) };
    const firm = firmOf(sentence, at, span.to, words);
    if (firm) {
      // Without its years, an office of the past would be one of today.
      const isDated = /[0-9]{4}/.test(plainBetween(sentence, firm.mention.end, span.to));
      const office = { from: span.from, to: isDated ? span.to : firm.officeEnd };
      return pairOf(sentence, person, firm.mention, span, office, score);
    }
    if (employer)
      return pairOf(sentence, person, employer, { from: employer.start, to: span.to }, span, score);
    return [{ ...base(sentence, person, scores.withoutOrganization), ...span }];
  });
}

/** The organization whose office it is: the first one after "de", "of", right behind the office. */
function firmOf(
  sentence: FactSentence,
  from: number,
  to: number,
  words: FactWords,
): { mention: Mention; officeEnd: number } | undefined {
  const mention = sentence.mentions.find(
    ({ type, start, end }) => type === 'ORG' && start > from && end <= to,
  );
  if (!mention) return undefined;
  const lead = plainBetween(sentence, from, mention.start);
  const match =
    pattern`^(${words.title}(?: (?:et|and|y|e) ${words.title})?(?: [^,;:()]{1,60}?)?) (?:${words.of}) ?(?:${words.determiner} ?)?(?:${words.kind}(?: [a-z-]+)? )?$`.exec(
      lead,
    );
  // The head of a subsidiary of X is not the head of X.
  if (!match || pattern` ${words.subsidiary}\\b`.test(match[1]!)) return undefined;
  return { mention, officeEnd: from + match[1]!.length };
}

/** "le directeur général de X, N", "le P-DG de X, M. N", "X chief executive N", "X's founder, N". */
function findOfficeBefore(
  sentence: FactSentence,
  person: Mention,
  previous: Mention | undefined,
  words: FactWords,
): FoundFact[] {
  const civility = civilityLength(sentence, person);
  const named = person.start - civility;
  if (previous?.type === 'ORG') {
    const between = plainBetween(sentence, previous.end, named);
    const office = /^ ?,? ?$/.test(between) ? officeBefore(sentence, previous, words) : undefined;
    const isOpen = between.includes(',') && !isClosed(sentence, person);
    if (office && !(isOpen && isFramed(sentence, office.from, words))) {
      const { from, to } = office;
      return pairOf(
        sentence,
        person,
        previous,
        { from, to: previous.end },
        { from, to },
        scores.officeBeforeName,
      );
    }
    const title = pattern`^(?:'s|')? (${words.title}),? $`.exec(between);
    if (title && words.subsidiary.includes('subsidiary')) {
      const from = previous.end + title[0].indexOf(title[1]!);
      const to = from + title[1]!.length;
      // "Former X CEO N": what it is now is said before X.
      const rank = pattern`(?:^| )(${words.rank}) $`.exec(plainBefore(sentence, previous.start, 16));
      const start = previous.start - (rank ? rank[1]!.length + 1 : 0);
      const office = { from: rank ? start : from, to };
      return pairOf(sentence, person, previous, { from: start, to }, office, scores.officeBeforeName);
    }
  }
  const bare = findBareOffice(sentence, named, words);
  const isOpen = bare?.isSetOff === true && !isClosed(sentence, person);
  return bare && !isOpen
    ? [{ ...base(sentence, person, scores.withoutOrganization), from: bare.from, to: bare.to }]
    : [];
}

/** What was set off by a comma before a name is so behind it: "le maire, N, …". */
function isClosed(sentence: FactSentence, person: Mention): boolean {
  return /^(?:["»”]? ?[,.;:!?)»–—]|["»”]?$)/.test(plainAfter(sentence, person.end, 3));
}

/** "Selon le P-DG de X, N ment": N is who lies, not who says so. */
function isFramed(sentence: FactSentence, office: number, words: FactWords): boolean {
  return pattern`(?:^|[,;:(«"] ?)${words.frame}(?:(?<=')| )?(?:${words.determiner} ?)?$`.test(
    plainBefore(sentence, office, 40).trimStart(),
  );
}

/** The office right before "de X". */
function officeBefore(sentence: FactSentence, firm: Mention, words: FactWords): Words | undefined {
  const before = plainBefore(sentence, firm.start, 110);
  const tail = `(?:${words.of}) ?(?:${words.determiner} ?)?(?:${words.kind}(?: [a-z-]+)? )?$`;
  const starts = [
    ...before.matchAll(patternAll`(?:^|(?<=[ '(]))(?<!(?:^|[ '])${words.rank} )(?=${words.title}\\b)`),
  ];
  // The last office of the sentence that reaches up to the name: "le président du jury sera le directeur de X".
  for (const { index } of starts.reverse()) {
    const match = pattern`^(${words.title}(?: [^,;:.()]{1,50}?)?) ${tail}`.exec(before.slice(index));
    if (!match || pattern` ${words.subsidiary}\\b| ${words.verb} `.test(match[1]!)) continue;
    if (isRelation(before.slice(0, index), words)) continue;
    const from = firm.start - before.length + index;
    return { from, to: from + match[1]!.length };
  }
  return undefined;
}

/** The form of address before a name, in code units: "M. ", "Mme ". */
function civilityLength(sentence: FactSentence, person: Mention): number {
  const match = /(?:^|[ ,'(])(([a-z]{1,12})\.? )$/.exec(plainBefore(sentence, person.start, 16));
  return match && civilities.has(match[2]!) ? match[1]!.length : 0;
}

/** Where the words about an office end: at a comma that brings no further complement, at a bracket, at a verb. */
function endOfOffice(rest: string, words: FactWords): number {
  const ending = pattern`,(?! ?(?:de la |de l'|du |des |d'(?!apres)))|[;:()«»“”"!?–—]|(?<![ '.][a-z])\\.(?= |$)|(?: |[lnms]')${words.verb}(?=[ ,:]|$)| ${words.relative} | agee?s? de `;
  const match = ending.exec(rest);
  if (match) return match.index;
  return rest.length < longestRole ? rest.length : Math.max(0, rest.lastIndexOf(' '));
}

function trimmedLength(text: string): number {
  return text.replace(/[ ,.]+$/, '').length;
}

function base(sentence: FactSentence, mention: Mention, score: number): Omit<FoundFact, 'from' | 'to'> {
  return {
    entity: mention.entity,
    kind: 'role',
    sentence: { start: sentence.start, end: sentence.end },
    score,
  };
}

interface Words {
  readonly from: number;
  readonly to: number;
}

function pairOf(
  sentence: FactSentence,
  person: Mention,
  firm: Mention,
  role: Words,
  office: Words,
  score: number,
): FoundFact[] {
  return [
    { ...base(sentence, person, score), ...role, other: firm.entity },
    { ...base(sentence, firm, score), ...office, other: person.entity },
  ];
}
