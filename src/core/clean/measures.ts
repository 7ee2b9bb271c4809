import { characterClass, characterTable } from './characterTable.ts';
import { compileCues } from './cues.ts';
import type { CueTable } from './cues.ts';
import { cueCategories } from './lists/cueList.ts';
import { languageCues } from './lists/languageCues.ts';
import { segmentKey } from './segments.ts';
import type { Segment } from './segments.ts';
import { forEachToken, joinTokenHashes } from './tokens.ts';

/** What is counted in each segment by itself. Columns, one number per segment. */
export interface Measures {
  readonly count: number;
  readonly chars: Float32Array;
  readonly words: Float32Array;
  /** Words that begin with a capital, words all in capitals, words of digits: shares of the words. */
  readonly capitalised: Float32Array;
  readonly allCapitals: Float32Array;
  readonly numbers: Float32Array;
  readonly functionWords: Float32Array;
  readonly commas: Float32Array;
  /** Sentence marks that are followed by a blank or the end. */
  readonly sentences: Float32Array;
  readonly quotes: Float32Array;
  /** Signs that prose hardly has (| • © # @ / > …). */
  readonly signs: Float32Array;
  /** 0 other, 1 sentence mark, 2 ellipsis, 3 colon, 4 comma, 5 question mark, 6 closing quote or bracket. */
  readonly ending: Uint8Array;
  /** 0 other, 1 capital, 2 small letter, 3 digit, 4 quote or bracket, 5 bullet or star. */
  readonly opening: Uint8Array;
  /** Share of the words that belong to a phrase of each category, row after row of `cueCategories`. */
  readonly cues: Float32Array;
  /** Bit set of the categories present. */
  readonly cueBits: Int32Array;
  /** Share of the words that belong to any phrase. */
  readonly cued: Float32Array;
  readonly keys: Float64Array;
  /** Hashes of all tokens, and where each segment's begin (one more entry than segments). */
  readonly tokens: Int32Array;
  readonly tokenStarts: Int32Array;
  /** 1 for tokens that carry the subject: four characters or more (or an ideograph) and no function word. */
  readonly isContent: Uint8Array;
}

let cueTable: CueTable | undefined;

function cues(): CueTable {
  cueTable ??= compileCues(languageCues);
  return cueTable;
}

export function measureSegments(text: string, segments: readonly Segment[]): Measures {
  const count = segments.length;
  const column = (): Float32Array => new Float32Array(count);
  const measures = {
    count,
    chars: column(),
    words: column(),
    capitalised: column(),
    allCapitals: column(),
    numbers: column(),
    functionWords: column(),
    commas: column(),
    sentences: column(),
    quotes: column(),
    signs: column(),
    ending: new Uint8Array(count),
    opening: new Uint8Array(count),
    cues: new Float32Array(count * cueCategories.length),
    cueBits: new Int32Array(count),
    cued: column(),
    keys: new Float64Array(count),
    tokens: new Int32Array(0),
    tokenStarts: new Int32Array(count + 1),
    isContent: new Uint8Array(0),
  };
  const tokens: number[] = [];
  const content: number[] = [];
  segments.forEach((segment, i) => {
    measures.tokenStarts[i] = tokens.length;
    measures.keys[i] = segmentKey(text, segment);
    measures.chars[i] = segment.end - segment.start;
    measures.ending[i] = endingOf(text, segment);
    measures.opening[i] = openingOf(text, segment);
    countSigns(text, segment, i, measures);
    countWords(text, segment, i, measures, tokens, content);
    matchCues(i, measures, tokens);
  });
  measures.tokenStarts[count] = tokens.length;
  measures.tokens = Int32Array.from(tokens);
  measures.isContent = Uint8Array.from(content);
  return measures;
}

/** The same counts for some of the segments only, by their places: a segment's counts do not depend on its neighbours. */
export function pickMeasures(measures: Measures, places: readonly number[]): Measures {
  const width = cueCategories.length;
  const { tokenStarts } = measures;
  const floats = (values: Float32Array): Float32Array => Float32Array.from(places, (i) => values[i]!);
  const bytes = (values: Uint8Array): Uint8Array => Uint8Array.from(places, (i) => values[i]!);
  const cues = new Float32Array(places.length * width);
  const starts = new Int32Array(places.length + 1);
  places.forEach((i, to) => {
    cues.set(measures.cues.subarray(i * width, (i + 1) * width), to * width);
    starts[to + 1] = starts[to]! + tokenStarts[i + 1]! - tokenStarts[i]!;
  });
  const tokens = new Int32Array(starts[places.length]!);
  const isContent = new Uint8Array(tokens.length);
  places.forEach((i, to) => {
    tokens.set(measures.tokens.subarray(tokenStarts[i], tokenStarts[i + 1]), starts[to]);
    isContent.set(measures.isContent.subarray(tokenStarts[i], tokenStarts[i + 1]), starts[to]);
  });
  return {
    count: places.length,
    chars: floats(measures.chars),
    words: floats(measures.words),
    capitalised: floats(measures.capitalised),
    allCapitals: floats(measures.allCapitals),
    numbers: floats(measures.numbers),
    functionWords: floats(measures.functionWords),
    commas: floats(measures.commas),
    sentences: floats(measures.sentences),
    quotes: floats(measures.quotes),
    signs: floats(measures.signs),
    ending: bytes(measures.ending),
    opening: bytes(measures.opening),
    cues,
    cueBits: Int32Array.from(places, (i) => measures.cueBits[i]!),
    cued: floats(measures.cued),
    keys: Float64Array.from(places, (i) => measures.keys[i]!),
    tokens,
    tokenStarts: starts,
    isContent,
  };
}

function countWords(
  text: string,
  segment: Segment,
  i: number,
  measures: Measures,
  tokens: number[],
  content: number[],
): void {
  const { classes } = characterTable();
  const { functionWords } = cues();
  let words = 0;
  let capitalised = 0;
  let allCapitals = 0;
  let numbers = 0;
  let known = 0;
  forEachToken(text, segment.start, segment.end, (hash, start, end) => {
    words++;
    tokens.push(hash);
    const first = classes[text.charCodeAt(start)];
    if (first === characterClass.upper) {
      capitalised++;
      if (end - start > 1 && classes[text.charCodeAt(end - 1)] === characterClass.upper) allCapitals++;
    } else if (first === characterClass.digit) numbers++;
    const isKnown = functionWords.has(hash);
    if (isKnown) known++;
    content.push(!isKnown && (end - start >= 4 || first === characterClass.ideograph) ? 1 : 0);
  });
  const share = 1 / Math.max(1, words);
  measures.words[i] = words;
  measures.capitalised[i] = capitalised * share;
  measures.allCapitals[i] = allCapitals * share;
  measures.numbers[i] = numbers * share;
  measures.functionWords[i] = known * share;
}

const quoteSigns = '"«»“”„‟‹›「」';
const sentenceMarks = '.!?…؟。！？';
const bulletSigns = '•*·-–—►▪■●→>›»+';

const [markOf, isQuote] = tableOfSigns();

/** By code unit below 0x3000 and for a few above: 1 sentence mark, 2 comma, 3 other sign that is not of prose. */
function tableOfSigns(): [Uint8Array, Uint8Array] {
  const marks = new Uint8Array(0x10000);
  const quotes = new Uint8Array(0x10000);
  for (const sign of sentenceMarks) marks[sign.charCodeAt(0)] = 1;
  for (const sign of ',;،、，؛') marks[sign.charCodeAt(0)] = 2;
  for (const sign of '|•©®™#@/\\<>=+~^_{}[]→►▪■●·»›*↓↑←✓×') marks[sign.charCodeAt(0)] = 3;
  for (const sign of quoteSigns) quotes[sign.charCodeAt(0)] = 1;
  return [marks, quotes];
}

function countSigns(text: string, { start, end }: Segment, i: number, measures: Measures): void {
  const { classes } = characterTable();
  let commas = 0;
  let sentences = 0;
  let quotes = 0;
  let signs = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isQuote[code] === 1) quotes++;
    const mark = markOf[code];
    if (mark === 0) continue;
    if (mark === 2) commas++;
    else if (mark === 3) signs++;
    else if (
      at + 1 === end ||
      classes[text.charCodeAt(at + 1)] === characterClass.space ||
      isQuote[text.charCodeAt(at + 1)]
    ) {
      sentences++;
    }
  }
  measures.commas[i] = commas;
  measures.sentences[i] = sentences;
  measures.quotes[i] = quotes;
  measures.signs[i] = signs;
}

function endingOf(text: string, { start, end }: Segment): number {
  let last = text.charAt(end - 1);
  if (quoteSigns.includes(last) || last === ')' || last === ']' || last === "'" || last === '’') {
    const before = end - 2 >= start ? text.charAt(end - 2) : '';
    if (!sentenceMarks.includes(before) || before === '') return 6;
    last = before;
  }
  if (last === '…' || (last === '.' && text.charAt(end - 2) === '.' && end - 2 >= start)) return 2;
  if (last === '?' || last === '؟' || last === '？') return 5;
  if (sentenceMarks.includes(last)) return 1;
  if (last === ':') return 3;
  return last === ',' || last === ';' || last === '،' ? 4 : 0;
}

function openingOf(text: string, { start }: Segment): number {
  const first = text.charAt(start);
  if (bulletSigns.includes(first)) return 5;
  if (quoteSigns.includes(first) || first === '(' || first === '[') return 4;
  switch (characterTable().classes[text.charCodeAt(start)]) {
    case characterClass.upper:
      return 1;
    case characterClass.lower:
    case characterClass.ideograph:
      return 2;
    case characterClass.digit:
      return 3;
    default:
      return 0;
  }
}

function matchCues(i: number, measures: Measures, tokens: readonly number[]): void {
  const { phrases, lengths } = cues();
  const from = measures.tokenStarts[i] ?? 0;
  const to = tokens.length;
  const width = cueCategories.length;
  let covered = 0;
  let coveredUpTo = from;
  let bits = 0;
  for (let at = from; at < to; at++) {
    const first = tokens[at] ?? 0;
    const longest = Math.min(lengths[first & 0xffff] ?? 0, to - at);
    let phrase = first;
    let found = 0;
    let foundBits = 0;
    for (let n = 1; n <= longest; n++) {
      if (n > 1) phrase = joinTokenHashes(phrase, tokens[at + n - 1] ?? 0);
      const categories = phrases.get(phrase);
      if (categories !== undefined) {
        found = n;
        foundBits = categories;
      }
    }
    if (found === 0) continue;
    bits |= foundBits;
    for (let bit = 0; bit < width; bit++) {
      if ((foundBits >> bit) & 1)
        measures.cues[i * width + bit] = (measures.cues[i * width + bit] ?? 0) + found;
    }
    covered += Math.max(0, at + found - Math.max(at, coveredUpTo));
    coveredUpTo = Math.max(coveredUpTo, at + found);
    at += found - 1;
  }
  const share = 1 / Math.max(1, to - from);
  for (let bit = 0; bit < width; bit++) {
    const cell = i * width + bit;
    measures.cues[cell] = Math.min(1, (measures.cues[cell] ?? 0) * share);
  }
  measures.cueBits[i] = bits;
  measures.cued[i] = covered * share;
}
