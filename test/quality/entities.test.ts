import { existsSync, readFileSync } from 'node:fs';
import { loadEntityModel, recogniseMentions } from '../../src/core/entities/recogniseMentions.ts';
import { checkFloors } from './floors.ts';
import { news, readNews, sampleRecords, type Labelled } from './labelledNames.ts';

const root = new URL('../../', import.meta.url);
const types: readonly string[] = ['ORG', 'PER', 'LOC'];

/** Exact F1 of spans with their type, over all and by type; other types are neither asked for nor held against. */
function measure(records: readonly Labelled[]): Record<string, number> {
  const model = loadEntityModel(readFileSync(new URL('models/entities.bin', root)));
  const counts: Record<string, { found: number; there: number; both: number }> = {};
  const count = (type: string, kind: 'found' | 'there' | 'both'): void => {
    for (const key of ['ALL', type]) (counts[key] ??= { found: 0, there: 0, both: 0 })[kind]++;
  };
  for (const { text, language, zones, mentions } of records) {
    const scored = mentions.filter(({ type }) => types.includes(type));
    const labelled = new Set(scored.map(keyOf));
    for (const { type } of scored) count(type, 'there');
    for (const mention of recogniseMentions(text, zones, language, model)) {
      count(mention.type, 'found');
      if (labelled.has(keyOf(mention))) count(mention.type, 'both');
    }
  }
  return Object.fromEntries(
    Object.entries(counts).map(([type, { found, there, both }]) => [type, (2 * both) / (found + there)]),
  );
}

const keyOf = ({ start, end, type }: { start: number; end: number; type: string }): string =>
  `${start} ${end} ${type}`;

function report(name: string, records: readonly Labelled[]): void {
  const figures = measure(records);
  const shown = Object.entries(figures).map(([type, f1]) => `${type} ${(100 * f1).toFixed(1)}`);
  console.log(`    ${name}, exact F1: ${shown.join('  ')}`);
  checkFloors(`entities-${name}`, figures);
}

describe('entity recognition', function () {
  this.timeout(60_000);

  it('keeps its quality on the sample corpus', () => {
    report('sample', sampleRecords());
  });

  it('keeps its quality on French news it has not learnt from', function () {
    if (!existsSync(news)) {
      console.log('    the evaluation kit is not at ../shared/eval: French news not measured');
      this.skip();
    }
    report('winer-fr.dev', readNews());
  });
});
