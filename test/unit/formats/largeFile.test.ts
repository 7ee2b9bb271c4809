import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createWriteStream, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openRecords, openSource } from '../../../src/formats/openSource.ts';
import { sampleRecords } from '../../../src/formats/sampleRecords.ts';

const recordCount = 50_000;
const sentence = 'Le port de Brumeville accueille deux navires par jour, et les quais ne suffisent plus. ';

/** 200 MB of records, the last of which is bad. */
function* lines(): Generator<string> {
  for (let i = 1; i <= recordCount; i++) {
    yield `${JSON.stringify({ id: i, title: `Titre ${i}`, date: '2019-03-04', text: `${i}. ${sentence.repeat(46)}` })}\n`;
  }
  yield '{"text": \n';
}

describe('A file of 200 MB', function () {
  this.timeout(120_000);
  let root = '';
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'corpus-large-'));
    await pipeline(
      Readable.from(lines(), { highWaterMark: 64 }),
      createWriteStream(join(root, 'large.jsonl')),
    );
  });
  after(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('is read record by record under a memory limit far below its size', () => {
    const script = join(import.meta.dirname, 'readToEnd.ts');
    const output = execFileSync(process.execPath, ['--max-old-space-size=96', script, root, 'large.jsonl'], {
      encoding: 'utf8',
    });
    const read = JSON.parse(output) as {
      records: number;
      characters: number;
      peakBytes: number;
      skipped?: unknown;
    };
    assert.equal(read.records, recordCount);
    assert.ok(read.characters > 195_000_000, `${read.characters} characters`);
    assert.ok(read.peakBytes < 400_000_000, `${read.peakBytes} bytes at most`);
    assert.deepEqual((read.skipped as { records: unknown }).records, {
      bad: 1,
      total: recordCount + 1,
      line: recordCount + 1,
    });
  });

  it('gives any record at once by its place, and a sample from all over it', async () => {
    const source = await openSource(root, 'large.jsonl');
    let place: { offset: number; length: number; line: number } | undefined;
    for await (const item of source.records) {
      if (item.record.id === 'large.jsonl#49000') place = item.place;
    }
    assert.ok(place);
    const opened = await openRecords(root, 'large.jsonl');
    const before = performance.now();
    const record = await opened?.reader.recordAt(place, 49_000);
    const elapsedMs = performance.now() - before;
    assert.match(record?.text ?? '', /^49000\. /);
    assert.ok(elapsedMs < 200, `${elapsedMs} ms`);
    const sample = await sampleRecords(root, 'large.jsonl', 100);
    const numbers = sample.map(({ text }) => parseInt(text, 10));
    assert.ok(sample.length > 90, `${sample.length}`);
    assert.ok(numbers[0]! < 1000 && numbers.at(-1)! > 49_000, numbers.join(' '));
    assert.deepEqual(
      [...numbers].sort((a, b) => a - b),
      numbers,
    );
  });
});
