import { characterKind as kind, characterKinds } from './characters.ts';
import type { Span } from './span.ts';

/** A word, a number or one sign. `start`/`end` count UTF-16 code units of the text that was tokenised. */
export interface Token extends Span {
  /** `text.slice(start, end)`. */
  readonly text: string;
}

/** Words that end in an apostrophe and stand apart from the next word: l’Orient is `l’` + `Orient`. */
const elisions = new Set(
  'l d j m t s n c qu lorsqu puisqu jusqu quoiqu presqu quelqu entr dell all nell sull'.split(' '),
);

const domainEndings = new Set(
  'com org net info biz eu fr ma tn dz be ch ca es uk us de it lu sn ci cm ml bf ne tg bj ga cd mg io tv fm africa ai co mx ar cl pe'.split(
    ' ',
  ),
);

/**
 * The tokens of `text` between `start` and `end` (the whole text by default), in order, without white space.
 * Elided words stand apart (`d’` `Ivoire`), so do `’s` and a lower-case prefix before a capital (`ex-` `Orange`);
 * hyphenated names, initials (`U.S.`, `J.`), `R&D`, numbers (`1.000,5`) and domain names stay whole.
 * Linear in the length; never throws.
 */
export function tokenize(text: string, start = 0, end = text.length): readonly Token[] {
  const tokens: Token[] = [];
  const take = (from: number, to: number): void => {
    tokens.push({ start: from, end: to, text: text.slice(from, to) });
  };
  eachToken(text, take, start, end);
  return tokens;
}

/** The places of the same tokens, for who needs few of their texts. */
export function eachToken(
  text: string,
  take: (start: number, end: number) => void,
  start = 0,
  end = text.length,
): void {
  const stop = Math.min(end, text.length);
  let at = Math.max(0, start);
  const kinds = characterKinds();
  while (at < stop) {
    const first = kinds[text.charCodeAt(at)]!;
    if (first === kind.space || first === kind.lineBreak) {
      at++;
      continue;
    }
    const next = tokenEnd(text, at, stop, kinds);
    take(at, next);
    at = next;
  }
}

/** Where the token that starts at `at` ends. `text[at]` is no white space, and `at < stop`. */
export function tokenEnd(text: string, at: number, stop: number, kinds: Uint8Array): number {
  const first = kinds[text.charCodeAt(at)]!;
  if (isWordKind(first)) return wordEnd(text, at, stop, kinds);
  if (first === kind.apostrophe) return at + cliticLength(text, at, stop, kinds);
  if (first === kind.highSurrogate && at + 1 < stop) {
    const low = text.charCodeAt(at + 1);
    return low >= 0xdc00 && low <= 0xdfff ? at + 2 : at + 1;
  }
  if (first === kind.dot) return runEnd(text, at, stop);
  return at + 1;
}

function isWordKind(value: number): boolean {
  return value >= kind.lower && value <= kind.digit;
}

/** `’s` after a name is a token of its own; any other apostrophe is a sign. */
function cliticLength(text: string, at: number, stop: number, kinds: Uint8Array): number {
  const follows = at + 1 < stop && (text[at + 1] === 's' || text[at + 1] === 'S');
  if (!follows || at === 0 || !isWordKind(kinds[text.charCodeAt(at - 1)]!)) return 1;
  return at + 2 < stop && isWordKind(kinds[text.charCodeAt(at + 2)]!) ? 1 : 2;
}

function runEnd(text: string, at: number, stop: number): number {
  let end = at;
  while (end < stop && text[end] === '.') end++;
  return end;
}

function wordEnd(text: string, start: number, stop: number, kinds: Uint8Array): number {
  let at = start;
  for (;;) {
    while (at < stop && isWordKind(kinds[text.charCodeAt(at)]!)) at++;
    if (at >= stop) return at;
    const sign = kinds[text.charCodeAt(at)]!;
    if (sign === kind.dot) return afterDot(text, start, at, stop, kinds);
    if (at + 1 >= stop) return sign === kind.apostrophe && isElision(text, start, at) ? at + 1 : at;
    const next = kinds[text.charCodeAt(at + 1)]!;
    if (sign === kind.apostrophe) {
      if (isElision(text, start, at)) return at + 1;
      if (!isWordKind(next) || cliticLength(text, at, stop, kinds) === 2) return at;
    } else if (sign === kind.hyphen) {
      if (!isWordKind(next)) return at;
      if (next === kind.upper && isLowerCase(text, start, at, kinds)) return at + 1;
    } else if (sign === kind.ampersand) {
      const before = kinds[text.charCodeAt(at - 1)]!;
      if (before !== kind.upper || next !== kind.upper) return at;
    } else if (!isDecimalComma(text, at, kinds)) {
      return at;
    }
    at++;
  }
}

function isElision(text: string, start: number, at: number): boolean {
  return at - start <= 7 && elisions.has(text.slice(start, at).toLowerCase());
}

function isLowerCase(text: string, start: number, end: number, kinds: Uint8Array): boolean {
  // Longer runs are no prefix (ex-, anti-, vice-), and a bound keeps a hostile line linear.
  if (end - start > 12) return false;
  for (let i = start; i < end; i++) if (kinds[text.charCodeAt(i)] !== kind.lower) return false;
  return true;
}

function isDecimalComma(text: string, at: number, kinds: Uint8Array): boolean {
  const isDigit = (i: number): boolean => kinds[text.charCodeAt(i)] === kind.digit;
  return text[at] === ',' && isDigit(at - 1) && isDigit(at + 1);
}

/** Decides on the dot at `at`: inside a number, initials or a domain name it belongs to the token. */
function afterDot(text: string, start: number, at: number, stop: number, kinds: Uint8Array): number {
  if (at - start === 1 && kinds[text.charCodeAt(start)] === kind.upper)
    return initialsEnd(text, start, stop, kinds);
  let end = at;
  while (
    end + 1 < stop &&
    (text[end] === '.' || text[end] === ',') &&
    isWordKind(kinds[text.charCodeAt(end + 1)]!)
  ) {
    const part = end + 1;
    let partEnd = part;
    while (partEnd < stop && isWordKind(kinds[text.charCodeAt(partEnd)]!)) partEnd++;
    const isNumber =
      kinds[text.charCodeAt(part)] === kind.digit && kinds[text.charCodeAt(part - 2)] === kind.digit;
    const isDomain = text[end] === '.' && partEnd - part <= 6 && domainEndings.has(text.slice(part, partEnd));
    if (!isNumber && !isDomain) break;
    end = partEnd;
  }
  return end;
}

/** `U.S.`, `J.-C.`, `M.`: capital letters, each with its dot; the last dot may be missing. */
function initialsEnd(text: string, start: number, stop: number, kinds: Uint8Array): number {
  let at = start;
  while (at + 1 < stop && kinds[text.charCodeAt(at)] === kind.upper && text[at + 1] === '.') {
    at += 2;
    const afterHyphen = text[at] === '-' && text[at + 2] === '.';
    if (afterHyphen && at + 1 < stop && kinds[text.charCodeAt(at + 1)] === kind.upper) at++;
  }
  const isLastLetter = at < stop && kinds[text.charCodeAt(at)] === kind.upper;
  const isAlone = at + 1 >= stop || !isWordKind(kinds[text.charCodeAt(at + 1)]!);
  return isLastLetter && isAlone ? at + 1 : at;
}
