import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findRow } from '../../../../../src/core/entities/recogniser/hash.ts';
import { labelCount } from '../../../../../src/core/entities/recogniser/labels.ts';
import { packedLength, packRows } from '../../../../../src/core/entities/recogniser/packedRows.ts';
import { loadEntityModel, writeEntityModel } from '../../../../../src/core/entities/recogniser/model.ts';

const key = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

const parts = fc.uniqueArray(key, { maxLength: 40 }).chain((featureKeys) =>
  fc.record({
    scale: fc.constantFrom(0.03, 0.5),
    languages: fc.constant(['fr', 'en']),
    featureKeys: fc.constant(Int32Array.from(featureKeys)),
    weights: fc
      .array(fc.integer({ min: -128, max: 127 }), {
        minLength: featureKeys.length * labelCount,
        maxLength: featureKeys.length * labelCount,
      })
      .map((values) => Int8Array.from(values)),
    transitions: fc
      .array(key, { minLength: labelCount ** 2, maxLength: labelCount ** 2 })
      .map((values) => Int32Array.from(values)),
    lexiconKeys: fc.constant(Int32Array.from(featureKeys.slice(0, 7))),
    lexiconBits: fc.constant(Int32Array.from(featureKeys.slice(0, 7), (_, i) => i + 1)),
  }),
);

describe('loadEntityModel', () => {
  it('reads back what was written, whatever the order of the keys', () => {
    fc.assert(
      fc.property(parts, (written) => {
        const [model] = loadEntityModel(writeEntityModel([written])).readers;
        assert.ok(model !== undefined);
        assert.ok(Math.abs(model.scale - written.scale) < 1e-6);
        assert.deepEqual(model.languages, written.languages);
        assert.deepEqual(model.transitions, written.transitions);
        written.featureKeys.forEach((feature, i) => {
          const row = findRow(model.features, feature);
          assert.deepEqual(
            model.weights.subarray(row * packedLength, (row + 1) * packedLength),
            packRows(written.weights.subarray(i * labelCount, (i + 1) * labelCount)),
          );
        });
        written.lexiconKeys.forEach((phrase, i) => {
          assert.equal(model.lexicon.bits[findRow(model.lexicon.table, phrase)], written.lexiconBits[i]);
        });
      }),
    );
  });

  it('is the same from a view into a larger buffer, as files are read', () => {
    fc.assert(
      fc.property(parts, (written) => {
        const data = writeEntityModel([written]);
        const inside = Buffer.concat([Buffer.from('xyz'), data]).subarray(3);
        assert.deepEqual(
          loadEntityModel(inside).readers[0]?.weights,
          loadEntityModel(data).readers[0]?.weights,
        );
      }),
      { numRuns: 10 },
    );
  });

  it('lets a part without lists share those of the first', () => {
    fc.assert(
      fc.property(parts, parts, (first, second) => {
        const none = new Int32Array(0);
        const data = writeEntityModel([first, { ...second, lexiconKeys: none, lexiconBits: none }]);
        const [one, two] = loadEntityModel(data).readers;
        assert.equal(two?.lexicon, one?.lexicon);
        assert.equal(two?.weights.length, (second.weights.length / labelCount) * packedLength);
      }),
      { numRuns: 20 },
    );
  });

  it('names what is wrong with other files', () => {
    const [sample] = fc.sample(parts, { numRuns: 1, seed: 1 });
    const data = writeEntityModel([sample!]);
    assert.throws(() => loadEntityModel(new Uint8Array(5)), /header; got 5 bytes/);
    assert.throws(() => loadEntityModel(new Uint8Array(400)), /not an entity model/);
    assert.throws(() => loadEntityModel(data.subarray(0, data.length - 1)), RangeError);
    assert.throws(() => loadEntityModel(Buffer.concat([data, Buffer.from([0])])), RangeError);
  });
});
