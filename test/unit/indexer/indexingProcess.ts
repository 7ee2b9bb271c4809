/**
 * Indexes the folder `argv[2]` into the file `argv[3]`, with the stub analysis; a test kills it somewhere on the way. `argv[4]` is
 * `asked` where it writes the small batches of a window, and not the larger ones of the command line.
 */
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { createInProcessPool } from '../../../src/indexer/analysisPool.ts';
import { indexCorpus } from '../../../src/indexer/indexCorpus.ts';
import { stubAnalysis } from './stubAnalysis.ts';

const [root = '', file = '', mode = ''] = process.argv.slice(2);
const { index } = openSqliteIndex(file);
process.stdout.write('started\n');
await indexCorpus({ root, index, pool: createInProcessPool(stubAnalysis), isAsked: mode === 'asked' });
await index.close();
process.stdout.write('done\n');
