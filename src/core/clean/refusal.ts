import type { Evidence } from '../evidence.ts';
import { mergeSpans } from '../text/cleanedText.ts';
import type { Span } from '../text/span.ts';

/**
 * Why a text is not cleaned without asking, in English, by rule; `{name}` stands for a value of the evidence. Data, so
 * that a view can put its own language in their place.
 */
export const refusalSentences = {
  looksLikeCode: 'This reads as a program or its data, not as an article.',
  looksLikeLog: 'This reads as a log, not as an article.',
  looksLikeTable: 'This reads as a table, not as an article.',
  looksLikeList: 'This reads as a list, not as an article: it has no sentences.',
  leavesTooLittle: 'Cleaning would leave {percent} % of the words.',
} as const satisfies Readonly<Record<string, string>>;

/** The rules of refusal; the evidence of a refusal names one. */
export type RefusalRule = keyof typeof refusalSentences;

export interface RefusalOptions {
  /** Cleaning that leaves less than this many percent of the words is refused, 0..100. 10 when absent; 0 refuses none. */
  readonly floorPercent?: number;
}

/** What is left of a page with a long ticker is seldom less than a tenth; less is a page without an article. */
export const defaultFloorPercent = 10;

/**
 * Why an article is not to be cleaned without asking: it is none (a list, a log, code, a table), or cleaning would leave
 * too little of it. `removed` are the spans that would go, in any order. Undefined when there is nothing against it.
 */
export function cleaningRefusal(
  text: string,
  removed: readonly Span[],
  { floorPercent = defaultFloorPercent }: RefusalOptions = {},
): Evidence | undefined {
  return noArticle(text) ?? leavesTooLittle(text, removed, floorPercent);
}

/** How much of a long text is looked at: what is no article shows it at once. UTF-16 code units. */
const probeLength = 60_000;

/** Fewer lines that are not blank prove nothing. */
const fewestLines = 5;

/** Why a text is no article, from the shape of its lines. Undefined when it may be one. */
export function noArticle(text: string): Evidence | undefined {
  const lines = text
    .slice(0, probeLength)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '');
  if (lines.length < fewestLines) return undefined;
  if (share(lines, isLogLine) >= 0.5) return { rule: 'looksLikeLog' };
  if (isCode(lines)) return { rule: 'looksLikeCode' };
  if (isTable(lines)) return { rule: 'looksLikeTable' };
  return hasSentences(lines) ? undefined : { rule: 'looksLikeList' };
}

function leavesTooLittle(text: string, removed: readonly Span[], floorPercent: number): Evidence | undefined {
  const all = countWords(text);
  const gone = mergeSpans(removed).reduce(
    (sum, { start, end }) => sum + countWords(text.slice(start, end)),
    0,
  );
  const percent = all === 0 ? 100 : ((all - gone) / all) * 100;
  return percent < floorPercent
    ? { rule: 'leavesTooLittle', values: { percent: Math.floor(percent) } }
    : undefined;
}

/** Runs of letters and digits; an ideograph or a kana counts as one. */
function countWords(text: string): number {
  return text.match(/[\u3040-\u30ff\u3400-\u9fff]|[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function share(lines: readonly string[], is: (line: string) => boolean): number {
  return lines.filter(is).length / lines.length;
}

/** A time to the second near its start, an address and a bracketed date, or the level of a message. */
const logStart = new RegExp(
  [
    /^.{0,30}\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d/,
    /^\W?\d\d[-/.]\d\d[-/.]\d{2,4} \d\d:\d\d:\d\d/,
    /^\W?\d\d:\d\d:\d\d[.,]?\d*\W/,
    /^[A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d /,
    /^\S+ \S+ \S+ \[\d\d\/[A-Z][a-z]{2}\/\d{4}:/,
    /^\W?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

function isLogLine(line: string): boolean {
  return logStart.test(line);
}

/** How lines of programs and of their data begin, end, and what stands in them. */
const codeLine = new RegExp(
  [
    /[;{}[\]]$|[{}\])],$|^[^.!?…]{0,200}\);?$|=>$|\/>$|<\/\w[\w-]*>$/,
    /^\s*(?:\/\/|\/\*|\*\/|<[!/?]?\w|"[^"]*"\s*:|'[^']*'\s*:|#!|#include|@\w+\s*$|[\w.$]+\s*[-+*|]?=[^=])/,
    /^\s*(?:def|class|if|elif|else|for|while|try|except|with)\b.*:$|^\s*(?:import|from) [\w.]+(?: import .*)?$/,
    /^\s+(?:return\b|['"].*['"],?$)/,
    /\w\(\)|[!=]==?|&&|\|\||::|->|:=|\w\[\w+\]/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** By lines and by characters: an article about programs shows some, in short lines. */
function isCode(lines: readonly string[]): boolean {
  if (share(lines, isCodeLine) < 0.4) return false;
  const length = (of: readonly string[]): number => of.reduce((sum, line) => sum + line.length, 0);
  return length(lines.filter(isCodeLine)) >= length(lines) * 0.4;
}

function isCodeLine(line: string): boolean {
  // A remark in brackets is of an article.
  return codeLine.test(line) && !/^\s*[([][^=;]*[)\]]$/.test(line);
}

/** Fewest separators a line must have for its lines to be rows: commas also stand in sentences. */
const separators: readonly (readonly [string, number])[] = [
  ['\t', 1],
  [';', 2],
  ['|', 2],
  [',', 2],
];

/** Four lines in five have the same number of a separator, and do not read as sentences. */
function isTable(lines: readonly string[]): boolean {
  if (share(lines, isSentence) > 0.5) return false;
  return separators.some(([separator, fewest]) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.replace(/"[^"]*"/g, '').split(separator).length - 1;
      if (count >= fewest) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values()) >= lines.length * 0.8;
  });
}

/** Fewest words in sentences that make a text more than a list; short news have some forty. */
const fewestSentenceWords = 20;

function hasSentences(lines: readonly string[]): boolean {
  let words = 0;
  for (const line of lines) if (isSentence(line)) words += countWords(line);
  return words >= fewestSentenceWords;
}

/** Some words with a mark between or after them. A hard-wrapped line need not end its sentence. */
function isSentence(line: string): boolean {
  return /[.!?…؟。！？।:,،、;][\s"'»”’)\]]|[.!?…؟。！？।]["'»”’)\]]*$/.test(line) && countWords(line) >= 8;
}
