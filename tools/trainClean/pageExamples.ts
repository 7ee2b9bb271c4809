import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Markup } from '../../src/core/article/record.ts';
import { pageFeatureNames } from '../../src/core/clean/markupModel.ts';
import { readPage } from '../../src/core/clean/markupPage.ts';
import type { PageReading } from '../../src/core/clean/markupPage.ts';
import { splitSegments } from '../../src/core/clean/segments.ts';
import type { Segment } from '../../src/core/clean/segments.ts';
import { readHtml } from '../../src/formats/html.ts';
import { randomFrom } from './boost.ts';
import type { TrainingSet } from './boost.ts';
import { isDoubtful } from './doubts.ts';
import type { DoubtfulSpan } from './doubts.ts';
import type { Label, LabelledSpan } from './labelledPages.ts';
import { transferLabels } from './pageLabels.ts';
import { pageTrainingSets } from './settings.ts';

/** A raw page with the labels of its own dump. */
export interface LabelledPage {
  readonly page: string;
  readonly site: string;
  readonly text: string;
  readonly markup: Markup;
  readonly spans: readonly LabelledSpan[];
  /** What two readers judge differently. */
  readonly doubtful: readonly DoubtfulSpan[];
  /** What the page counts, by that of a page labelled by hand. */
  readonly weight: number;
}

/** One reading of a page, labelled segment by segment. */
export interface PageExample {
  readonly site: string;
  readonly rows: Float32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

/** Neutral segments are learned as of the article, at less weight: a title that goes is worse than a caption that stays. */
const neutralWeight = 0.3;

/** Weight of a page that was cut down, by that of the page as it was. */
const cutWeight = 0.6;

/** Words of a segment beyond which it weighs no more. */
const mostWords = 80;

/** The pages in `DIR/docs.jsonl.gz` whose raw HTML is beside it. */
export function readLabelledHtml(folder: string): LabelledPage[] {
  const lines = gunzipSync(readFileSync(join(folder, 'docs.jsonl.gz')))
    .toString('utf8')
    .split('\n');
  return lines.filter(Boolean).flatMap((line) => {
    const record = JSON.parse(line) as {
      id: string;
      ds: string;
      site: string;
      html?: string;
      text: string;
      spans: LabelledSpan[];
      doubtful?: DoubtfulSpan[];
    };
    const file = join(folder, record.html ?? '');
    const weight = pageTrainingSets.get(record.ds);
    if (record.html === undefined || !existsSync(file) || weight === undefined) return [];
    const { text, markup } = readHtml(gunzipSync(readFileSync(file)).toString('utf8'));
    const { id: page, site, doubtful = [] } = record;
    if (doubtful.length > 0 && text !== record.text)
      throw new Error(`${page}: made by another reader of HTML.`);
    return [{ page, site, text, markup, spans: transferLabels(text, record), doubtful, weight }];
  });
}

/** Each page as it is, then twice cut down: with less of its article, and without some of what is around it. */
export function preparePages(pages: readonly LabelledPage[], seed: number): PageExample[] {
  const random = randomFrom(seed);
  return pages.flatMap((page) => {
    const segments = splitSegments(page.text);
    const labels = labelsOf(segments, page);
    const whole = readPage(page.text, page.markup, segments);
    if (whole === undefined) return [];
    const kept = [0.1 + 0.4 * random(), 0.4 + 0.6 * random()].flatMap((share) => {
      const left = cutDown(whole, labels, share, random).map((i) => whole.places[i] ?? 0);
      const reading = readPage(page.text, page.markup, pick(segments, left));
      return reading === undefined
        ? []
        : [toExample(page.site, reading, pick(labels, left), cutWeight * page.weight)];
    });
    return [toExample(page.site, whole, labels, page.weight), ...kept];
  });
}

const pick = <T>(values: readonly T[], places: readonly number[]): T[] =>
  places.flatMap((i) => {
    const value = values[i];
    return value === undefined ? [] : [value];
  });

/** A label, or that nobody knows. */
type SegmentLabel = Label | '?';

/** The label that covers most of a segment; N where nothing does: signs without words. */
function labelsOf(segments: readonly Segment[], { spans, doubtful }: LabelledPage): SegmentLabel[] {
  let first = 0;
  return segments.map((segment) => {
    if (isDoubtful(segment.start, segment.end, doubtful)) return '?';
    while ((spans[first]?.[1] ?? Infinity) <= segment.start) first++;
    const counts = { K: 0, D: 0, N: 0 };
    for (let s = first; s < spans.length; s++) {
      const [start, end, label] = spans[s] ?? [Infinity, 0, 'N'];
      if (start >= segment.end) break;
      counts[label] += Math.min(end, segment.end) - Math.max(start, segment.start);
    }
    if (counts.D > counts.K + counts.N) return 'D';
    return counts.K >= counts.N && counts.K > 0 ? 'K' : 'N';
  });
}

/** Chance that an element with nothing of the article in it goes as a whole. */
const dropChance = 0.12;

/** Which segments of a reading stay: the first of the article, and the elements around it that chance leaves. */
function cutDown(
  reading: PageReading,
  all: readonly SegmentLabel[],
  share: number,
  random: () => number,
): number[] {
  const { tree, places } = reading;
  const labels = pick(all, places);
  const article = labels.flatMap((label, i) => (label === 'D' ? [] : [i]));
  const last = article[Math.max(3, Math.round(article.length * share)) - 1] ?? labels.length;
  const holdsArticle = new Uint8Array(tree.count);
  for (const i of article) {
    for (let e = tree.ofSegment[i] ?? -1; e >= 0; e = tree.parents[e] ?? -1) holdsArticle[e] = 1;
  }
  const isDropped = new Uint8Array(tree.count);
  for (let e = 0; e < tree.count; e++) {
    const isOut = holdsArticle[e] === 0 && (tree.depths[e] ?? 0) >= 2 && random() < dropChance;
    isDropped[e] = isOut || isDropped[tree.parents[e] ?? -1] === 1 ? 1 : 0;
  }
  return labels.flatMap((label, i) => {
    const stays = label === 'D' ? isDropped[tree.ofSegment[i] ?? -1] !== 1 : i <= last;
    return stays ? [i] : [];
  });
}

/** Weights add up to about the same for every page, as pages count alike in the score. */
function toExample(
  site: string,
  { places, measures, rows }: PageReading,
  all: readonly SegmentLabel[],
  scale: number,
): PageExample {
  const labels = new Uint8Array(places.length);
  const weights = new Float32Array(places.length);
  let kept = 0;
  pick(all, places).forEach((label, i) => {
    const words = measures.words[i] ?? 0;
    labels[i] = label === 'D' ? 1 : 0;
    if (label !== 'D') kept += words;
    weights[i] =
      words === 0 || label === '?'
        ? 0
        : (2 + Math.min(mostWords, words)) * (label === 'N' ? neutralWeight : 1);
  });
  const perPage = (scale * 100) / (Math.max(30, kept) + 100);
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) * perPage;
  return { site, rows, labels, weights };
}

export function joinExamples(examples: readonly PageExample[]): TrainingSet {
  const count = examples.reduce((n, { labels }) => n + labels.length, 0);
  const width = pageFeatureNames.length;
  const set = {
    rows: new Float32Array(count * width),
    width,
    labels: new Uint8Array(count),
    weights: new Float32Array(count),
  };
  let at = 0;
  for (const { rows, labels, weights } of examples) {
    set.rows.set(rows, at * width);
    set.labels.set(labels, at);
    set.weights.set(weights, at);
    at += labels.length;
  }
  return set;
}
