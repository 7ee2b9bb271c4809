import { isProse } from './prose.ts';
import type { LineRepetition } from './lineSurvey.ts';
import type { Measures } from './measures.ts';
import { bestRun } from './proseRun.ts';
import type { Run } from './proseRun.ts';

/** Fewer other articles prove nothing by themselves: the next day's follow-up quotes the same words. */
export const leastRepeats = 3;

/** In the article's own run a line must repeat in so many articles, and in this share of its outlet's. */
const leastRepeatsInRun = 5;
const leastShareInRun = 0.08;

/** When this share of the article's run stands elsewhere too, the article was published again, and nothing is proved. */
const republishedShare = 0.3;

/** Outside of the run, a headline that one or two other pages show as well. */
const onceOdds = 1;
const twiceOdds = 1.5;

/** A line of this share of the outlet's pages is part of their layout: below it comes the page's tail. */
const layoutShare = 0.3;
const tailOdds = 2.5;
/**
 * So many such lines in a row end an article of so many words: buttons, then comments or further articles, with words
 * like its own.
 */
const leastWall = 3;
const leastAboveWall = 120;
const wallOdds = 4;
/** Only what is so surely of an article counts for its words: of a long list of teasers some stay by mistake. */
const mostAboveWall = -1.5;

/** New lines of a list whose other lines are known from other pages: so many neighbours each way tell. */
const listReach = 8;
const leastListShare = 0.5;
const listOdds = 4;
/** Unless the line reads so much like the article that the place alone does not count. */
const leastListed = -1;
/** The title stands right above the run: below the lists of many a page, and named by those of other pages. */
const titleReach = 3;

/**
 * Adds to the log-odds what the corpus says: a segment that stands in other articles of its outlet is rarely of this
 * one, nor is what stands below the article amid such segments. Inside the article's run a segment must repeat often,
 * and where the run itself stands elsewhere, nothing counts for it.
 */
export function repetitionOdds(measures: Measures, repetition: LineRepetition, odds: Float32Array): void {
  const before = odds.slice();
  raiseRepeated(measures, repetition, odds);
  keepWhatIsAll(measures, before, odds);
}

/** So sure is what was learned that a segment is of the article. */
const sureOdds = -2;

/**
 * A text all of whose sentences stand in others as well was published again, or its author writes alike: that takes no text
 * away as a whole. What was surely of the article stays then.
 */
function keepWhatIsAll(measures: Measures, before: Float32Array, odds: Float32Array): void {
  const isLeft = (i: number): boolean => odds[i]! <= 0;
  const wasSure = (i: number): boolean => before[i]! <= sureOdds;
  const segments = Array.from(odds.keys());
  const prose = segments.filter((i) => isProse(measures, i));
  if ((prose.some(wasSure) ? prose : segments).some(isLeft)) return;
  for (const i of segments) if (wasSure(i)) odds[i] = before[i]!;
}

function raiseRepeated(measures: Measures, repetition: LineRepetition, odds: Float32Array): void {
  const { count } = measures;
  const repeats = Float32Array.from({ length: count }, (_, i) =>
    Math.max(outletRepeats(repetition, i), (repetition.inCorpus[i] ?? 0) / 2),
  );
  const prose = bestRun((i) => proseWords(measures, i) - prosePrice, count);
  const isRepublished = repeatedShare(measures, repeats, prose) > republishedShare;
  const run = isRepublished ? prose : articleRun(measures, repetition, repeats, odds);
  for (let i = 0; i < count; i++) {
    const times = repeats[i] ?? 0;
    const isInRun = i > run.first && i < run.last;
    if (times >= leastRepeats) {
      const isOften = times >= leastRepeatsInRun && times >= repetition.groupArticles * leastShareInRun;
      const most = !isInRun ? 6 : isRepublished ? 0 : isOften ? 3 : 1;
      raise(odds, i, Math.min(most, 2 + Math.log2(times / leastRepeats + 1)));
    } else if (times >= 1 && !isInRun && !isTitlePlace(run, i) && !isRepublished) {
      raise(odds, i, times >= 2 ? twiceOdds : onceOdds);
    }
  }
  if (isRepublished || !showsLayout(repetition)) return;
  raiseTail(repetition, repeats, run, odds);
  raiseBelowWall(measures, repetition, repeats, odds);
  raiseLists(repeats, run, odds);
}

/** In how many of the outlet's articles a segment stands. Where there are fewer than prove something, all of them do. */
export function outletRepeats(
  { groupArticles, inGroup }: Pick<LineRepetition, 'groupArticles' | 'inGroup'>,
  i: number,
): number {
  const times = inGroup[i] ?? 0;
  return groupArticles >= leastRepeats ? times : (times * leastRepeats) / Math.max(1, groupArticles);
}

/** Whether another page of the outlet was seen: a single one shows most of what all of them have. */
export function showsLayout(repetition: LineRepetition): boolean {
  return repetition.groupArticles > 0;
}

/** The price of a segment in words, when a run of prose is sought. */
const prosePrice = 14;

/**
 * The same for the article's run: paragraphs may be short. A line of the layout costs much more, so that long comments,
 * each between two such lines, are not taken for the article.
 */
const ownPrice = 7;
const layoutPrice = 40;

function proseWords(measures: Measures, i: number): number {
  return isProse(measures, i) ? Math.min(measures.words[i] ?? 0, 120) : 0;
}

/** So many of the outlet's pages hold a line of its layout. */
function leastOfLayout({ groupArticles }: LineRepetition): number {
  return Math.max(leastRepeats, groupArticles * layoutShare);
}

/** The article's run: prose that the trees would keep and that is not on many of the outlet's pages. */
function articleRun(
  measures: Measures,
  repetition: LineRepetition,
  repeats: Float32Array,
  odds: Float32Array,
): Run {
  const most = Math.max(leastRepeats, repetition.groupArticles * 0.1);
  const ofLayout = leastOfLayout(repetition);
  return bestRun((i) => {
    const times = repeats[i] ?? 0;
    const kept = times >= most ? 0 : 1 / (1 + Math.exp(odds[i] ?? 0));
    return proseWords(measures, i) * kept - (times >= ofLayout ? layoutPrice : ownPrice);
  }, measures.count);
}

/** What stands below the article and below a line of the layout. */
function raiseTail(repetition: LineRepetition, repeats: Float32Array, run: Run, odds: Float32Array): void {
  const least = leastOfLayout(repetition);
  let isTail = false;
  for (let i = run.last + 1; i < odds.length; i++) {
    if ((repeats[i] ?? 0) >= least) isTail = true;
    else if (isTail) raise(odds, i, tailOdds);
  }
}

/** What stands below several lines of the layout in a row, when enough of the article stands above. */
function raiseBelowWall(
  measures: Measures,
  repetition: LineRepetition,
  repeats: Float32Array,
  odds: Float32Array,
): void {
  const least = leastOfLayout(repetition);
  let wall = 0;
  let above = 0;
  for (let i = 0; i < odds.length; i++) {
    const words = measures.words[i] ?? 0;
    const isWall = wall >= leastWall && above >= leastAboveWall;
    if ((repeats[i] ?? 0) >= least) wall++;
    else if (isWall) raise(odds, i, wallOdds);
    // A word or two between such lines do not end them: the name of a section, a number.
    else if (words >= 3) {
      wall = 0;
      if (isProse(measures, i) && odds[i]! <= mostAboveWall) above += words;
    }
  }
}

/** New lines outside of the run most of whose neighbours, above as well as below, stand in other articles. */
function raiseLists(repeats: Float32Array, run: Run, odds: Float32Array): void {
  const isOutside = (i: number): boolean => i >= 0 && i < odds.length && (i < run.first || i > run.last);
  const shareBeside = (i: number, step: 1 | -1): number => {
    let repeated = 0;
    let seen = 0;
    for (let j = i + step; seen < listReach && isOutside(j); j += step, seen++) {
      if ((repeats[j] ?? 0) >= 1) repeated++;
    }
    return repeated / Math.max(1, seen);
  };
  for (let i = 0; i < odds.length; i++) {
    const isArticleLike = (odds[i] ?? 0) < leastListed || isTitlePlace(run, i);
    if (!isOutside(i) || isArticleLike || (repeats[i] ?? 0) >= leastRepeats) continue;
    const share = Math.min(shareBeside(i, -1), shareBeside(i, 1));
    if (share >= leastListShare) raise(odds, i, listOdds * share);
  }
}

function isTitlePlace(run: Run, i: number): boolean {
  return i < run.first && i >= run.first - titleReach;
}

function raise(odds: Float32Array, i: number, by: number): void {
  odds[i] = (odds[i] ?? 0) + by;
}

/** Share of the words of the article's run that stand in other articles. */
function repeatedShare(measures: Measures, repeats: Float32Array, run: Run): number {
  let words = 0;
  let repeated = 0;
  for (let i = run.first; i <= run.last; i++) {
    if (!isProse(measures, i)) continue;
    words += measures.words[i] ?? 0;
    if ((repeats[i] ?? 0) >= leastRepeats) repeated += measures.words[i] ?? 0;
  }
  return repeated / Math.max(1, words);
}
