/** The entry of an analysis thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { readPassages } from '../core/index.ts';
import { openAnalyzer } from './articleAnalyzer.ts';
import { loadModels } from './models.ts';
import { OwnModelProblem } from './ownModel/ownModelProblem.ts';
import { serveAnalysis } from './serveAnalysis.ts';

const { modelsDir, ownModel } = workerData as { readonly modelsDir: string; readonly ownModel?: string };
const models = loadModels(modelsDir);
const analyze = await openAnalyzer(models, ownModel).catch((error: unknown) => {
  if (error instanceof OwnModelProblem) parentPort?.postMessage({ problem: error.evidence });
  throw error;
});
if (parentPort) {
  serveAnalysis(parentPort, analyze, (record, evidence) => readPassages(record, models.clean, evidence));
}
