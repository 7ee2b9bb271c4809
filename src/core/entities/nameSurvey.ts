import { isSureMention } from '../index/sureMentions.ts';
import { eachToken, tokenize } from '../text/tokens.ts';
import type { EntityType, RecognisedMention } from './mention.ts';
import type { EntityPriors } from './recogniser/priors.ts';

/** Articles that name it, one that asks among them. */
const leastArticles = 3;
/** Of all articles that name it: `Orange` is an operator here and a town there, and so settles nothing. */
const leastShare = 0.95;

/** In how many articles a name stands as each type. */
export type TypeVotes = Readonly<Partial<Record<EntityType, number>>>;

/** By the name as it is written. Serializable. */
export type NameVotes = Readonly<Record<string, TypeVotes>>;

/**
 * What the articles of a corpus take names for: a name that is an organization in forty articles is one in the forty-first.
 * Readings in doubt are not counted.
 */
export class NameSurvey {
  private readonly votes = new Map<string, Partial<Record<EntityType, number>>>();
  /** The names by their first token. */
  private readonly byFirst = new Map<string, string[]>();
  /** The code units that they begin with: most words of a text begin with others. */
  private readonly firstUnits = new Set<number>();

  /** Adds what one article names. */
  add(mentions: readonly RecognisedMention[]): void {
    const seen = new Set<string>();
    for (const mention of mentions) {
      const { type, text } = mention;
      if (!isSureMention(mention) || seen.has(`${type} ${text}`)) continue;
      seen.add(`${type} ${text}`);
      this.count(text, type, 1);
    }
  }

  /** Adds articles that name something so. */
  count(name: string, type: EntityType, articles: number): void {
    let votes = this.votes.get(name);
    if (votes === undefined) {
      votes = {};
      this.votes.set(name, votes);
      const first = firstToken(name);
      this.firstUnits.add(first.charCodeAt(0));
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), name]);
    }
    votes[type] = (votes[type] ?? 0) + articles;
  }

  /** What is known of the names that stand in a text; undefined when there is nothing to say. */
  votesIn(text: string): NameVotes | undefined {
    if (this.votes.size === 0) return undefined;
    const found: Record<string, TypeVotes> = {};
    eachToken(text, (start, end) => {
      if (!this.firstUnits.has(text.charCodeAt(start))) return;
      for (const name of this.byFirst.get(text.slice(start, end)) ?? []) {
        if (!text.startsWith(name, start)) continue;
        const votes = this.votes.get(name)!;
        if (isSettled(votes)) found[name] = votes;
      }
    });
    return Object.keys(found).length === 0 ? undefined : found;
  }
}

/** Enough to settle what a name is, where the article is not sure of another reading. */
const outletVotes: TypeVotes = { ORG: 4 };

/** For the recogniser: what the corpus settles, and that whoever published the article (`outlet`) is an organization. */
export function priorsOf(votes: NameVotes | undefined, outlet?: string): EntityPriors | undefined {
  if (votes === undefined && outlet === undefined) return undefined;
  return {
    votes: (surface) => {
      if (votes !== undefined && Object.hasOwn(votes, surface)) return votes[surface];
      return surface === outlet ? outletVotes : undefined;
    },
  };
}

function isSettled(votes: TypeVotes): boolean {
  const counts = Object.values(votes);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total >= leastArticles && Math.max(...counts) >= leastShare * total;
}

function firstToken(name: string): string {
  return tokenize(name)[0]?.text ?? name;
}
