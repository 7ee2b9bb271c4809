import { featureNames } from './features.ts';
import { loadPageTrees } from './markupModel.ts';
import type { PageModel, PageModelData } from './markupModel.ts';
import { loadSequence } from './sequenceModel.ts';
import type { SequenceData, SequenceModel } from './sequenceModel.ts';
import { loadTrees } from './trees.ts';
import type { TreeEnsemble, TreeEnsembleData } from './trees.ts';

/** The trained part of the finder. */
export interface CleanModel {
  /** Log-odds of boilerplate from what a segment and its surroundings look like. */
  readonly trees: TreeEnsemble;
  /** The same from the sequence of all segments; without it the trees judge alone. */
  readonly sequence?: SequenceModel;
  /** The part for pages whose markup is known; without it they are cleaned as plain text. */
  readonly page?: PageModel;
}

/** What a model file holds, as JSON. */
export interface CleanModelData {
  readonly version: 1;
  /** Names of the columns the trees were trained on: a model of another build is refused. */
  readonly features: readonly string[];
  readonly trees: TreeEnsembleData;
  readonly sequence?: SequenceData;
}

/**
 * Reads a model file (JSON, as bytes in ASCII or as text). Throws a RangeError that says what is wrong when the model is
 * not one, or was trained for other features than this build computes, and a SyntaxError when it is no JSON.
 */
export function loadCleanModel(data: Uint8Array | string): CleanModel {
  const parsed = JSON.parse(typeof data === 'string' ? data : decodeAscii(data)) as Partial<CleanModelData>;
  if (parsed.version !== 1 || parsed.trees === undefined) {
    throw new RangeError(`Not a cleaning model of version 1: version ${String(parsed.version)}.`);
  }
  if (parsed.features?.join() !== featureNames.join()) {
    throw new RangeError('The cleaning model was trained for other features than this build computes.');
  }
  const trees = loadTrees(parsed.trees, featureNames.length);
  return parsed.sequence === undefined ? { trees } : { trees, sequence: loadSequence(parsed.sequence) };
}

/** Reads the model file of pages, as `loadCleanModel` reads its own. */
export function loadPageModel(data: Uint8Array | string): PageModel {
  return loadPageTrees(
    JSON.parse(typeof data === 'string' ? data : decodeAscii(data)) as Partial<PageModelData>,
  );
}

/** Core has no TextDecoder; a model file is ASCII. */
function decodeAscii(bytes: Uint8Array): string {
  const parts: string[] = [];
  const step = 0x8000;
  for (let at = 0; at < bytes.length; at += step) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + step)));
  }
  return parts.join('');
}
