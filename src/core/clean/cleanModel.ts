import { featureNames } from './features.ts';
import { secondFeatureNames } from './secondLook.ts';
import { loadTrees } from './trees.ts';
import type { TreeEnsemble, TreeEnsembleData } from './trees.ts';

/** The trained part of the finder. */
export interface CleanModel {
  /** Log-odds of boilerplate from what a segment and its surroundings look like. */
  readonly first: TreeEnsemble;
  /** The same, knowing what the first look made of the surroundings. */
  readonly second: TreeEnsemble;
}

/** What a model file holds, as JSON. */
export interface CleanModelData {
  readonly version: 1;
  /** Names of the columns the trees were trained on: a model of another build is refused. */
  readonly features: readonly string[];
  readonly first: TreeEnsembleData;
  readonly second: TreeEnsembleData;
}

/**
 * Reads a model file (JSON, as bytes in UTF-8 or as text). Throws a RangeError that says what is wrong when the model is
 * not one, or was trained for other features than this build computes.
 */
export function loadCleanModel(data: Uint8Array | string): CleanModel {
  const parsed = JSON.parse(typeof data === 'string' ? data : decodeAscii(data)) as Partial<CleanModelData>;
  if (parsed.version !== 1 || parsed.first === undefined || parsed.second === undefined) {
    throw new RangeError(`Not a cleaning model of version 1: version ${String(parsed.version)}.`);
  }
  if (parsed.features?.join() !== secondFeatureNames.join()) {
    throw new RangeError('The cleaning model was trained for other features than this build computes.');
  }
  return {
    first: loadTrees(parsed.first, featureNames.length),
    second: loadTrees(parsed.second, secondFeatureNames.length),
  };
}

/** A model file is ASCII; core has no TextDecoder. */
function decodeAscii(bytes: Uint8Array): string {
  const parts: string[] = [];
  const step = 0x8000;
  for (let at = 0; at < bytes.length; at += step) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + step)));
  }
  return parts.join('');
}
