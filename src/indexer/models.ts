import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadCleanModel, loadEntityModel, loadPageModel, type AnalysisModels } from '../core/index.ts';

/**
 * The shipped models of a folder. Throws an Error naming the file when one is missing or not of this version: the
 * installation is damaged then, and nothing sensible can go on.
 */
export function loadModels(folder: string): AnalysisModels {
  return {
    clean: {
      ...load(folder, 'clean.json', loadCleanModel),
      page: load(folder, 'cleanPage.json', loadPageModel),
    },
    entities: load(folder, 'entities.bin', loadEntityModel),
  };
}

function load<T>(folder: string, name: string, parse: (data: Uint8Array) => T): T {
  const file = path.join(folder, name);
  try {
    return parse(readFileSync(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The model ${file} cannot be loaded (${reason}). Install Corpus Explorer again.`, {
      cause: error,
    });
  }
}
