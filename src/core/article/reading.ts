import type { Boilerplate } from '../clean/passage.ts';
import { withoutDiacritics } from '../text/diacritics.ts';
import { identifyLanguage } from '../text/language.ts';
import { scoreOf, choiceProbabilities, type Weights } from './conditionalLogit.ts';
import { dateContext, type DateContext } from './dateFeatures.ts';
import { placeDates } from './datedLines.ts';
import { findDates } from './dateGrammar.ts';
import { readWithOrder, type OrderHints } from './dayMonthOrder.ts';
import { layOut, readingWindows, type Layout } from './layout.ts';
import type { Line } from './line.ts';
import { readingWeights } from './readingWeights.ts';
import type { ArticleRecord } from './record.ts';
import { titleCandidates } from './titleCandidates.ts';

/** A text read once, for all who look for metadata in it. */
export interface Reading {
  readonly record: ArticleRecord;
  readonly layout: Layout;
  readonly language: string;
  readonly host?: string;
  readonly dates: DateContext;
  readonly title?: LineChoice;
}

export interface LineChoice {
  readonly index: number;
  readonly line: Line;
  /** Probability that this line is the one. */
  readonly confidence: number;
}

/** Below this a line is not even used to find its way in the page. */
const minAnchor = 0.15;

export function readArticle(
  record: ArticleRecord,
  boilerplate: readonly Boilerplate[],
  hints: Pick<OrderHints, 'outletOrder'> = {},
  titleWeights: Weights = readingWeights.title,
): Reading {
  const layout = layOut(record.text, boilerplate);
  const language =
    record.language ?? identifyLanguage(bodySample(layout) || record.text.slice(0, languageSample));
  const host = hostOf(record.url);
  const written = readingWindows(record.text.length).flatMap(({ start, end }) =>
    findDates(record.text, start, end),
  );
  const dates = readWithOrder(written, { ...hints, language, ...(host !== undefined && { host }) });
  const placed = placeDates(dates, layout.lines, boilerplate);
  const dated = new Set(placed.map(({ lineIndex }) => lineIndex));
  const title = chooseTitleLine(layout, dated, slugOf(record), titleWeights);
  return {
    record,
    layout,
    language,
    ...(host !== undefined && { host }),
    dates: dateContext(layout, placed, title?.index ?? -1, record.markup?.blocks),
    ...(title && { title }),
  };
}

function chooseTitleLine(
  layout: Layout,
  datedLines: ReadonlySet<number>,
  slug: readonly string[],
  titleWeights: Weights,
): LineChoice | undefined {
  const candidates = titleCandidates(layout, datedLines, slug);
  const probabilities = choiceProbabilities(
    candidates.map(({ features }) => scoreOf(features, titleWeights)),
  );
  const byText = new Map<string, number>();
  candidates.forEach(({ line }, i) =>
    byText.set(line.lower, (byText.get(line.lower) ?? 0) + (probabilities[i] ?? 0)),
  );
  let best: LineChoice | undefined;
  let bestOwn = 0;
  candidates.forEach(({ index, line }, i) => {
    const confidence = byText.get(line.lower) ?? 0;
    const own = probabilities[i] ?? 0;
    if (confidence < minAnchor) return;
    if (!best || confidence > best.confidence || (confidence === best.confidence && own > bestOwn)) {
      best = { index, line, confidence };
      bestOwn = own;
    }
  });
  return best;
}

/** Enough running text to tell its language. */
const languageSample = 1500;

function bodySample({ lines, bodyFirst, bodyLast }: Layout): string {
  let sample = '';
  for (let i = Math.max(0, bodyFirst); i < lines.length && sample.length < languageSample; i += 1) {
    const line = lines[i];
    if (bodyFirst >= 0 && i > bodyLast) break;
    if (line && !line.boilerplate && !line.isJoined && (line.isProse || bodyFirst < 0))
      sample += `${line.text.slice(0, 1200)}\n`;
  }
  return sample;
}

/** The host of a URL without `www.`, lower case; undefined when there is none. */
function hostOf(url: string | undefined): string | undefined {
  const host = /^(?:[a-z][a-z\d+.-]*:)?\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url ?? '')?.[1];
  return host?.toLowerCase().replace(/^www\d?\./, '');
}

/** Words of the last part of the URL or of the file's name, where outlets put their headline. */
function slugOf({ url, fileName }: ArticleRecord): string[] {
  const path = url?.replace(/^[^/]*\/\/[^/]*/, '').replace(/[?#].*$/, '') ?? fileName ?? '';
  const parts = path.split('/').map((part) => part.replace(/\.[a-z]{2,5}$/i, ''));
  const longest = parts.reduce(
    (best, part) => (part.split(/[-_ ]/).length > best.split(/[-_ ]/).length ? part : best),
    '',
  );
  const words = withoutDiacritics(longest.toLowerCase()).split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length >= 3 && !/^[\da-f]*\d[\da-f]*$/.test(word));
}
