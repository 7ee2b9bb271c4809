import type { DayMonthOrder } from './dateGrammar.ts';
import type { ArticleRecord } from './record.ts';
import { findDates } from './dateGrammar.ts';
import { readingWindows } from './layout.ts';

/** What the other articles of an outlet say about where it puts its date. */
export interface SlotEvidence {
  /** How the lines look in which this outlet puts its date, most frequent first; see `skeletonOf`. */
  readonly skeletons: readonly SlotSkeleton[];
  /** Dates that stand in many of the outlet's articles and therefore are not theirs. */
  readonly repeatedDates: readonly string[];
  /** The order that the outlet's dates prove. */
  readonly order?: DayMonthOrder;
}

/** A line in which an outlet puts its dates, with signs in the place of what varies. */
export interface SlotSkeleton {
  readonly skeleton: string;
  /** Articles in which it was seen. */
  readonly articles: number;
}

/** The state of a survey as plain data. */
export interface SlotSurveyData {
  readonly groups: readonly (readonly [string, GroupData])[];
}

interface GroupData {
  readonly articles: number;
  /** Skeleton, articles, distinct dates seen in it (at most `maxDates`). */
  readonly slots: readonly (readonly [string, number, readonly string[]])[];
  readonly dates: readonly (readonly [string, number])[];
  readonly dmy: number;
  readonly mdy: number;
}

interface Slot {
  articles: number;
  readonly dates: Set<string>;
}

interface Group {
  articles: number;
  readonly slots: Map<string, Slot>;
  readonly dates: Map<string, number>;
  dmy: number;
  mdy: number;
}

/** A slot is learnt from so many articles with so many different dates. */
const minArticles = 3;
const minDates = 3;

/** Bounds on memory, per outlet. The rarest go first. */
const maxSlots = 400;
const maxRememberedDates = 2000;
const maxDates = 8;

/** Longer lines are prose. */
const maxLine = 200;

/** A date in this share of an outlet's articles belongs to the page. */
const repeatedShare = 0.5;

/**
 * Learns, over the articles of each outlet, the line in which it puts the date. Two passes: `add` every article, then ask
 * `evidenceFor` each. An article's own contribution counts as well; three are needed before anything is said.
 */
export class SlotSurvey {
  private readonly groups = new Map<string, Group>();

  static fromJSON(data: SlotSurveyData): SlotSurvey {
    const survey = new SlotSurvey();
    for (const [name, group] of data.groups) {
      survey.groups.set(name, {
        articles: group.articles,
        slots: new Map(
          group.slots.map(([key, articles, dates]) => [key, { articles, dates: new Set(dates) }]),
        ),
        dates: new Map(group.dates),
        dmy: group.dmy,
        mdy: group.mdy,
      });
    }
    return survey;
  }

  toJSON(): SlotSurveyData {
    return {
      groups: [...this.groups].map(([name, { articles, slots, dates, dmy, mdy }]) => [
        name,
        {
          articles,
          slots: [...slots].map(([key, slot]) => [key, slot.articles, [...slot.dates]] as const),
          dates: [...dates],
          dmy,
          mdy,
        },
      ]),
    };
  }

  add(group: string, record: ArticleRecord): void {
    const known = this.groupOf(group);
    known.articles += 1;
    const seen = new Set<string>();
    const values = new Set<string>();
    for (const { skeleton, value, provenOrder } of slotsOf(record.text)) {
      values.add(value);
      if (provenOrder === 'dmy') known.dmy += 1;
      if (provenOrder === 'mdy') known.mdy += 1;
      const slot = known.slots.get(skeleton) ?? { articles: 0, dates: new Set<string>() };
      if (!seen.has(skeleton)) slot.articles += 1;
      seen.add(skeleton);
      if (slot.dates.size < maxDates) slot.dates.add(value);
      known.slots.set(skeleton, slot);
    }
    for (const value of values) known.dates.set(value, (known.dates.get(value) ?? 0) + 1);
    prune(known.slots, maxSlots, (slot) => slot.articles);
    prune(known.dates, maxRememberedDates, (count) => count);
  }

  evidenceFor(group: string, record: ArticleRecord): SlotEvidence {
    const known = this.groups.get(group);
    if (!known || known.articles < minArticles) return { skeletons: [], repeatedDates: [] };
    const own = slotsOf(record.text);
    const skeletons = [...new Set(own.map(({ skeleton }) => skeleton))]
      .flatMap((skeleton) => {
        const slot = known.slots.get(skeleton);
        return slot && slot.articles >= minArticles && slot.dates.size >= minDates
          ? [{ skeleton, articles: slot.articles }]
          : [];
      })
      .sort((a, b) => b.articles - a.articles);
    const repeatedDates = [...new Set(own.map(({ value }) => value))].filter((value) => {
      const count = known.dates.get(value) ?? 0;
      return count >= minArticles && count >= known.articles * repeatedShare;
    });
    const order = orderOf(known);
    return { skeletons, repeatedDates, ...(order && { order }) };
  }

  private groupOf(name: string): Group {
    const known = this.groups.get(name);
    if (known) return known;
    const fresh: Group = { articles: 0, slots: new Map(), dates: new Map(), dmy: 0, mdy: 0 };
    this.groups.set(name, fresh);
    return fresh;
  }
}

function orderOf({ dmy, mdy }: Group): DayMonthOrder | undefined {
  if (dmy > 0 && dmy >= mdy * 20) return 'dmy';
  if (mdy > 0 && mdy >= dmy * 20) return 'mdy';
  return undefined;
}

/** Drops the rarest entries once the map is half over its bound, so that the cost is spread. */
function prune<V>(map: Map<string, V>, max: number, weight: (value: V) => number): void {
  if (map.size <= max * 1.5) return;
  const kept = [...map].sort(([, a], [, b]) => weight(b) - weight(a)).slice(0, max);
  map.clear();
  for (const [key, value] of kept) map.set(key, value);
}

interface DatedSlot {
  readonly skeleton: string;
  readonly value: string;
  readonly provenOrder?: DayMonthOrder;
}

function slotsOf(text: string): DatedSlot[] {
  const slots: DatedSlot[] = [];
  for (const window of readingWindows(text.length)) {
    for (const date of findDates(text, window.start, window.end)) {
      if (date.precision !== 'day') continue;
      const lineStart = text.lastIndexOf('\n', date.start) + 1;
      const newline = text.indexOf('\n', date.end);
      const lineEnd = newline < 0 ? text.length : newline;
      if (lineEnd - lineStart > maxLine) continue;
      const skeleton = skeletonOf(
        text.slice(lineStart, lineEnd),
        date.start - lineStart,
        date.end - lineStart,
      );
      slots.push({
        skeleton,
        value: date.value,
        ...(date.provenOrder && date.separator !== '.' && { provenOrder: date.provenOrder }),
      });
    }
  }
  return slots;
}

/**
 * What is constant in a line with a date: the date becomes `<date>` with its separators, other figures `#`, words that
 * begin with a capital (names) `A`, and the rest stays, so that lines by different authors have one skeleton.
 */
export function skeletonOf(line: string, start: number, end: number): string {
  const shape = (part: string): string =>
    part
      .replace(/\d+/g, '#')
      .replace(/(?<=\S\s+)\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*)*/gu, 'A')
      .replace(/\s+/g, ' ');
  const date = line
    .slice(start, end)
    .replace(/\p{L}+/gu, 'm')
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ');
  return `${shape(line.slice(0, start)).trimStart()}<${date}>${shape(line.slice(end)).trimEnd()}`;
}
