import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { readLines } from '../../../src/cli/lines.ts';

async function linesOf(chunks: readonly Buffer[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(Readable.from(chunks))) lines.push(line);
  return lines;
}

describe('readLines', () => {
  it('ends lines at \\n and \\r\\n only, and drops a byte-order mark', async () => {
    const text = '\uFEFFun\r\ndeux\u2028encore\n\ntrois';
    assert.deepEqual(await linesOf([Buffer.from(text)]), ['un', 'deux\u2028encore', '', 'trois']);
  });

  it('does not depend on how the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.integer({ min: 1, max: 7 }),
        async (parts, size) => {
          const lines = parts.map((part) => part.replace(/[\n\r\uFEFF]/g, '')).filter((part) => part !== '');
          const bytes = Buffer.from(lines.join('\n'));
          const chunks: Buffer[] = [];
          for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
          assert.deepEqual(await linesOf(chunks), lines);
        },
      ),
    );
  });
});
