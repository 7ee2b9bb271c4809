import { pattern, patternAll, plainBefore, type FactSentence } from './factsSentence.ts';
import type { FactWords } from './lists/factWords.ts';

/** An office before a name; original offsets. */
export interface BareOffice {
  readonly from: number;
  readonly to: number;
  /** A comma stands between the office and the name. */
  readonly isSetOff: boolean;
}

/** The office is that of somebody else: "la femme du", "the lawyer for the". `before` is folded and ends at the office. */
export function isRelation(before: string, words: FactWords): boolean {
  const of =
    "(?:du|de la|de l'|des|d'une?|aux?|[aà] la|[aà] l'|of the|of|to the|to|for the|for|del|de la|de|al)";
  return pattern`(?:^|[ '])${words.relation}(?: [a-z-]+){0,2}? ${of} ?$`.test(before);
}

/**
 * An office of no named organization before `named`, where a person's name or form of address begins: "Le maire de Nador,
 * N", "le ministre de la Santé N", "le président français N", "Prime Minister N".
 */
export function findBareOffice(
  sentence: FactSentence,
  named: number,
  words: FactWords,
): BareOffice | undefined {
  const before = plainBefore(sentence, named, 90);
  // Most names stand behind a preposition or a sign: no office ends so.
  if (!/[a-z0-9],? $/.test(before) || pattern`(?:^|[ '])${words.preposition} $`.test(before))
    return undefined;
  const offset = named - before.length;
  const starts = before.matchAll(
    patternAll`(?:^|(?<=[ '(]))(?<!(?:^|[ '])${words.rank} )(?=${words.title}\\b)`,
  );
  for (const { index } of [...starts].reverse()) {
    const phrase = before.slice(index);
    const match =
      pattern`^(${words.title}(?: ${words.demonym})?)(,?) $`.exec(phrase) ??
      ofPlace(sentence, offset + index, phrase, words);
    if (!match) continue;
    const isSetOff = match[2] === ',';
    const lead = before.slice(0, index);
    const isOpened =
      pattern`(?:^|[ ,(«"'])(?:le|la|l'|the|el) ?$`.test(lead) || offset + index === sentence.start;
    if (isSetOff && (!isOpened || isRelation(lead, words))) continue;
    const [from, to] = [offset + index, offset + index + match[1]!.length];
    const isOfFirm = sentence.mentions.some(
      ({ type, start, end }) => type === 'ORG' && start < to && end > from,
    );
    if (!isOfFirm) return { from, to, isSetOff };
  }
  return undefined;
}

/** "maire de Nador,", "ministre de la Santé": without a comma the complement ends with a capital, so that it is no verb. */
function ofPlace(
  sentence: FactSentence,
  from: number,
  phrase: string,
  words: FactWords,
): RegExpExecArray | undefined {
  const match = pattern`^(${words.title} ${words.of} ?[^,;:.()«»"]{1,50}?)(,?) $`.exec(phrase);
  if (!match || pattern`[ ']${words.verb} | ${words.relative}[ ']`.test(match[1]!)) return undefined;
  if (match[2] === ',') return match;
  const last = sentence.raw
    .slice(from - sentence.start, from - sentence.start + match[1]!.length)
    .split(/[\s'’]/)
    .at(-1)!;
  return /^\p{Lu}/u.test(last) ? match : undefined;
}
