import { cluster } from './sharedCluster.ts';
import { newName } from './openIndex.ts';

const keyword = { type: 'keyword' };
const folding = (name: string) => ({
  analysis: {
    analyzer: {
      [name]: { type: 'custom', tokenizer: 'standard', filter: ['lowercase', 'asciifolding'] },
      paths: { type: 'custom', tokenizer: 'path_hierarchy' },
    },
    normalizer: { small: { type: 'custom', filter: ['lowercase'] } },
  },
});

/** Fields and their types as Datashare makes them; its dates are found in `metadata` when a document has one. */
const datashare = {
  dynamic_templates: [
    {
      metadata_dates: {
        path_match: 'metadata.*',
        match_mapping_type: 'date',
        mapping: { type: 'date', ignore_malformed: true },
      },
    },
  ],
  properties: {
    content: { type: 'text', index_options: 'offsets', analyzer: 'folding' },
    metadata: { properties: { emailHeaderField: { type: 'object', enabled: false } } },
    extractionDate: { type: 'date', format: 'date_time' },
    extractionLevel: { type: 'integer' },
    path: { ...keyword, fields: { parts: { type: 'text', analyzer: 'paths' } } },
    title: keyword,
    titleNorm: keyword,
    dirname: { ...keyword, fields: { tree: { type: 'text', analyzer: 'paths', fielddata: true } } },
    contentLength: { type: 'long' },
    contentTextLength: { type: 'long' },
    contentType: keyword,
    language: keyword,
    status: keyword,
    tags: { ...keyword, normalizer: 'small' },
    type: keyword,
    join: { type: 'join', relations: { Document: ['NamedEntity', 'Duplicate'] } },
    mention: { type: 'text', index_options: 'docs' },
    mentionNorm: keyword,
    category: keyword,
    documentId: keyword,
    rootDocument: keyword,
    offsets: { type: 'integer' },
    extractor: keyword,
    extractorLanguage: keyword,
    isHidden: { type: 'boolean', null_value: false },
  },
};

const property = (type: string, ...copies: readonly string[]) => ({ type, copy_to: ['text', ...copies] });

/** The same of OpenAleph; its words are cut by a plug-in that these nodes do not have, and by letters here. */
const openaleph = {
  date_detection: false,
  dynamic: false,
  _source: { excludes: ['content', 'dates', 'languages', 'name', 'names', 'text'] },
  properties: {
    dataset: keyword,
    schema: keyword,
    schemata: keyword,
    caption: keyword,
    name: { type: 'text', store: true },
    names: { ...keyword, store: true },
    content: { type: 'text', analyzer: 'icu-default', term_vector: 'with_positions_offsets' },
    text: { type: 'text' },
    dates: { type: 'date', format: 'yyyy-MM-dd||yyyy-MM||yyyy||strict_date_optional_time' },
    languages: keyword,
    updated_at: { type: 'date' },
    properties: {
      type: 'object',
      properties: {
        title: property('keyword'),
        bodyText: { type: 'text', index: false, copy_to: ['content'] },
        publishedAt: property('date', 'dates'),
        language: property('keyword', 'languages'),
        publisher: property('keyword'),
        author: property('keyword'),
        peopleMentioned: property('keyword', 'names'),
        companiesMentioned: property('keyword', 'names'),
        locationMentioned: property('keyword', 'names'),
      },
    },
  },
};

async function send(node: string, method: 'PUT' | 'POST', path: string, body: object): Promise<void> {
  const answer = await fetch(`${node}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** A new index with the fields of a program, or with others. */
export async function foreignIndex(
  mappings: object,
  analyzer = 'folding',
  node = cluster().addresses[0]!,
): Promise<string> {
  const name = newName();
  const settings = { index: { number_of_shards: 2, number_of_replicas: 0 }, ...folding(analyzer) };
  await send(node, 'PUT', `/${name}`, { settings, mappings });
  return name;
}

/** A document of Datashare with the names that were found in it, by the words that name them. */
export interface DatashareDocument {
  readonly id: string;
  readonly content: string;
  readonly title?: string;
  readonly language?: string;
  /** As Tika writes it. */
  readonly created?: string;
  readonly names?: Readonly<Record<string, 'ORGANIZATION' | 'PERSON' | 'LOCATION'>>;
  readonly hidden?: readonly string[];
}

export async function datashareIndex(
  documents: readonly DatashareDocument[],
  node = cluster().addresses[0]!,
): Promise<string> {
  const index = await foreignIndex(datashare, 'folding', node);
  for (const { id, content, title, language = 'FRENCH', created, names = {}, hidden = [] } of documents) {
    await send(node, 'PUT', `/${index}/_doc/${id}?routing=${id}`, {
      type: 'Document',
      join: { name: 'Document' },
      content,
      language,
      path: `/vault/presse/${id}.html`,
      dirname: '/vault/presse',
      contentType: 'text/html',
      extractionDate: '2026-01-05T10:00:00.000Z',
      metadata: {
        tika_metadata_resourcename: `${id}.html`,
        ...(created !== undefined && { tika_metadata_dcterms_created: created }),
      },
      ...(title !== undefined && { title, titleNorm: title.toLowerCase() }),
    });
    for (const [mention, category] of Object.entries(names)) {
      const offsets = [...content.matchAll(new RegExp(mention, 'g'))].map((match) => match.index);
      await send(node, 'PUT', `/${index}/_doc/${id}-${encodeURIComponent(mention)}?routing=${id}`, {
        type: 'NamedEntity',
        join: { name: 'NamedEntity', parent: id },
        mention,
        mentionNorm: mention.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
        category,
        offsets,
        documentId: id,
        rootDocument: id,
        extractor: 'CORENLP',
        isHidden: hidden.includes(mention),
      });
    }
  }
  await send(node, 'POST', `/${index}/_refresh`, {});
  return index;
}

/** A document of OpenAleph by its properties; `content` alone is that of a document whose text is kept by page. */
export interface OpenalephDocument {
  readonly id: string;
  readonly schema?: string;
  readonly content?: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

export async function openalephIndex(documents: readonly OpenalephDocument[]): Promise<string> {
  const node = cluster().addresses[0]!;
  const index = await foreignIndex(openaleph, 'icu-default');
  for (const { id, schema = 'HyperText', content, properties } of documents) {
    await send(node, 'PUT', `/${index}/_doc/${id}`, {
      dataset: 'presse',
      schema,
      schemata: ['Document', schema],
      caption: properties['title']?.[0] ?? id,
      ...(content !== undefined && { content }),
      properties,
    });
  }
  await send(node, 'POST', `/${index}/_refresh`, {});
  return index;
}
