/** The entry of an analysis thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { analyzeArticle, readPassages } from '../core/index.ts';
import { loadModels } from './models.ts';
import { serveAnalysis } from './serveAnalysis.ts';

const models = loadModels((workerData as { modelsDir: string }).modelsDir);
if (parentPort) {
  serveAnalysis(
    parentPort,
    (record, evidence) => analyzeArticle(record, models, evidence),
    (record, evidence) => readPassages(record, models.clean, evidence),
  );
}
