import { containerNames } from './fieldNames.ts';
import { foldName } from './recogniseFields.ts';

/** The values of each field, as text; several for a list. */
export type FlatFields = ReadonlyMap<string, readonly string[]>;

type Json = Readonly<Record<string, unknown>>;

const maxDepth = 3;
/** A record with more fields than this is no article's; the rest is not looked at. */
const maxFields = 500;
const maxValues = 100;

/** Where an object keeps what it is called or says: `{"name": …}`, `{"rendered": …}` (WordPress), `{"main": …}`. */
const valueKeys = [
  'name',
  'rendered',
  '@value',
  'main',
  'title',
  'text',
  'value',
  '#text',
  '$t',
  'default',
  'label',
];

/**
 * The fields of a record with their values as text. Objects that only hold fields together (`metadata`, `_source`) are
 * opened: their fields are called `metadata.date`; of other objects the name or text is taken.
 */
export function flattenFields(record: Json): FlatFields {
  const flat = new Map<string, readonly string[]>();
  flattenInto(flat, record, '', 0);
  return flat;
}

function flattenInto(
  flat: Map<string, readonly string[]>,
  record: Json,
  prefix: string,
  depth: number,
): void {
  for (const [key, value] of Object.entries(record)) {
    if (flat.size >= maxFields) return;
    const name = prefix + key;
    if (isObject(value) && depth < maxDepth && isContainer(key, value)) {
      flattenInto(flat, value, `${name}.`, depth + 1);
      continue;
    }
    const values = textsOf(value, 0);
    flat.set(name, values);
  }
}

function isContainer(key: string, value: Json): boolean {
  if (key === '_source') return true;
  return (
    containerNames.has(foldName(key)) &&
    !valueKeys.some((each) => typeof value[each] === 'string' && each !== 'title')
  );
}

/** Empty for what says nothing: null, true, an empty list. */
function textsOf(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number') return Number.isFinite(value) ? [String(value)] : [];
  if (typeof value === 'bigint') return [String(value)];
  if (depth > maxDepth) return [];
  if (Array.isArray(value)) return value.slice(0, maxValues).flatMap((item) => textsOf(item, depth + 1));
  if (!isObject(value)) return [];
  for (const key of valueKeys) {
    const inner = textsOf(value[key], depth + 1);
    if (inner.length > 0) return inner;
  }
  return [];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
