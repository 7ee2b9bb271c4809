import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { linkEntities } from '../../src/core/entities/linkEntities.ts';
import { joinAcrossCorpus, type CorpusName } from '../../src/core/entities/joinAcrossCorpus.ts';
import type { EntityType, RecognisedMention } from '../../src/core/entities/mention.ts';

const seeds = new URL('../../../shared/seeds/', import.meta.url);

interface Gold {
  readonly docs: readonly {
    readonly file: string;
    readonly lang: string;
    readonly mentions: readonly { start: number; end: number; type: string; entity: string }[];
  }[];
}

/** Precision, recall and F1 of B³ (Bagga and Baldwin 1998) over items labelled with a gold and a predicted cluster. */
function bCubed(items: readonly { gold: string; predicted: string }[]): { p: number; r: number; f1: number } {
  const count = (key: (item: { gold: string; predicted: string }) => string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
    return counts;
  };
  const [gold, predicted, both] = [
    count((i) => i.gold),
    count((i) => i.predicted),
    count((i) => `${i.gold}\n${i.predicted}`),
  ];
  let [p, r] = [0, 0];
  for (const item of items) {
    const common = both.get(`${item.gold}\n${item.predicted}`)!;
    p += common / predicted.get(item.predicted)! / items.length;
    r += common / gold.get(item.gold)! / items.length;
  }
  return { p, r, f1: (2 * p * r) / (p + r) };
}

/** The mentions of a gold article as a recogniser would deliver them. */
function asRecognised(text: string, mentions: Gold['docs'][number]['mentions']): RecognisedMention[] {
  return mentions.map(({ start, end, type }) => {
    return { start, end, type: type as EntityType, text: text.slice(start, end), confidence: 1 };
  });
}

describe('linking of the sample corpus', () => {
  interface Label {
    readonly file: string;
    readonly encoding: string;
    readonly metadata: { readonly lang: string };
    readonly mentions: Gold['docs'][number]['mentions'];
  }

  it('joins the labelled mentions across the corpus at B³ 0.97 or more, and none falsely', () => {
    const root = new URL('../../', import.meta.url);
    const lines = readFileSync(new URL('test/fixtures/sample-corpus/labels.jsonl', root), 'utf8')
      .trim()
      .split('\n');
    const names = new Map<string, { name: CorpusName; also: Map<string, number> }>();
    const items = lines.flatMap((line) => {
      const { file, encoding, metadata, mentions } = JSON.parse(line) as Label;
      const bytes = readFileSync(new URL(`sample-corpus/${file}`, root));
      const text = new TextDecoder(encoding.replace('-bom', '')).decode(bytes);
      const linked = linkEntities(text, asRecognised(text, mentions), metadata.lang);
      for (const { type, key, alsoKeys } of linked.entities) {
        const id = `${type}:${key}`;
        const known = names.get(id) ?? {
          name: { id, type, key, articles: 0, alsoKeys: [] },
          also: new Map<string, number>(),
        };
        for (const other of alsoKeys) known.also.set(other, (known.also.get(other) ?? 0) + 1);
        names.set(id, { ...known, name: { ...known.name, articles: known.name.articles + 1 } });
      }
      return linked.mentions.map(({ entity, type }, i) => {
        return { gold: mentions[i]!.entity, predicted: `${type}:${linked.entities[entity]!.key}` };
      });
    });
    const joined = joinAcrossCorpus(
      [...names.values()].map(({ name, also }) => {
        return { ...name, alsoKeys: [...also].map(([key, articles]) => ({ key, articles })) };
      }),
    );
    const { p, f1 } = bCubed(
      items.map(({ gold, predicted }) => ({ gold, predicted: joined.get(predicted) ?? predicted })),
    );
    assert.ok(f1 >= 0.97, `F1 ${f1.toFixed(4)}`);
    assert.ok(p > 0.9999, `precision ${p.toFixed(4)}`);
  });
});

describe('linking of the seeds', function () {
  before(function () {
    if (!existsSync(new URL('gold/entities.json', seeds))) this.skip();
  });

  it('joins the mentions of the gold at B³ 0.97 or more, and none falsely', () => {
    const { docs } = JSON.parse(readFileSync(new URL('gold/entities.json', seeds), 'utf8')) as Gold;
    const items = docs.flatMap(({ file, lang, mentions }) => {
      const text = readFileSync(new URL(file, seeds), 'utf8');
      const named = mentions.filter(({ type }) => ['ORG', 'PER', 'LOC'].includes(type));
      const linked = linkEntities(text, asRecognised(text, named), lang);
      return linked.mentions.map(({ entity, type }, i) => {
        return {
          gold: `${named[i]!.type} ${named[i]!.entity}`,
          predicted: `${type} ${linked.entities[entity]!.key}`,
        };
      });
    });
    const { p, f1 } = bCubed(items);
    assert.ok(f1 >= 0.97, `F1 ${f1.toFixed(4)}`);
    assert.ok(p > 0.9999, `precision ${p.toFixed(4)}`);
  });
});
