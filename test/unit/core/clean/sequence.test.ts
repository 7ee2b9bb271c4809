import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { CleanModelData } from '../../../../src/core/clean/cleanModel.ts';
import { extractFeatures } from '../../../../src/core/clean/features.ts';
import { measureSegments } from '../../../../src/core/clean/measures.ts';
import { splitSegments } from '../../../../src/core/clean/segments.ts';
import { gate, sequenceOdds, squash } from '../../../../src/core/clean/sequence.ts';
import { forEachWord, inputWidth, writeInputs } from '../../../../src/core/clean/sequenceInputs.ts';
import { decodeBase64, loadSequence } from '../../../../src/core/clean/sequenceModel.ts';
import type { SequenceData, SequenceTable } from '../../../../src/core/clean/sequenceModel.ts';
import { addProduct } from '../../../../src/core/clean/sequenceProduct.ts';
import { shippedModelFile } from './shippedModel.ts';

const page = [
  'Home | News | Sport',
  'Share on Facebook',
  '',
  'The harbour of Brestova reopens after the storm',
  'Fishing boats left the harbour on Tuesday for the first time in nine days, the port authority said.',
  'Waves of seven metres had broken part of the northern pier, and two trawlers had sunk at their moorings.',
  'The repairs will take until the spring, according to the mayor, who asked the state for help.',
  '',
  'Read also',
  'Ten islands to see this summer',
  'Subscribe to our newsletter',
].join('\n');

function shippedData(): SequenceData {
  const data = JSON.parse(readFileSync(shippedModelFile, 'utf8')) as CleanModelData;
  assert.ok(data.sequence);
  return data.sequence;
}

function oddsOf(data: SequenceData, text: string): Float64Array {
  const segments = splitSegments(text);
  const measures = measureSegments(text, segments);
  return sequenceOdds(loadSequence(data), measures, extractFeatures(segments, measures));
}

describe('the network over the segments', () => {
  const data = shippedData();

  it('tells the paragraphs of an article from the page around them', () => {
    const odds = oddsOf(data, page);
    const paragraphs = [...odds].slice(5, 8);
    assert.ok(Math.max(...paragraphs) < 0, paragraphs.join());
    assert.ok((odds[3] ?? 0) > 0 && (odds.at(-1) ?? 0) > 0, odds.join());
  });

  it('reads a line by what stands below it too', () => {
    const above = page.split('\n').slice(0, 5).join('\n');
    assert.notEqual(oddsOf(data, page)[4], oddsOf(data, above)[4]);
  });

  it('gives finite numbers for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 30 }), (lines) => {
        assert.ok(oddsOf(data, lines.join('\n')).every(Number.isFinite));
      }),
      { numRuns: 40 },
    );
  });
});

describe('loadSequence', () => {
  const data = shippedData();
  const without = (name: SequenceTable): SequenceData => {
    const tables = Object.fromEntries(Object.entries(data.tables).filter(([key]) => key !== name));
    return { ...data, tables: tables as SequenceData['tables'] };
  };

  it('refuses tables that are missing or do not fit, with the reason', () => {
    assert.throws(() => loadSequence(without('head')), /no table head/u);
    const { head, page: pageTable } = data.tables;
    assert.throws(() => loadSequence({ ...data, tables: { ...data.tables, page: head } }), /table page/u);
    const short = { ...pageTable, bytes: pageTable.bytes.slice(4) };
    assert.throws(() => loadSequence({ ...data, tables: { ...data.tables, page: short } }), /table page/u);
    assert.throws(() => loadSequence({ ...data, scales: data.scales.slice(1) }), /other columns/u);
    assert.throws(
      () => loadSequence({ ...data, tables: { ...data.tables, headBias: data.tables.pageBias } }),
      /fit/u,
    );
  });

  it('reads base64 as it was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        assert.deepEqual([...decodeBase64(Buffer.from(bytes).toString('base64'))], [...bytes]);
      }),
    );
  });
});

describe('the inputs of the network', () => {
  const wordsOf = (text: string): number[] => {
    const measures = measureSegments(text, splitSegments(text));
    const words: number[] = [];
    forEachWord(measures, 0, (hash) => words.push(hash));
    return words;
  };

  it('are the words, the first as such, the first two, and a short line as a whole', () => {
    assert.equal(wordsOf('Share').length, 2);
    assert.equal(wordsOf('Share this').length, 2 + 3);
    assert.equal(wordsOf('one two three four five six seven').length, 7 + 2);
    assert.deepEqual(wordsOf('SHARE THIS'), wordsOf('share this'));
    assert.notEqual(wordsOf('share this').at(-1), wordsOf('this share').at(-1));
  });

  it('are of a long paragraph only its beginning', () => {
    const long = Array.from({ length: 200 }, (_, i) => `word${i}`).join(' ');
    assert.equal(wordsOf(long).length, 32 + 2);
  });

  it('lie between -1 and 1', () => {
    const segments = splitSegments(page);
    const measures = measureSegments(page, segments);
    const features = extractFeatures(segments, measures);
    const row = new Float64Array(inputWidth);
    const scales = new Float64Array(inputWidth).fill(0.5);
    segments.forEach((_, i) => {
      row.fill(0);
      writeInputs(features, measures, scales, i, row, 0);
      assert.ok(row.every((value) => Math.abs(value) <= 1));
    });
  });
});

describe('the arithmetic of the network', () => {
  it('multiplies matrices of any size', () => {
    const size = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(
        size,
        size,
        size,
        fc.infiniteStream(fc.integer({ min: -9, max: 9 })),
        (n, k, m, numbers) => {
          const draw = (count: number): Float64Array =>
            Float64Array.from({ length: count }, () => numbers.next().value as number);
          const [rows, weights, sums] = [draw(n * k), draw(k * m), draw(n * m)];
          const expected = sums.map((sum, at) => {
            const [i, j] = [Math.floor(at / m), at % m];
            for (let p = 0; p < k; p++) sum += rows[i * k + p]! * weights[p * m + j]!;
            return sum;
          });
          addProduct(rows, n, k, weights, m, sums);
          assert.deepEqual(sums, expected);
        },
      ),
    );
  });

  it('squashes evenly', () => {
    assert.equal(squash(0), 0);
    assert.equal(squash(-2), -squash(2));
    assert.ok(squash(1e6) <= 1);
    assert.equal(gate(0), 0.5);
    assert.ok(gate(-50) < 0.001 && gate(50) > 0.999);
  });
});
