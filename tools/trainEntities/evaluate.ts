import { recogniseMentions } from '../../src/core/entities/recogniseMentions.ts';
import type { EntityModel } from '../../src/core/entities/recogniser/model.ts';
import type { LabelledText } from './corpus.ts';

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Exact F1 over ORG, PER and LOC, for each and for all. */
export function scoreModel(model: EntityModel, records: readonly LabelledText[]): Record<string, Score> {
  const counts: Record<string, [number, number, number]> = {};
  const count = (type: string, k: 0 | 1 | 2): void => {
    for (const name of [type, 'ALL']) (counts[name] ??= [0, 0, 0])[k]++;
  };
  for (const { text, lang, ents } of records) {
    const gold = new Set(ents.filter(([, , type]) => type !== 'MISC').map((ent) => ent.join()));
    for (const ent of gold) count(ent.split(',')[2]!, 2);
    for (const { start, end, type } of recogniseMentions(
      text,
      [{ start: 0, end: text.length }],
      lang,
      model,
    )) {
      count(type, 1);
      if (gold.has([start, end, type].join())) count(type, 0);
    }
  }
  return Object.fromEntries(
    Object.entries(counts).map(([type, [correct, found, there]]) => [
      type,
      { precision: correct / found, recall: correct / there, f1: (2 * correct) / (found + there) },
    ]),
  );
}

export function formatScores(scores: Record<string, Score>): string {
  const percent = (value: number): string => (100 * value).toFixed(1);
  return ['ALL', 'ORG', 'PER', 'LOC']
    .map((type) => {
      const score = scores[type];
      return score === undefined
        ? `${type} -`
        : `${type} ${percent(score.f1)} (${percent(score.precision)}/${percent(score.recall)})`;
    })
    .join('  ');
}
