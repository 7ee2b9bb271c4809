import assert from 'node:assert/strict';
import type { EntityCard } from '../../../src/core/index.ts';
import { MemoryIndex } from '../../../src/engines/memory/memoryIndex.ts';
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { buildAnalysis, type Piece } from './analysisBuilder.ts';

const short: Piece = { type: 'ORG', name: 'BLV' };
const long: Piece = { type: 'ORG', name: 'Bureau local des vignes', also: 'blv' };

/** Articles that say something of one of an entity's two names, of which `distinct` things are said over and over. */
function articlesSaying(distinct: number) {
  return Array.from({ length: 400 }, (_, i) => {
    const id = `${(i * 271) % 1009}.txt`;
    const described = { description: `phrase ${(i * i) % distinct}`, date: `2011-03-${10 + (i % 19)}` };
    const pieces = i % 3 === 0 ? [short, 'ouvre.'] : [long, 'ouvre.'];
    const analysis = buildAnalysis(id, pieces, described);
    return { stamp: { path: id, modifiedMs: 1, size: 1 }, articles: [{ id, analysis }] };
  });
}

describe('a card of an entity of which hundreds of facts are known', () => {
  const stored = openSqliteIndex(':memory:').index;
  const naive = new MemoryIndex();
  after(() => stored.close());

  for (const distinct of [4, 23, 211]) {
    it(`shows those that the oracle shows, of ${distinct} that are told apart`, async () => {
      const cards: (EntityCard | undefined)[] = [];
      for (const index of [stored, naive]) {
        await index.apply({ files: articlesSaying(distinct), removedPaths: [] });
        const { items } = await index.facet({}, 'ORG', { limit: 1 });
        cards.push(
          await index.entity(items[0]!.value),
          await index.entity(items[0]!.value, { from: '2011-03-20' }),
        );
      }
      const [card, narrowed, ...expected] = cards;
      assert.deepEqual([card, narrowed], expected);
      assert.ok(card!.facts.length >= Math.min(distinct, 10) - 2 && card!.aliases.length === 1);
    });
  }
});
