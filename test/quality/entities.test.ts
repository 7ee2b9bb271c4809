import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { loadEntityModel, recogniseMentions } from '../../src/core/entities/recogniseMentions.ts';
import type { Span } from '../../src/core/text/span.ts';
import { checkFloors } from './floors.ts';
import { boilerplateFlags, sampleCorpus } from './sampleCorpus.ts';

/** A text with its labelled names, and the parts of it that are article. */
interface Labelled {
  readonly text: string;
  readonly language: string;
  readonly zones: readonly Span[];
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

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

/** The stretches that the labels do not call boilerplate. */
function articleZones(flags: Uint8Array): readonly Span[] {
  const zones: Span[] = [];
  let start = 0;
  for (let i = 0; i <= flags.length; i++) {
    if (i < flags.length && flags[i] === 0) continue;
    if (i > start) zones.push({ start, end: i });
    start = i + 1;
  }
  return zones;
}

function readNews(file: URL): readonly Labelled[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const { text, ents } = JSON.parse(line) as {
        text: string;
        ents: (readonly [number, number, string])[];
      };
      const mentions = ents.map(([start, end, type]) => ({ start, end, type }));
      return { text, language: 'fr', zones: [{ start: 0, end: text.length }], mentions };
    });
}

function report(name: string, records: readonly Labelled[]): void {
  const figures = measure(records);
  const shown = Object.entries(figures).map(([type, f1]) => `${type} ${(100 * f1).toFixed(1)}`);
  console.log(`    ${name}, exact F1: ${shown.join('  ')}`);
  checkFloors(`entities-${name}`, figures);
}

describe('entity recognition', function () {
  this.timeout(60_000);

  it('keeps its quality on the sample corpus', () => {
    report(
      'sample',
      sampleCorpus().map((article) => ({
        text: article.record.text,
        language: article.labels.metadata.lang,
        zones: articleZones(boilerplateFlags(article)),
        mentions: article.labels.mentions,
      })),
    );
  });

  it('keeps its quality on French news it has not learnt from', function () {
    const news = new URL('../shared/eval/entities/dev/open/winer-fr.dev.jsonl.gz', root);
    if (!existsSync(news)) {
      console.log('    the evaluation kit is not at ../shared/eval: French news not measured');
      this.skip();
    }
    report('winer-fr.dev', readNews(news));
  });
});
