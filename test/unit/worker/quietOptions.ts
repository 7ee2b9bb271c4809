import path from 'node:path';
import type { WorkerOptions } from '../../../src/worker/client.ts';
import { projectDir } from '../cli/runInMemory.ts';

export const workerEntry = path.join(projectDir, 'dist', 'worker.js');

/** Options of a client that is told nothing. */
export function quietOptions(storageDir: string): WorkerOptions {
  return {
    entry: workerEntry,
    storageDir,
    modelsDir: path.join(projectDir, 'models'),
    onProgress: () => undefined,
    onChanged: () => undefined,
    onAbandoned: () => undefined,
    onCleaning: () => undefined,
    onExporting: () => undefined,
    onConnection: () => undefined,
    onLog: () => undefined,
    onExit: () => undefined,
  };
}
