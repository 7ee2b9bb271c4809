/** Indexes the folder `argv[2]` into the file `argv[3]`, with the stub analysis; a test kills it somewhere on the way. */
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { createInProcessPool } from '../../../src/indexer/analysisPool.ts';
import { indexCorpus } from '../../../src/indexer/indexCorpus.ts';
import { stubAnalysis } from './stubAnalysis.ts';

const [root = '', file = ''] = process.argv.slice(2);
const { index } = openSqliteIndex(file);
process.stdout.write('started\n');
// In the small batches of a window: a kill then meets more states.
await indexCorpus({ root, index, pool: createInProcessPool(stubAnalysis), isAsked: true });
await index.close();
process.stdout.write('done\n');
