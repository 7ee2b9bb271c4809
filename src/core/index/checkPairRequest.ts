import type { EntityType } from '../entities/mention.ts';
import type { EntityId } from './ids.ts';
import type { PairMeasure, PairRequest } from './entityPair.ts';
import { entityTypes, parseEntityId } from './entityId.ts';
import type { TextUnit } from './textUnits.ts';

/** A request for pairs that has been checked, with what it leaves out filled in. */
export interface CheckedPairRequest {
  readonly entity?: EntityId;
  readonly unit: TextUnit;
  readonly measure: PairMeasure;
  readonly types: ReadonlySet<EntityType>;
  readonly minimum: number;
}

const units: readonly TextUnit[] = ['sentence', 'paragraph'];
const pairMeasures: readonly PairMeasure[] = ['logLikelihood', 'npmi', 'together'];

/** Throws a RangeError that names the field when a value cannot be read. */
export function checkPairRequest({
  entity,
  unit,
  measure,
  types = ['ORG'],
  minimum = 2,
}: PairRequest): CheckedPairRequest {
  if (entity !== undefined && !parseEntityId(entity))
    throw new RangeError(`entity: not an entity id: ${JSON.stringify(entity)}`);
  checkUnit(unit);
  if (!pairMeasures.includes(measure)) throw unknown('measure', measure);
  for (const type of types) if (!entityTypes.includes(type)) throw unknown('types', type);
  if (!Number.isInteger(minimum) || minimum < 1)
    throw new RangeError(`minimum: must be a whole number of at least 1, not ${String(minimum)}`);
  return { unit, measure, types: new Set(types), minimum, ...(entity !== undefined && { entity }) };
}

/** Throws a RangeError for what is no unit. */
export function checkUnit(unit: TextUnit): void {
  if (!units.includes(unit)) throw unknown('unit', unit);
}

function unknown(field: string, value: string): RangeError {
  return new RangeError(`${field}: unknown: ${JSON.stringify(value)}`);
}
