import { characterKind as kind, characterKinds } from './characters.ts';
import type { Span } from './span.ts';

/** Words whose dot ends no sentence, lower-cased, in French, English and Spanish. */
const abbreviations = new Set(
  (
    'm mm mme mmes mlle mlles me mgr dr drs pr prof st ste sts no nos n art al av bd boul cf col éd ed env fig ' +
    'hab ibid id max min nb p pp par réf ref resp suiv sup t tél tel vol vs janv févr fév avr juil sept oct nov déc ' +
    'mr mrs ms jr sr gen gov sen rep rev hon lt sgt capt cmdr adm jan feb mar apr jun jul aug sep dec ' +
    'sra srta srs ud uds vd d dª dña excmo ilmo núm pág págs aprox gral gob dpto ee'
  ).split(' '),
);

/** Abbreviations that may also end a sentence: they do when a word of `openers` follows. */
const ambiguous = new Set('inc corp ltd co bros etc ex uu cie sa sarl plc'.split(' '));

const openers = new Set(
  (
    'le la les l un une des du de ce cet cette ces il elle ils elles on nous vous je j en dans pour par sur mais et or ' +
    'selon après avant depuis si son sa ses leur leurs à au aux c d qui que quand pourtant enfin ainsi ' +
    'the a an he she it they we in on at but and this that these his her its their for with after before when ' +
    'el los las uno una unos unas su sus se no y pero por para con tras según este esta estos estas ese esa'
  ).split(' '),
);

const closers = new Set('»”’"\')]}');
/** A blank that breaks no line. */
const gap = /[^\S\n\r]/;

/** The same of a code unit: most are settled without the pattern. */
function isGapUnit(unit: number): boolean {
  return unit < 128
    ? unit === 32 || unit === 9 || unit === 11 || unit === 12
    : gap.test(String.fromCharCode(unit));
}

/**
 * The sentences of `text` inside `span` (the whole text by default), trimmed of white space, in order, not
 * overlapping; offsets in UTF-16 code units of `text`. A dot after an abbreviation or an initial ends none; an empty
 * line always does, a line break does unless the text runs on in lower case, three blanks in a row do (tickers).
 */
export function splitSentences(text: string, span: Span = { start: 0, end: text.length }): readonly Span[] {
  const sentences: Span[] = [];
  const stop = Math.min(span.end, text.length);
  let start = Math.max(0, span.start);
  let at = start;
  while (at < stop) {
    const code = text.charCodeAt(at);
    // Letters, which most of a text is, end nothing.
    if (code > 63 && code < 0x2000 && code !== 0xa0) {
      at++;
      continue;
    }
    const boundary = boundaryAt(text, start, at, stop);
    if (boundary === 0) {
      at++;
      continue;
    }
    pushTrimmed(sentences, text, start, boundary);
    start = boundary;
    at = boundary;
  }
  pushTrimmed(sentences, text, start, stop);
  return sentences;
}

/** Where the sentence ends if it ends with the code unit at `at`; 0 if it does not. */
function boundaryAt(text: string, start: number, at: number, stop: number): number {
  const code = text.charCodeAt(at);
  if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return lineBoundary(text, at, stop);
  if (code === 46 || code === 33 || code === 63 || code === 0x2026)
    return stopBoundary(text, start, at, stop);
  const isGap = (i: number): boolean => i < stop && isGapUnit(text.charCodeAt(i));
  if ((code === 32 || code === 9 || code === 0xa0) && isGap(at + 1) && isGap(at + 2)) {
    let end = at + 3;
    while (isGap(end)) end++;
    return end;
  }
  return 0;
}

function lineBoundary(text: string, at: number, stop: number): number {
  let next = at;
  let breaks = 0;
  while (next < stop && /\s/.test(text[next]!)) {
    if (text[next] === '\n' || (text[next] === '\r' && text[next + 1] !== '\n')) breaks++;
    next++;
  }
  const runsOn = breaks < 2 && next < stop && characterKinds()[text.charCodeAt(next)] === kind.lower;
  return runsOn ? 0 : next;
}

function stopBoundary(text: string, start: number, at: number, stop: number): number {
  let end = at + 1;
  while (end < stop && '.!?…'.includes(text[end]!)) end++;
  const hasRun = end > at + 1;
  let afterClosers = end;
  while (afterClosers < stop && isCloser(text, afterClosers, stop)) afterClosers++;
  if (afterClosers < stop && !/\s/.test(text[afterClosers]!)) return 0;
  const next = skipOpeners(text, afterClosers, stop);
  if (next >= stop) return afterClosers;
  const opens = characterKinds()[text.charCodeAt(next)];
  if (opens === kind.lower && next === skipBlanks(text, afterClosers, stop)) return 0;
  if (text[at] === '.' && !hasRun && endsInAbbreviation(text, start, at, next, stop)) return 0;
  return afterClosers;
}

/** A closing quote or bracket right after the stop, or French ` »` after a blank. */
function isCloser(text: string, at: number, stop: number): boolean {
  if (closers.has(text[at]!)) return true;
  return gap.test(text[at]!) && at + 1 < stop && text[at + 1] === '»';
}

function skipBlanks(text: string, at: number, stop: number): number {
  let next = at;
  while (next < stop && /\s/.test(text[next]!)) next++;
  return next;
}

function skipOpeners(text: string, at: number, stop: number): number {
  let next = at;
  while (next < stop && /[\s«“"'‘([—–\-•]/.test(text[next]!)) next++;
  return next;
}

function endsInAbbreviation(text: string, start: number, at: number, next: number, stop: number): boolean {
  const kinds = characterKinds();
  const isWord = (i: number): boolean =>
    kinds[text.charCodeAt(i)]! >= kind.lower && kinds[text.charCodeAt(i)]! <= kind.digit;
  // No abbreviation is longer than 8 letters; the bound keeps a hostile line linear.
  let from = at;
  while (from > start && at - from < 9 && isWord(from - 1)) from--;
  const word = text.slice(from, at);
  if (word.length === 0 || word.length > 8) return false;
  if (word.length === 1 && kinds[text.charCodeAt(from)] === kind.upper) return true;
  const folded = word.toLowerCase();
  if (abbreviations.has(folded)) return !/^\d+$/.test(word);
  return ambiguous.has(folded) && !openers.has(nextWord(text, next, stop));
}

function nextWord(text: string, at: number, stop: number): string {
  const kinds = characterKinds();
  let end = at;
  while (
    end < stop &&
    end - at < 12 &&
    kinds[text.charCodeAt(end)]! >= kind.lower &&
    kinds[text.charCodeAt(end)]! <= kind.digit
  )
    end++;
  return text.slice(at, end).toLowerCase();
}

function pushTrimmed(sentences: Span[], text: string, start: number, end: number): void {
  let first = start;
  let last = end;
  while (first < last && /\s/.test(text[first]!)) first++;
  while (last > first && /\s/.test(text[last - 1]!)) last--;
  if (last > first) sentences.push({ start: first, end: last });
}
