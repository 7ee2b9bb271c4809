/** An analysis thread that does as the article says. */
import { parentPort } from 'node:worker_threads';
import { serveAnalysis } from '../../../src/indexer/serveAnalysis.ts';
import { stubAnalysis } from './stubAnalysis.ts';

if (parentPort) {
  serveAnalysis(parentPort, (record) => {
    if (record.text.includes('please hang')) for (;;);
    if (record.text.includes('please crash')) process.exit(3);
    if (record.text.includes('please fill the memory')) {
      const hoard: unknown[] = [];
      for (;;) hoard.push({ at: hoard.length });
    }
    if (record.text.includes('please throw')) throw new Error('as asked');
    return stubAnalysis(record);
  });
}
