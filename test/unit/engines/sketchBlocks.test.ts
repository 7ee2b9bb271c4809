import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openDatabase } from '../../../src/engines/sqlite/openDatabase.ts';
import { SketchBlocks } from '../../../src/engines/sqlite/sketchBlocks.ts';
import { sketchLength } from '../../../src/engines/sqlite/sketchTable.ts';

/** Told by a number, so that a failure can be read. */
const sketchOf = (seed: number): Uint16Array =>
  Uint16Array.from({ length: sketchLength }, (_, bin) => seed * 31 + bin);

function stored(blocks: SketchBlocks): Map<number, Uint16Array> {
  const found = new Map<number, Uint16Array>();
  blocks.visit((docs, sketches) => {
    docs.forEach((doc, i) => {
      assert.ok(!found.has(doc), `${doc} is there twice`);
      found.set(doc, sketches.slice(i * sketchLength, (i + 1) * sketchLength));
    });
  });
  return found;
}

describe('the sketches of articles, in blocks', () => {
  it('are what was put in and not taken out, whatever the order', () => {
    // Articles of the first three blocks, so that blocks get full, get holes, and get empty.
    const batch = fc.array(fc.tuple(fc.nat({ max: 767 }), fc.option(fc.nat({ max: 0x7ff }))), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 5 }), (batches) => {
        const { database } = openDatabase(':memory:');
        const blocks = new SketchBlocks(database);
        const expected = new Map<number, Uint16Array>();
        for (const changes of batches) {
          const sketches = changes.map(
            ([doc, seed]) => [doc, seed === null ? undefined : sketchOf(seed)] as const,
          );
          blocks.change(new Map(sketches));
          for (const [doc, sketch] of sketches) {
            if (sketch) expected.set(doc, sketch);
            else expected.delete(doc);
          }
        }
        const found = stored(blocks);
        assert.equal(blocks.count(), expected.size);
        assert.deepEqual([...found].sort(byDoc), [...expected].sort(byDoc));
        database.close();
      }),
      { numRuns: 60 },
    );
  });
});

function byDoc([a]: readonly [number, unknown], [b]: readonly [number, unknown]): number {
  return a - b;
}
