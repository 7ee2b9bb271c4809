import type { FieldTypes, ForeignPreset } from './foreignMapping.ts';

/** Where an index of another program keeps what an article is. */
export interface ForeignFields {
  /** What the server searches for words in. */
  readonly content: string;
  /** Where the text stands as its program wrote it; not every document has it. */
  readonly text: string;
  /** The best first. */
  readonly titles: readonly string[];
  /** What lists are sorted by: by title, and where dates are equal. */
  readonly title: string;
  readonly path: string;
  readonly language: string;
  readonly languages: readonly string[];
  readonly authors: readonly string[];
  /** Undefined where nothing says who published an article. */
  readonly outlet: string | undefined;
  /** What kind of file a document was. */
  readonly format: string;
  /** All that rows are made of. */
  readonly row: readonly string[];
}

/** The fields of a preset; which of them there are, the mapping says. */
export function foreignFields(preset: ForeignPreset, fields: FieldTypes): ForeignFields {
  const named = preset === 'datashare' ? datashare : openaleph;
  const isKeyword = (name: string): boolean => fields.get(name) === 'keyword';
  const outlet = named.outlets.find(isKeyword);
  const title = named.sortedTitles.find(isKeyword) ?? named.path;
  const { titles, languages, authors } = named;
  return {
    ...named,
    title,
    outlet,
    row: [
      ...titles,
      ...languages,
      ...authors,
      ...named.beside,
      ...(outlet === undefined ? [] : [outlet.replace(/\.keyword$/, '')]),
    ],
  };
}

const datashare = {
  content: 'content',
  text: 'content',
  titles: ['title', 'metadata.tika_metadata_dc_title', 'metadata.tika_metadata_resourcename', 'path'],
  sortedTitles: ['title', 'path'],
  path: 'path',
  language: 'language',
  languages: ['language'],
  authors: ['metadata.tika_metadata_dc_creator', 'metadata.tika_metadata_author'],
  outlets: ['metadata.tika_metadata_dc_publisher.keyword', 'metadata.tika_metadata_dc_publisher'],
  format: 'contentType',
  // Dates, as precise as they were written.
  beside: ['metadata'],
};

const openaleph = {
  content: 'content',
  text: 'properties.bodyText',
  titles: ['properties.title', 'caption', 'properties.fileName'],
  sortedTitles: ['caption'],
  path: 'caption',
  language: 'languages',
  languages: ['properties.language', 'properties.detectedLanguage'],
  authors: ['properties.author'],
  outlets: ['properties.publisher'],
  format: 'schema',
  beside: [
    'properties.date',
    'properties.publishedAt',
    'properties.authoredAt',
    'properties.companiesMentioned',
    'properties.peopleMentioned',
    'properties.locationMentioned',
  ],
};
