import type { LabelledSpan, LabelledText } from './labelledPages.ts';

/** What one list of teasers looks like: all of its items are made alike, as a page's template makes them. */
interface Layout {
  readonly hasHeadline: boolean;
  readonly hasLead: boolean;
  readonly isOneLine: boolean;
  readonly hasStop: boolean;
  readonly time: 'none' | 'above' | 'below' | 'before';
  readonly gap: string;
  /** Words of a lead at most. */
  readonly most: number;
}

const leads = { least: 6, shortest: 9, longest: 45 };
const headlineWords = { least: 4, most: 22 };
/** Items of a list: most lists are short, some go on for pages. */
const items = { least: 3, most: 36 };
/** A list stands below the article more often than above it. */
const belowShare = 0.7;
const mostLists = 3;

/**
 * The page with lists of teasers added above or below its article: headlines and first sentences of other articles, which
 * read like prose and are not of this one. Pages of a few hundred sites show few kinds of such lists, and a list told
 * by its site's habits is not told on another. Undefined where page or others have no article.
 */
export function addTeasers(
  page: LabelledText,
  others: readonly LabelledText[],
  random: () => number,
): LabelledText | undefined {
  const first = page.spans.find(([, , label]) => label === 'K')?.[0];
  const last = page.spans.filter(([, , label]) => label === 'K').at(-1)?.[1];
  const pool = others.filter(({ page: id }) => id !== page.page);
  if (first === undefined || last === undefined || pool.length < 3) return undefined;
  let result = page;
  const lists = 1 + Math.floor(random() * mostLists);
  for (let k = 0; k < lists; k++) {
    const layout = drawLayout(random);
    const wanted = items.least + Math.floor(random() ** 2 * (items.most - items.least));
    const list: string[] = [];
    for (let tries = 0; list.length < wanted && tries < wanted * 2; tries++) {
      const item = makeItem(pool[Math.floor(random() * pool.length)], layout, random);
      if (item !== undefined) list.push(item);
    }
    if (list.length < items.least) continue;
    const shift = result.text.length - page.text.length;
    const isBelow = random() < belowShare;
    const places = isBelow
      ? lineEnds(result.text, last + (k === 0 ? 0 : shift), result.text.length)
      : lineEnds(result.text, 0, first);
    const at = isBelow && random() < 0.4 ? places[0] : places[Math.floor(random() * places.length)];
    if (at !== undefined && !isInArticle(result, at)) result = insert(result, at, list.join(layout.gap));
  }
  return result === page ? undefined : result;
}

function drawLayout(random: () => number): Layout {
  const form = random();
  const hasHeadline = form < 0.8;
  const time = random();
  return {
    hasHeadline,
    hasLead: !hasHeadline || form < 0.5,
    isOneLine: random() < 0.35,
    hasStop: random() < 0.6,
    time: time < 0.6 ? 'none' : time < 0.75 ? 'above' : time < 0.9 ? 'below' : 'before',
    gap: random() < 0.4 ? '\n' : '\n\n',
    most: leads.shortest + Math.floor(random() * (leads.longest - leads.shortest)),
  };
}

function makeItem(
  source: LabelledText | undefined,
  layout: Layout,
  random: () => number,
): string | undefined {
  if (source === undefined) return undefined;
  const { text, spans } = source;
  const wordsOf = ([start, end]: LabelledSpan): string[] =>
    text.slice(start, end).split(/\s+/u).filter(Boolean);
  const paragraphs = spans.filter(([, , label]) => label === 'K');
  const span = paragraphs[Math.floor(random() * Math.min(paragraphs.length, 12))];
  if (span === undefined) return undefined;
  const lines = text
    .slice(span[0], span[1])
    .split('\n')
    .filter((line) => line.trim() !== '');
  const line = lines[Math.floor(random() * lines.length)] ?? '';
  const sentence = /^.*?[.!?…](?=\s|$)/u.exec(line.trim())?.[0] ?? line.trim();
  const words = sentence.split(/\s+/u);
  const titles = spans
    .filter(([, , label]) => label === 'N')
    .map(wordsOf)
    .filter(({ length }) => length >= headlineWords.least && length <= headlineWords.most);
  const title = titles[Math.floor(random() * Math.min(2, titles.length))];
  const headline = title ?? words.slice(0, headlineWords.least + Math.floor(random() * 10));
  if (layout.hasLead && words.length < leads.least) return undefined;
  const parts: string[] = [];
  const time = drawTime(random);
  if (layout.hasHeadline) parts.push(withoutStop(headline.join(' ')));
  if (layout.hasLead) {
    const isCut = words.length > layout.most;
    const lead = words.slice(0, layout.most).join(' ');
    parts.push(isCut ? lead + (layout.hasStop ? '...' : '') : layout.hasStop ? lead : withoutStop(lead));
  }
  const body = parts.join(layout.isOneLine ? ' ' : '\n');
  if (layout.time === 'before') return `${time} ${body}`;
  return layout.time === 'above' ? `${time}\n${body}` : layout.time === 'below' ? `${body}\n${time}` : body;
}

/** A time or a day in digits, which no language is needed for. */
function drawTime(random: () => number): string {
  const digits = (most: number): string => String(1 + Math.floor(random() * most)).padStart(2, '0');
  if (random() < 0.5) return `${digits(23)}:${digits(59)}`;
  return random() < 0.5 ? `${digits(28)}/${digits(12)}` : `${digits(28)}.${digits(12)}.20${digits(25)}`;
}

const withoutStop = (words: string): string => words.replace(/[.…]+$/u, '');

function lineEnds(text: string, from: number, to: number): number[] {
  const ends: number[] = [];
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) ends.push(at);
  return ends.length > 0 ? ends : to === text.length ? [to] : [];
}

/** Whether a place lies between two spans of the article: a list there would be in its middle. */
function isInArticle({ spans }: LabelledText, at: number): boolean {
  return spans.some(([start, end, label]) => label !== 'D' && start < at && at < end);
}

function insert(page: LabelledText, at: number, list: string): LabelledText {
  const added = `\n${list}\n`;
  const by = added.length;
  const before = page.spans.filter(([, end]) => end <= at);
  const after = page.spans.filter(([start]) => start >= at);
  const across = page.spans.filter(([start, end]) => start < at && end > at);
  return {
    ...page,
    text: page.text.slice(0, at) + added + page.text.slice(at),
    spans: [
      ...before,
      ...across.map(([start, , label]): LabelledSpan => [start, at, label]),
      [at + 1, at + by - 1, 'D'],
      ...across.map(([, end, label]): LabelledSpan => [at + by, end + by, label]),
      ...after.map(([start, end, label]): LabelledSpan => [start + by, end + by, label]),
    ],
  };
}
