/**
 * Reads a source file to its end and prints what it came upon, as a process of its own whose memory can be limited.
 * `node readToEnd.ts ROOT PATH`.
 */
import { openSource } from '../../../src/formats/openSource.ts';

const [root = '', path = ''] = process.argv.slice(2);
const source = await openSource(root, path);
let records = 0;
let characters = 0;
for await (const { record } of source.records) {
  records++;
  characters += record.text.length;
}
const { skipped } = source.outcome();
console.log(
  JSON.stringify({ records, characters, skipped, peakBytes: process.resourceUsage().maxRSS * 1024 }),
);
