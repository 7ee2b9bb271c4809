import { readFileSync } from 'node:fs';
import {
  loadEntityModel,
  type EntityModel,
  type LanguageModel,
} from '../../../../../src/core/entities/recogniser/model.ts';

let model: EntityModel | undefined;

/** The weights of the product, read once for all tests. */
export function loadShippedModel(): EntityModel {
  model ??= loadEntityModel(readFileSync(new URL('../../../../../models/entities.bin', import.meta.url)));
  return model;
}

/** The French reader of the product. */
export function shippedReader(): LanguageModel {
  return loadShippedModel().readers[0]!;
}
