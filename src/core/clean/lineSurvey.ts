import { segmentKey, splitSegments } from './segments.ts';

/** How often the segments of one text stand in other articles. Plain data. */
export interface LineRepetition {
  /** Other articles of the group (an outlet, a site) that were surveyed. */
  readonly groupArticles: number;
  /** Other articles of the whole corpus. */
  readonly corpusArticles: number;
  /** Other articles of the group that hold the segment, for each segment of `splitSegments(text)`. */
  readonly inGroup: readonly number[];
  /** The same for the whole corpus. */
  readonly inCorpus: readonly number[];
}

/** A survey as plain data, for a cache or a message. */
export interface LineSurveyData {
  readonly version: 1;
  readonly groups: readonly {
    readonly name: string;
    readonly articles: number;
    /** `segmentKey` and the number of articles that hold it, in turn. */
    readonly counts: readonly number[];
  }[];
}

interface GroupCounts {
  articles: number;
  readonly counts: Map<number, number>;
}

/** Some 60 bytes a key in a Map: half a gigabyte of body sentences would be the price of forgetting none. */
const defaultKeyLimit = 2_000_000;

/**
 * Counts in how many articles of a corpus each segment stands, by group. Case, accents, blanks and digits are folded.
 * Memory is bounded: beyond the limit, keys seen only once are forgotten, so that a count may be too low, never too
 * high.
 */
export class LineSurvey {
  private readonly groups = new Map<string, GroupCounts>();
  private readonly corpus: GroupCounts = { articles: 0, counts: new Map() };
  private readonly keyLimit: number;

  constructor(keyLimit: number = defaultKeyLimit) {
    this.keyLimit = keyLimit;
  }

  static fromJSON(data: LineSurveyData, keyLimit: number = defaultKeyLimit): LineSurvey {
    const survey = new LineSurvey(keyLimit);
    for (const { name, articles, counts } of data.groups) {
      const group = survey.group(name);
      group.articles += articles;
      survey.corpus.articles += articles;
      for (let i = 0; i + 1 < counts.length; i += 2) {
        const [key = 0, count = 0] = [counts[i], counts[i + 1]];
        change(group.counts, key, count);
        change(survey.corpus.counts, key, count);
      }
    }
    return survey;
  }

  /** Counts one article. `group` tells outlets apart; one name for all is fine. */
  add(group: string, text: string): void {
    this.count(group, text, 1);
    this.forgetRareKeys();
  }

  /** Takes an article back that was added with the same group and text. */
  remove(group: string, text: string): void {
    this.count(group, text, -1);
  }

  /** What repeats of a text. When the text itself was added to the group, its own count is taken off: others only. */
  repetitionFor(group: string, text: string, isAdded = true): LineRepetition {
    const own = isAdded ? 1 : 0;
    const groupCounts = this.groups.get(group);
    const keys = splitSegments(text).map((segment) => segmentKey(text, segment));
    const others = (counts: ReadonlyMap<number, number> | undefined): number[] =>
      keys.map((key) => Math.max(0, (counts?.get(key) ?? own) - own));
    return {
      groupArticles: Math.max(0, (groupCounts?.articles ?? own) - own),
      corpusArticles: Math.max(0, this.corpus.articles - own),
      inGroup: others(groupCounts?.counts),
      inCorpus: others(this.corpus.counts),
    };
  }

  toJSON(): LineSurveyData {
    const groups = [...this.groups].map(([name, { articles, counts }]) => ({
      name,
      articles,
      counts: [...counts].flat(),
    }));
    return { version: 1, groups };
  }

  private count(groupName: string, text: string, by: 1 | -1): void {
    const group = this.group(groupName);
    group.articles = Math.max(0, group.articles + by);
    this.corpus.articles = Math.max(0, this.corpus.articles + by);
    const keys = new Set(splitSegments(text).map((segment) => segmentKey(text, segment)));
    for (const key of keys) {
      change(group.counts, key, by);
      change(this.corpus.counts, key, by);
    }
  }

  private group(name: string): GroupCounts {
    let group = this.groups.get(name);
    if (group === undefined) {
      group = { articles: 0, counts: new Map() };
      this.groups.set(name, group);
    }
    return group;
  }

  private forgetRareKeys(): void {
    if (this.corpus.counts.size <= this.keyLimit) return;
    // Raise the bar until half of the room is free; body sentences, seen once, are nearly all of the keys.
    for (let rare = 1; this.corpus.counts.size > this.keyLimit / 2; rare++) {
      for (const [key, count] of this.corpus.counts) {
        if (count > rare) continue;
        this.corpus.counts.delete(key);
        for (const group of this.groups.values()) group.counts.delete(key);
      }
    }
  }
}

function change(counts: Map<number, number>, key: number, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
