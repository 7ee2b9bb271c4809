import { foldWord } from './dateWords.ts';
import type { Line } from './line.ts';
import type { Found } from './metadata.ts';
import type { Reading } from './reading.ts';

/**
 * The name of the house that a corpus files an article under, when the article's own page prints it: a folder
 * `lagune-eco` and a line "Publié le 3 mai | Lagune Éco" name one outlet, or one aggregator. The folder alone proves
 * nothing, and the article's own running text does not count.
 */
export function readHouseName(reading: Reading): Found<string> | undefined {
  const key = houseKey(reading.record.source);
  if (key === undefined) return undefined;
  const dated = new Set(reading.dates.placed.map(({ lineIndex }) => lineIndex));
  const marks = reading.layout.lines.flatMap((line, index) => {
    const mark = isFurniture(line) ? findName(line, key) : undefined;
    return mark ? [{ ...mark, line, isDated: dated.has(index) }] : [];
  });
  // One word is also a place, a section or a common noun: it must come with its article, and more than once.
  const proven = key.words > 1 ? marks : marks.filter(({ hasArticle }) => hasArticle);
  if (proven.length < (key.words > 1 ? 1 : 2)) return undefined;
  const best =
    proven.find(({ isDated }) => isDated) ?? proven.find(({ isCapitals }) => !isCapitals) ?? proven[0]!;
  const start = best.line.start + best.at;
  const span = { start, end: start + best.name.length };
  return {
    value: best.name,
    source: 'text',
    quote: reading.record.text.slice(span.start, span.end),
    span,
    evidence: { rule: 'folderName', values: { folder: reading.record.source ?? '' } },
    confidence: best.isDated ? 0.9 : 0.75,
  };
}

/** Whether a name is the house's, whatever its case and article. */
export function isHouseName(name: string, house: string): boolean {
  return wordsOf(name).join('') === wordsOf(house).join('');
}

interface HouseKey {
  readonly folded: string;
  readonly words: number;
}

const leastKeyLength = 4;
const articles: ReadonlySet<string> = new Set(['l', 'le', 'la', 'les', 'the', 'el', 'los', 'las']);

function houseKey(source: string | undefined): HouseKey | undefined {
  if (source === undefined) return undefined;
  const words = wordsOf(source);
  const folded = words.join('');
  return folded.length < leastKeyLength || /\d/.test(folded) ? undefined : { folded, words: words.length };
}

/** The folded words of a name, without the articles before it. */
function wordsOf(name: string): readonly string[] {
  const words = [...name.matchAll(word)].map(([match]) => foldWord(match));
  return words.slice(words.findIndex((each) => !articles.has(each)));
}

const word = /[\p{L}\p{M}\d]+/gu;
const longestLine = 160;

const isFurniture = (line: Line): boolean =>
  (!line.isProse || line.boilerplate !== undefined) &&
  !line.isJoined &&
  line.boilerplate !== 'ticker' &&
  line.text.length <= longestLine;

interface NameInLine {
  readonly name: string;
  readonly at: number;
  readonly hasArticle: boolean;
  readonly isCapitals: boolean;
}

/** The first run of words of a line that spells the key, capitalised, with the article before it. */
function findName({ text }: Line, key: HouseKey): NameInLine | undefined {
  const found = [...text.matchAll(word)];
  for (let i = 0; i < found.length; i++) {
    let spelled = '';
    for (let j = i; j < found.length && spelled.length < key.folded.length; j++) {
      spelled += foldWord(found[j]![0]);
      if (spelled !== key.folded || !/^\p{Lu}/u.test(found[i]![0])) continue;
      const before = found[i - 1];
      const hasArticle =
        before !== undefined && articles.has(foldWord(before[0])) && /^\p{Lu}/u.test(before[0]);
      const at = (hasArticle ? before : found[i]!).index;
      const name = text.slice(at, found[j]!.index + found[j]![0].length);
      return { name, at, hasArticle, isCapitals: name === name.toUpperCase() };
    }
  }
  return undefined;
}
