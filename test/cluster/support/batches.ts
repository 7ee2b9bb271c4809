import type { Batch } from '../../../src/core/index.ts';
import { buildAnalysis } from '../../unit/engines/analysisBuilder.ts';

/** A batch of files, the same in every call; each names one of seven organizations. */
export function batchOf(number: number, articles = 40): Batch {
  const files = Array.from({ length: articles }, (_, i) => {
    const id = `${number}/${i}.txt`;
    const name = { type: 'ORG', name: `Atelier ${(number * articles + i) % 7}` } as const;
    const analysis = buildAnalysis(id, [name, `publie l’avis ${i}.`], {
      title: `Avis ${i}`,
      date: '2011-02-03',
    });
    return { stamp: { path: id, modifiedMs: 1, size: 1 }, articles: [{ id, analysis }] };
  });
  return { files, removedPaths: [] };
}
