import { extractFeatures } from '../../src/core/clean/features.ts';
import { measureSegments } from '../../src/core/clean/measures.ts';
import type { Measures } from '../../src/core/clean/measures.ts';
import { splitSegments } from '../../src/core/clean/segments.ts';
import type { Segment } from '../../src/core/clean/segments.ts';
import type { FeatureTable } from '../../src/core/clean/features.ts';
import type { TrainingSet } from './boost.ts';
import { blindShare, mixesPerPage, mixWeight, teaserShares, trainingSets } from './settings.ts';
import { randomFrom } from './boost.ts';
import { foldOf, mixPages } from './mixedPages.ts';
import { addTeasers } from './teaserLists.ts';
import type { LabelledSpan, LabelledText } from './labelledPages.ts';

/** A labelled text, measured. */
export interface Example {
  readonly source: LabelledText;
  readonly segments: readonly Segment[];
  readonly measures: Measures;
  readonly features: FeatureTable;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

/** Neutral segments are learned as of the article, at less weight: a title that goes is worse than a caption that stays. */
const neutralWeight = 0.7;

/** All that is learned from: the labelled texts, some as if no list knew their language, and mixes of two pages. */
export function prepareAll(texts: readonly LabelledText[], seed: number): Example[] {
  const random = randomFrom(seed);
  const chosen = texts.filter(({ set }) => trainingSets.has(set));
  const seen = chosen.map(prepare);
  const blind = seen.filter(() => random() < blindShare).map(withoutWords);
  const full = chosen.filter(({ variant }) => variant === 'full');
  const ticker = chosen.filter(({ variant }) => variant === 'ticker');
  const mixes = [...mixPages(full, full, mixesPerPage, random), ...mixPages(ticker, full, 1, random)];
  return [
    ...seen,
    ...blind,
    ...mixes.map((mix) => prepare(withTeasers(mix, full, teaserShares.mix, random))),
  ];
}

/** The page, in a share of cases with teasers of articles of its language and fold. */
export function withTeasers(
  page: LabelledText,
  articles: readonly LabelledText[],
  share: number,
  random: () => number,
): LabelledText {
  if (random() >= share) return page;
  const others = articles.filter(
    ({ site, language }) =>
      site !== page.site && language === page.language && foldOf(site) === foldOf(page.site),
  );
  return addTeasers(page, others, random) ?? page;
}

export function prepare(source: LabelledText): Example {
  const segments = splitSegments(source.text);
  const measures = measureSegments(source.text, segments);
  const features = extractFeatures(segments, measures);
  const { labels, weights } = labelSegments(segments, measures, source.spans);
  if (source.variant === 'mix') weights.forEach((weight, i) => (weights[i] = weight * mixWeight));
  return { source, segments, measures, features, labels, weights };
}

/**
 * A segment is boilerplate when most of its labelled characters are. Weights grow with the root of the words and add up
 * to the same for every text, as pages count alike in the score.
 */
function labelSegments(segments: readonly Segment[], measures: Measures, spans: readonly LabelledSpan[]) {
  const labels = new Uint8Array(segments.length);
  const weights = new Float32Array(segments.length);
  let first = 0;
  let keptWords = 0;
  segments.forEach((segment, i) => {
    while ((spans[first]?.[1] ?? Infinity) <= segment.start) first++;
    const counts = { K: 0, D: 0, N: 0 };
    for (let s = first; s < spans.length; s++) {
      const [start, end, label] = spans[s] ?? [Infinity, 0, 'N'];
      if (start >= segment.end) break;
      counts[label] += Math.min(end, segment.end) - Math.max(start, segment.start);
    }
    labels[i] = counts.D > counts.K + counts.N ? 1 : 0;
    const isNeutral = counts.N > counts.K && counts.N >= counts.D;
    const words = measures.words[i] ?? 0;
    if (labels[i] === 0) keptWords += words;
    weights[i] = Math.sqrt(Math.min(80, 1 + words)) * (isNeutral ? neutralWeight : 1);
  });
  const scale = Math.min(3, 30 / Math.sqrt(Math.max(30, keptWords)));
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) * scale;
  return { labels, weights };
}

/** The same text as a finder sees it that has no list for its language. */
export function withoutWords(example: Example): Example {
  const { measures, segments } = example;
  const blind: Measures = {
    ...measures,
    cues: new Float32Array(measures.cues.length),
    cueBits: new Int32Array(measures.count),
    cued: new Float32Array(measures.count),
    functionWords: new Float32Array(measures.count),
  };
  return { ...example, measures: blind, features: extractFeatures(segments, blind) };
}

export function toTrainingSet(examples: readonly Example[]): TrainingSet {
  const count = examples.reduce((n, example) => n + example.labels.length, 0);
  const width = examples[0]?.features.width ?? 0;
  const set = {
    rows: new Float32Array(count * width),
    width,
    labels: new Uint8Array(count),
    weights: new Float32Array(count),
  };
  let at = 0;
  for (const { features, labels, weights } of examples) {
    set.rows.set(features.rows, at * width);
    set.labels.set(labels, at);
    set.weights.set(weights, at);
    at += labels.length;
  }
  return set;
}
