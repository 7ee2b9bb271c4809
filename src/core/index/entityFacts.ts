import type { EntityFact } from './entityCard.ts';
import { foldText } from './searchTokens.ts';
import { compareCodePoints } from './textOrder.ts';

/** A fact with what it is ranked by. */
export interface RankedFact {
  readonly fact: EntityFact;
  readonly score: number;
}

/** Candidates that are looked at; beyond them facts only repeat each other. */
export const factCandidates = 200;
/** Facts a card keeps. */
const factLimit = 20;

/** Best score first, then the newest, then by place: a total order, so that every engine gives the same card. */
export function byFactRank(a: RankedFact, b: RankedFact): number {
  return (
    b.score - a.score ||
    compareCodePoints(b.fact.date ?? '', a.fact.date ?? '') ||
    compareCodePoints(a.fact.article, b.fact.article) ||
    a.fact.start - b.fact.start ||
    compareCodePoints(a.fact.kind, b.fact.kind) ||
    compareCodePoints(a.fact.value, b.fact.value)
  );
}

/** The facts a card shows, of candidates in `byFactRank` order: what re-published articles say again is left out. */
export class CardFacts {
  readonly shown: EntityFact[] = [];
  private readonly said = new Set<string>();

  /** No other candidate is looked at. */
  get isFull(): boolean {
    return this.shown.length === factLimit;
  }

  add(fact: EntityFact): void {
    const said = `${fact.kind}\n${foldText(fact.value)}\n${fact.other?.id ?? ''}`;
    if (this.isFull || this.said.has(said)) return;
    this.said.add(said);
    this.shown.push(fact);
  }
}

export function distinctFacts(candidates: readonly RankedFact[]): readonly EntityFact[] {
  const facts = new CardFacts();
  for (const { fact } of candidates.slice(0, factCandidates)) {
    facts.add(fact);
    if (facts.isFull) break;
  }
  return facts.shown;
}
