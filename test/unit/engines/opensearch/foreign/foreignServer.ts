import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { valuesAt } from '../../../../../src/engines/opensearch/foreign/foreignSearch.ts';

type Json = Readonly<Record<string, unknown>>;
type Value = string | number | null;

/** A document as its program wrote it; `parent` is that of a name of Datashare. */
export interface StoredDocument {
  readonly id: string;
  readonly parent?: string;
  readonly source: Json;
}

/** What a search asked for. */
export interface Asked {
  readonly size: number;
  readonly query?: Json;
  readonly sort?: readonly Readonly<Record<string, unknown>>[];
  readonly _source?: readonly string[];
  readonly search_after?: readonly Value[];
  readonly docvalue_fields?: readonly { readonly field: string }[];
  readonly aggs?: Readonly<Record<string, Json>>;
}

/**
 * A server that answers mappings and searches from documents in memory, of the queries, orders and counts that indexes of another program
 * are read with: it gives the fields that it is asked for and no others, and refuses what it does not know, as a server does.
 */
export class ForeignServer {
  readonly asked: Asked[] = [];
  /** What it answers instead, from now on: a status and a body. */
  instead: { readonly status: number; readonly body: string } | undefined;
  private readonly documents: readonly StoredDocument[];
  private readonly mapping: Json;
  private readonly server: Server;

  private constructor(mapping: Json, documents: readonly StoredDocument[]) {
    this.mapping = mapping;
    this.documents = documents;
    this.server = createServer((request, response) => {
      void (async () => {
        const body = request.method === 'POST' ? ((await json(request)) as Asked) : undefined;
        const { status, body: text } = this.instead ?? this.answer(body);
        response.writeHead(status, { 'content-type': 'application/json' }).end(text);
      })();
    });
  }

  static async start(mapping: Json, documents: readonly StoredDocument[] = []): Promise<ForeignServer> {
    const started = new ForeignServer(mapping, documents);
    await new Promise<void>((resolve) => started.server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get node(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close().closeAllConnections();
  }

  private answer(asked: Asked | undefined): { status: number; body: string } {
    if (asked === undefined)
      return { status: 200, body: JSON.stringify({ presse: { mappings: this.mapping } }) };
    this.asked.push(asked);
    try {
      return { status: 200, body: JSON.stringify(this.search(asked)) };
    } catch (error) {
      return { status: 400, body: JSON.stringify({ error: { reason: String(error) } }) };
    }
  }

  private search({ size, query, sort = [], search_after: after, ...asked }: Asked): Json {
    const found = this.documents.filter((document) => this.isFound(document, query ?? { match_all: {} }));
    const orders = sort.map((each) => Object.entries(each)[0]!);
    const keysOf = (document: StoredDocument): Value[] =>
      orders.map(([field, how]) => this.keyOf(document, field, how));
    const compare = (a: readonly Value[], b: readonly Value[]): number => {
      for (const [i, [, how]] of orders.entries()) {
        const sign = directionOf(how) === 'asc' ? 1 : -1;
        // Nothing stands last in either direction.
        if (a[i] === null || b[i] === null) {
          if (a[i] !== b[i]) return a[i] === null ? 1 : -1;
        } else if (a[i] !== b[i]) return (a[i]! < b[i]! ? -1 : 1) * sign;
      }
      return 0;
    };
    const hits = found
      .map((document) => ({ document, keys: keysOf(document) }))
      .filter(({ keys }) => after === undefined || compare(keys, after) > 0)
      .sort((a, b) => compare(a.keys, b.keys))
      .slice(0, size)
      .map(({ document, keys }) => ({
        _id: document.id,
        _source: onlyAsked(document.source, asked._source),
        ...(sort.length > 0 && { sort: keys }),
        ...(asked.docvalue_fields && { fields: daysOf(document.source, asked.docvalue_fields) }),
      }));
    return { hits: { total: { value: found.length }, hits }, aggregations: this.counts(found, asked.aggs) };
  }

  private keyOf(document: StoredDocument, field: string, how: unknown): Value {
    if (field === '_seq_no') return this.documents.indexOf(document);
    const [value] = valuesAt(document.source, field);
    const { missing } = how as { readonly missing: Value };
    if (typeof missing === 'number') return value === undefined ? missing : Date.parse(value);
    return value ?? null;
  }

  private isFound(document: StoredDocument, query: Json): boolean {
    const [[kind, inner]] = Object.entries(query) as [[string, Json]];
    const values = (field: string): readonly unknown[] =>
      [valuesAt(document.source, field), at(document.source, field)].flat();
    const all = (of: string): readonly Json[] => [inner[of] ?? []].flat() as unknown as readonly Json[];
    switch (kind) {
      case 'match_all':
        return true;
      case 'match_none':
        return false;
      case 'ids':
        return (inner['values'] as readonly string[]).includes(document.id);
      case 'exists':
        return values(fieldOf(inner)).some((value) => value !== undefined);
      case 'term':
        return Object.entries(inner).every(([field, value]) => values(field).includes(value));
      case 'terms':
        return Object.entries(inner).every(([field, wanted]) =>
          values(field).some((value) => (wanted as readonly unknown[]).includes(value)),
        );
      case 'match_phrase':
        return Object.entries(inner).every(([field, how]) =>
          String(values(field)[0])
            .toLowerCase()
            .includes((how as { readonly query: string }).query),
        );
      case 'has_child':
        return this.documents.some(
          (child) => child.parent === document.id && this.isFound(child, inner['query'] as Json),
        );
      case 'has_parent':
        return this.documents.some(
          (parent) => parent.id === document.parent && this.isFound(parent, inner['query'] as Json),
        );
      case 'bool':
        return (
          [...all('filter'), ...all('must')].every((each) => this.isFound(document, each)) &&
          !all('must_not').some((each) => this.isFound(document, each)) &&
          (inner['should'] === undefined || all('should').some((each) => this.isFound(document, each)))
        );
      default:
        throw new TypeError(`unknown query [${kind}]`);
    }
  }

  private counts(found: readonly StoredDocument[], aggs: Readonly<Record<string, Json>> = {}): Json {
    return Object.fromEntries(Object.entries(aggs).map(([name, agg]) => [name, this.count(found, agg)]));
  }

  private count(found: readonly StoredDocument[], { aggs, ...agg }: Json): Json {
    const [[kind, inner]] = Object.entries(agg) as [[string, Json]];
    if (kind === 'filter')
      return { doc_count: found.filter((document) => this.isFound(document, inner)).length };
    if (kind === 'top_hits')
      return {
        hits: { hits: found.slice(0, inner['size'] as number).map(({ source }) => ({ _source: source })) },
      };
    const valuesOf = (document: StoredDocument): readonly string[] =>
      [at(document.source, fieldOf(inner)) ?? []].flat().map(String);
    switch (kind) {
      case 'value_count':
        return { value: found.flatMap(valuesOf).length };
      case 'cardinality':
        return { value: new Set(found.flatMap(valuesOf)).size };
      case 'missing':
        return { doc_count: found.filter((document) => valuesOf(document).length === 0).length };
      case 'terms': {
        const buckets = [...new Set(found.flatMap(valuesOf))].map((key) => {
          const own = found.filter((document) => valuesOf(document).includes(key));
          return { key, doc_count: own.length, ...this.counts(own, aggs as Readonly<Record<string, Json>>) };
        });
        const ranked = buckets.sort((a, b) => b.doc_count - a.doc_count || (a.key < b.key ? -1 : 1));
        return { buckets: ranked.slice(0, inner['size'] as number), sum_other_doc_count: 0 };
      }
      default:
        throw new TypeError(`unknown aggregation [${kind}]`);
    }
  }
}

/** As a server that is told of no field says no. */
function fieldOf({ field }: Json): string {
  if (typeof field !== 'string') throw new TypeError('required field [field] is missing');
  return field;
}

function directionOf(how: unknown): unknown {
  return typeof how === 'string' ? how : (how as { readonly order: string }).order;
}

/** A value at a path, of any type. */
function at(source: Json, field: string): unknown {
  return field
    .replace(/\.keyword$/, '')
    .split('.')
    .reduce<unknown>((inner, part) => (inner as Json | undefined)?.[part], source);
}

function onlyAsked(source: Json, fields: readonly string[] | undefined, above = ''): Json {
  if (fields === undefined) return source;
  const kept = Object.entries(source).flatMap(([name, value]): [string, unknown][] => {
    const field = `${above}${name}`;
    if (fields.includes(field)) return [[name, value]];
    if (!fields.some((each) => each.startsWith(`${field}.`))) return [];
    return [[name, onlyAsked(value as Json, fields, `${field}.`)]];
  });
  return Object.fromEntries(kept);
}

function daysOf(source: Json, fields: readonly { readonly field: string }[]): Json {
  return Object.fromEntries(
    fields.map(({ field }) => [
      field,
      valuesAt(source, field).map((value) => new Date(value).toISOString().slice(0, 10)),
    ]),
  );
}
