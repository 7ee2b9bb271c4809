import { analyzeArticle } from '../../src/core/index.ts';
import { loadModels } from '../../src/indexer/models.ts';
import { generateCorpus } from './generateCorpus.ts';
import { startClock, type Elapsed } from './measure.ts';

/** Articles until all functions are compiled. */
const warmingUp = 100;

/** The analysis of so many articles and nothing else, in this process and thread. */
export function analyzeAlone(modelsDir: string, count: number, seed: number): Elapsed {
  const models = loadModels(modelsDir);
  const analyze = (articles: Iterable<{ readonly path: string; readonly text: string }>): void => {
    for (const { path, text } of articles) analyzeArticle({ id: path, text }, models);
  };
  analyze(generateCorpus(warmingUp, 77));
  const articles = [...generateCorpus(count, seed)];
  const stop = startClock();
  analyze(articles);
  return stop();
}
