import type { Cluster, JsonObject } from '../cluster.ts';
import { ClusterError } from '../clusterError.ts';

/** Another program that keeps articles, or documents, in a cluster. */
export type ForeignPreset = 'datashare' | 'openaleph';

/** The type of every field of an index, by its whole path (`metadata.tika_metadata_dcterms_created`). */
export type FieldTypes = ReadonlyMap<string, string>;

/** An index of another program, as it is read. */
export interface ForeignPlace {
  readonly preset: ForeignPreset;
  readonly name: string;
  readonly fields: FieldTypes;
  /** Which field says when an article was published; nothing is dated when absent or `noDateField`. */
  readonly dateField?: string;
}

/** The user's word that no field says when an article was published. */
export const noDateField = 'none';

interface Mapped {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Mapped>>;
  /** The same value, kept in other ways too. */
  readonly fields?: Readonly<Record<string, Mapped>>;
}

/**
 * The fields of an index, or of all that an alias stands for; undefined where there is nothing of this name. Rejects with `foreign` where
 * something answers that knows of no fields.
 */
export async function readMapping(cluster: Cluster, name: string): Promise<FieldTypes | undefined> {
  const { status, body } = await cluster.ask<
    Readonly<Record<string, { readonly mappings?: Mapped | null } | null>>
  >({
    method: 'GET',
    path: `/${name}/_mapping`,
    allowed: [404],
  });
  if (status === 404) return undefined;
  const mappings = Object.values(body).map((index) => index?.mappings);
  if (!mappings.every((each) => typeof each === 'object' && each !== null))
    throw new ClusterError('foreign', cluster.server);
  return new Map(mappings.flatMap((each) => typesIn(each, '')));
}

function typesIn({ type, properties, fields }: Mapped, path: string): [string, string][] {
  const own: [string, string][] = path === '' ? [] : [[path, type ?? 'object']];
  const below = Object.entries({ ...properties, ...fields }).flatMap(([name, field]) =>
    typesIn(field, path === '' ? name : `${path}.${name}`),
  );
  return [...own, ...below];
}

/** By fields that nobody else has together. */
export function presetOf(fields: FieldTypes): ForeignPreset | undefined {
  const has = (...names: readonly string[]): boolean => names.every((name) => fields.has(name));
  if (has('join', 'mentionNorm', 'extractionDate')) return 'datashare';
  if (has('schema', 'schemata', 'properties')) return 'openaleph';
  return undefined;
}

/** Names of fields that are more likely than others to say when an article was published, the best first. */
const likelyDates = [/publi/i, /created|creation|authored/i, /(^|[._])date$/i, /date/i];

/** The fields that may say when an article was published, the likeliest first. */
export function dateFieldsOf(fields: FieldTypes): readonly string[] {
  const rank = (name: string): number => {
    // When a program read a file says nothing of when it was published.
    if (/extraction|indexed|updated|modified|last_|first_seen|created_at/i.test(name))
      return likelyDates.length;
    const at = likelyDates.findIndex((pattern) => pattern.test(name));
    return at < 0 ? likelyDates.length : at;
  };
  return [...fields]
    .filter(([, type]) => type === 'date' || type === 'date_nanos')
    .map(([name]) => name)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** The documents of an index that are articles. */
export function articlesQuery(preset: ForeignPreset): JsonObject {
  // Beside its documents Datashare keeps one for each name that was found in them; OpenAleph folders, and pages of documents.
  if (preset === 'datashare') return { bool: { filter: [{ term: { type: 'Document' } }] } };
  return {
    bool: {
      filter: [{ term: { schemata: 'Document' } }],
      must_not: [{ terms: { schema: ['Folder', 'Package', 'Workbook', 'Page'] } }],
    },
  };
}
