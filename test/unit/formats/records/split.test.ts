import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { RawRecord } from '../../../../src/formats/records/rawRecord.ts';
import { splitCsv } from '../../../../src/formats/records/splitCsv.ts';
import { findRecordList, splitJson } from '../../../../src/formats/records/splitJson.ts';
import { splitLines } from '../../../../src/formats/records/splitLines.ts';

/** The bytes in pieces of a size, as a file or a socket would give them. */
async function* chunksOf(text: string | Buffer, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text as string);
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function all(records: AsyncIterable<RawRecord>): Promise<RawRecord[]> {
  const found: RawRecord[] = [];
  for await (const { bytes, ...rest } of records)
    found.push({ ...rest, ...(bytes && { bytes: Buffer.from(bytes) }) });
  return found;
}

const texts = (records: readonly RawRecord[]): (string | undefined)[] =>
  records.map(({ bytes, problem }) => bytes?.toString() ?? problem?.rule);

/** What is said of a record's place must lead back to it. */
function assertPlaces(source: string, records: readonly RawRecord[]): void {
  const bytes = Buffer.from(source);
  for (const { offset, length, line, bytes: own } of records) {
    if (!own) continue;
    assert.deepEqual(bytes.subarray(offset, offset + length), own);
    assert.equal(bytes.subarray(0, offset).filter((byte) => byte === 10).length + 1, line);
  }
}

describe('splitLines', () => {
  it('gives the lines that hold something, wherever the pieces of the stream end', async () => {
    const source = '{"a":1}\n\n  \r\n{"b":"é\u2028"}\r\n{"c":3}';
    for (const size of [1, 2, 3, 7, 100]) {
      const records = await all(splitLines(chunksOf(source, size)));
      assert.deepEqual(
        texts(records).map((text) => text?.trim()),
        ['{"a":1}', '{"b":"é\u2028"}', '{"c":3}'],
      );
      assert.deepEqual(
        records.map(({ line }) => line),
        [1, 4, 5],
      );
      assertPlaces(source, records);
    }
  });

  it('passes over a line that is too long, and says so', async () => {
    const source = `a\n${'x'.repeat(50)}\nb\n`;
    for (const size of [1, 7, 100]) {
      const records = await all(splitLines(chunksOf(source, size), 0, 20));
      assert.deepEqual(texts(records), ['a', 'recordTooLarge', 'b']);
      assert.equal(records[1]?.line, 2);
    }
  });
});

describe('splitJson', () => {
  it('gives the objects of a list, and objects that stand one after the other', async () => {
    const objects = ['{"a":[{"x":"]}"}]}', '{"b":"\\"{"}', '{\n "c": 1\n}'];
    for (const source of [
      `[${objects.join(',\n')}]\n`,
      objects.join('\n'),
      ` [ ${objects.join(' , ')} ] {"no":1}`,
    ]) {
      for (const size of [1, 3, 100]) {
        const records = await all(splitJson(chunksOf(source, size)));
        assert.deepEqual(texts(records), objects, source);
        assertPlaces(source, records);
      }
    }
  });

  it('says where an object is too long or never ends', async () => {
    const source = `[{"a":1},{"b":"${'x'.repeat(50)}"},{"c":`;
    assert.deepEqual(texts(await all(splitJson(chunksOf(source, 9), 0, 30))), [
      '{"a":1}',
      'recordTooLarge',
      'jsonEndsEarly',
    ]);
  });

  it('finds the list of records in an object', () => {
    const head = Buffer.from('{"status":"ok","tags":["x"],"articles": [ {"t":1}]}');
    const at = findRecordList(head, (key) => key === 'articles');
    assert.equal(head.subarray(at).toString(), '[ {"t":1}]}');
    assert.equal(
      findRecordList(head, (key) => key === 'other'),
      undefined,
    );
  });
});

describe('splitCsv', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '"', '\n', '\r\n', ';', ' ', '🦉'),
    maxLength: 8,
  });

  it('cuts where a CSV reader would, for any cells and any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 12 }),
        async (rows, size) => {
          const source = stringify(rows, { delimiter: ';', quoted: true });
          const records = await all(splitCsv(chunksOf(source, size), 59));
          const read = records.map(({ bytes }) => parse(bytes!, { delimiter: ';' })[0] as string[]);
          assert.deepEqual(read, rows);
          assertPlaces(source, records);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives up a quote that never closes, with its first line only', async () => {
    const source = 'a;b\n1;"open\n2;two\n3;"three"\n';
    const records = await all(splitCsv(chunksOf(source, 5), 59));
    assert.deepEqual(texts(records), ['a;b', '1;"open\n2;two\n3;"three"']);
    const worse = await all(splitCsv(chunksOf('a;b\n1;"open\n2;two\n3;three\n', 5), 59));
    assert.deepEqual(texts(worse), ['a;b', 'quoteNotClosed', '2;two', '3;three']);
    assert.deepEqual(
      worse.map(({ line }) => line),
      [1, 2, 3, 4],
    );
  });

  it('takes a quote inside a cell for what it is', async () => {
    assert.deepEqual(texts(await all(splitCsv(chunksOf('a;5" pipe\nb;"x"y"\n', 4), 59))), [
      'a;5" pipe',
      'b;"x"y"',
    ]);
  });

  it('passes over what is too long in constant memory', async () => {
    const source = `a;b\n${'x'.repeat(100)}\nc;d\n1;"${'y\n'.repeat(60)}"\ne;f\n`;
    const records = await all(splitCsv(chunksOf(source, 10), 59, 0, 50));
    const found = texts(records);
    assert.deepEqual([found[0], found[1], found[2]], ['a;b', 'recordTooLarge', 'c;d']);
    assert.equal(found.at(-1), 'e;f');
    assert.ok(found.includes('quoteNotClosed'));
  });
});
