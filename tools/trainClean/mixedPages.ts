import { createHash } from 'node:crypto';
import type { LabelledSpan, LabelledText } from './labelledPages.ts';

/** Sites are parted into so many folds: a model is measured on the sites of one after training on the others. */
export const foldCount = 4;

/** The fold of a site: always the same, whatever else is in the set. */
export function foldOf(site: string): number {
  return parseInt(createHash('sha1').update(site).digest('hex').slice(0, 8), 16) % foldCount;
}

/**
 * New pages out of old ones: the article of one page in the frame (menus, lists, comments) of another of the same
 * language. A few hundred pages show few pairs of the two, and trees learn pairs by heart. Both are of the same fold,
 * so that a measure by folds stays honest.
 */
export function mixPages(
  frames: readonly LabelledText[],
  articles: readonly LabelledText[],
  mixesPerFrame: number,
  random: () => number,
): LabelledText[] {
  const pools = new Map<string, LabelledText[]>();
  const poolOf = ({ site, language }: LabelledText): string => `${language} ${foldOf(site)}`;
  for (const article of articles)
    pools.set(poolOf(article), [...(pools.get(poolOf(article)) ?? []), article]);
  return frames.flatMap((frame) => {
    const pool = (pools.get(poolOf(frame)) ?? []).filter(({ page }) => page !== frame.page);
    const mixed: LabelledText[] = [];
    for (let k = 0; k < mixesPerFrame && pool.length > 0; k++) {
      const article = pool[Math.floor(random() * pool.length)];
      const mix = article && mixTwo(article, frame);
      if (mix) mixed.push(mix);
    }
    return mixed;
  });
}

/** What stands around the article of the frame is boilerplate here, its captions and bylines too. */
function mixTwo(article: LabelledText, frame: LabelledText): LabelledText | undefined {
  const inner = coreOf(article);
  const outer = coreOf(frame);
  if (inner === undefined || outer === undefined) return undefined;
  const [from, to] = inner;
  const [head, tail] = outer;
  const move = ([start, end, label]: LabelledSpan, by: number): LabelledSpan => [start + by, end + by, label];
  const strange = ([start, end, label]: LabelledSpan): LabelledSpan => [
    start,
    end,
    label === 'N' ? 'D' : label,
  ];
  return {
    ...article,
    page: `${article.page} in ${frame.page}`,
    variant: 'mix',
    text: frame.text.slice(0, head) + article.text.slice(from, to) + frame.text.slice(tail),
    spans: [
      ...frame.spans.filter((span) => span[1] <= head).map(strange),
      ...article.spans
        .filter((span) => span[0] >= from && span[1] <= to)
        .map((span) => move(span, head - from)),
      ...frame.spans
        .filter((span) => span[0] >= tail)
        .map((span) => move(strange(span), head + to - from - tail)),
    ],
  };
}

/** A title or byline above the article belongs to it when at most so much else stands between. */
const headReach = 300;
/** Less of an article is none; with more boilerplate inside than this share, the labels are doubtful. */
const leastArticle = 300;
const mostInside = 0.6;

/** From the title, byline or first paragraph to the last paragraph and its captions. */
function coreOf({ spans }: LabelledText): readonly [start: number, end: number] | undefined {
  const labels = spans.map(([, , label]) => label);
  const first = labels.indexOf('K');
  const last = labels.lastIndexOf('K');
  const inside = spans.slice(first, last + 1);
  const sizeOf = (label: string): number =>
    inside.reduce((sum, span) => sum + (span[2] === label ? span[1] - span[0] : 0), 0);
  if (first < 0 || sizeOf('K') < leastArticle || sizeOf('D') > sizeOf('K') * mostInside) return undefined;
  let from = first;
  for (let i = first - 1, other = 0; i >= 0 && other < headReach; i--) {
    const [start, end, label] = spans[i] ?? [0, 0, 'D'];
    if (label === 'N') from = i;
    other = label === 'N' ? 0 : other + end - start;
  }
  let to = last;
  while (spans[to + 1]?.[2] === 'N') to++;
  return [spans[from]?.[0] ?? 0, spans[to]?.[1] ?? 0];
}
