/** Takes the right to write to an index and keeps it until it is killed: `node lockHolder.ts FILE` prints when it has it. */
import { tryWriterLock } from '../../../src/engines/sqlite/writerLock.ts';

const lock = tryWriterLock(process.argv[2] ?? '');
lock?.beginWork();
process.stdout.write(lock ? 'held\n' : 'refused\n');
setInterval(() => undefined, 1000);
