import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCleanModel } from '../../../../src/core/clean/cleanModel.ts';
import type { CleanModel } from '../../../../src/core/clean/cleanModel.ts';

export const shippedModelFile = fileURLToPath(new URL('../../../../models/clean.json', import.meta.url));

/** The model that users have. */
export function shippedModel(): CleanModel {
  return loadCleanModel(readFileSync(shippedModelFile));
}
