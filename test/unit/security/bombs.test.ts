import assert from 'node:assert/strict';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { parseSettings } from '../../../src/formats/corpusSettings.ts';
import { readCuration } from '../../../src/formats/curation/curationFile.ts';
import { readFrontMatter } from '../../../src/formats/markdown.ts';
import { openSource } from '../../../src/formats/openSource.ts';
import { withFolder } from '../indexer/folder.ts';

/** Nine lists of nine of the list before: 9⁹ words, if somebody wrote them out. */
const laughs = Array.from({ length: 9 }, (_, i) => {
  const items = Array.from({ length: 9 }, () => (i === 0 ? 'ha' : `*l${i - 1}`)).join(', ');
  return `l${i}: &l${i} [${items}]`;
}).join('\n');
const nested = `a: ${'['.repeat(10_000)}`;
const merged = `a: &a { x: 1 }\n${Array.from({ length: 1000 }, (_, i) => `b${i}: { <<: [*a, *a, *a] }`).join('\n')}`;
const own = 'a: &a [*a]';

/** A second here and there on a slow machine; what is written out takes days. */
const limitMs = 10_000;

function soon(work: () => unknown): void {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  assert.ok((user + system) / 1000 < limitMs, `${(user + system) / 1000} ms`);
}

describe('bombs', function () {
  this.timeout(120_000);
  // Mocha keeps whole stacks, of ten thousand calls here; a worker keeps ten.
  const { stackTraceLimit } = Error;
  before(() => {
    Error.stackTraceLimit = 10;
  });
  after(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });

  for (const [name, yaml] of Object.entries({ laughs, nested, merged, own })) {
    it(`in YAML are not written out: ${name}`, () => {
      soon(() => readFrontMatter(`---\n${yaml}\n---\nText\n`));
      soon(() => parseSettings(yaml));
      soon(() => parseSettings(`fields: ${yaml.replace(/\n/g, ' ')}`));
      soon(() => readCuration(`version: 1\n${yaml}`));
      soon(() => readCuration(`version: 1\nentities:\n  - ${yaml.replace(/\n/g, '\n    ')}`));
    });
  }

  it('in gzip are read a piece at a time, and a record of 256 MB is passed over', () =>
    withFolder(async (root) => {
      const zeros = Buffer.alloc(1 << 20, 'a');
      const text = 'Le port de Brumeville accueille deux navires par jour depuis lundi.';
      function* pieces(): Generator<Buffer> {
        yield Buffer.from(`${JSON.stringify({ text })}\n{"text": "`);
        for (let i = 0; i < 256; i++) yield zeros;
        yield Buffer.from(`"}\n${JSON.stringify({ text })}\n`);
      }
      await pipeline(
        Readable.from(pieces(), { objectMode: true }),
        createGzip({ level: 1 }),
        createWriteStream(join(root, 'bomb.jsonl.gz')),
      );
      const before = process.memoryUsage.rss();
      let most = 0;
      const { records, outcome } = await openSource(root, 'bomb.jsonl.gz');
      const ids: string[] = [];
      for await (const { record } of records) {
        most = Math.max(most, process.memoryUsage.rss() - before);
        ids.push(record.id);
      }
      assert.deepEqual(ids, ['bomb.jsonl.gz#1', 'bomb.jsonl.gz#3']);
      assert.equal(outcome().skipped?.evidence.rule, 'recordTooLarge');
      assert.ok(most < 150 * 2 ** 20, `${most} bytes`);
    }));

  it('of one article are refused by their size before they are read', () =>
    withFolder(async (root) => {
      writeFileSync(join(root, 'a.txt'), Buffer.alloc(11_000_000, 'a'));
      const { outcome } = await openSource(root, 'a.txt');
      assert.equal(outcome().skipped?.evidence.rule, 'tooLarge');
    }));
});
