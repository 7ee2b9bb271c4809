import type { JsonObject } from './cluster.ts';

/** Counts up with every change of the fields below: an index of another version is filled anew, behind its alias. */
export const mappingVersion = 1;

/** The indexes of one corpus; each is an alias, so that what it stands for can be exchanged without a gap. */
export interface IndexNames {
  readonly articles: string;
  /** One document an entity, made from the articles. */
  readonly entities: string;
  /** One document a source file, and what is known of the corpus as a whole. */
  readonly files: string;
}

export function indexNames(name: string): IndexNames {
  return { articles: `${name}-articles`, entities: `${name}-entities`, files: `${name}-files` };
}

export interface IndexShape {
  readonly shards: number;
  readonly replicas: number;
}

const keyword = { type: 'keyword', ignore_above: 8000 };
/** Kept, and given back with the article, but never searched. */
const kept = { type: 'object', enabled: false };
const keptText = { type: 'keyword', index: false, doc_values: false };
/** Our own words, parted by blanks: the server must not part or change them again, or counts would differ between engines. */
const words = { type: 'text', analyzer: 'corpus_words' };
/** Words of a language without their endings, for ranking and for other programs that search the index. */
const stems = (language: string) => ({
  type: 'text',
  analyzer: `corpus_${language}`,
  index_options: 'freqs',
});
/** Asked for with every tree: loaded when the index changes, not when somebody waits. */
const facet = { ...keyword, eager_global_ordinals: true };

const articleFields: JsonObject = {
  id: keyword,
  file: keyword,
  part: keyword,
  row: kept,
  place: kept,
  content: kept,
  text: keptText,
  titleWords: words,
  bodyWords: words,
  stems: { properties: { fr: stems('fr'), en: stems('en'), es: stems('es') } },
  sortTitle: keyword,
  isUndated: { type: 'byte' },
  date: { type: 'integer' },
  lastDate: { type: 'integer' },
  exactDay: { type: 'integer' },
  year: keyword,
  month: keyword,
  day: keyword,
  outlet: facet,
  language: keyword,
  marks: keyword,
  fingerprint: keyword,
  hasSameText: { type: 'boolean' },
  bands: { type: 'keyword' },
  family: keyword,
  isCopy: { type: 'boolean' },
  versions: kept,
  names: keyword,
  org: facet,
  per: facet,
  loc: facet,
  unsure: facet,
  sureNames: keyword,
  nameCounts: keyword,
  surfaceCounts: keyword,
  also: keyword,
  joins: keyword,
  factNames: keyword,
  factScore: { type: 'float' },
};

const entityFields: JsonObject = {
  id: keyword,
  type: keyword,
  list: keyword,
  key: keyword,
  label: keyword,
  names: keyword,
  words: { ...words, position_increment_gap: 100 },
  surfaces: kept,
  articles: { type: 'integer' },
  mentions: { type: 'long' },
  isCurated: { type: 'boolean' },
};

const fileFields: JsonObject = {
  path: keyword,
  part: keyword,
  extension: keyword,
  articles: { type: 'integer' },
  isLeftOut: { type: 'boolean' },
  hasProblem: { type: 'boolean' },
  hasFields: { type: 'boolean' },
  stamp: kept,
  skipped: kept,
  fields: kept,
  corpus: kept,
};

const analysis: JsonObject = {
  char_filter: {
    corpus_letters: { type: 'mapping', mappings: ['œ => oe', 'Œ => oe', 'æ => ae', 'Æ => ae', "’ => '"] },
  },
  filter: {
    corpus_elision: {
      type: 'elision',
      articles_case: true,
      articles: ['l', 'm', 't', 'qu', 'n', 's', 'j', 'd', 'c', 'jusqu', 'quoiqu', 'lorsqu', 'puisqu'],
    },
    corpus_stems_fr: { type: 'stemmer', language: 'light_french' },
    corpus_stems_en: { type: 'stemmer', language: 'light_english' },
    corpus_stems_es: { type: 'stemmer', language: 'light_spanish' },
  },
  analyzer: {
    corpus_words: { type: 'custom', tokenizer: 'whitespace' },
    corpus_fr: stemming('fr', ['corpus_elision']),
    corpus_en: stemming('en', []),
    corpus_es: stemming('es', []),
  },
};

function stemming(language: string, before: readonly string[]): JsonObject {
  return {
    type: 'custom',
    tokenizer: 'standard',
    char_filter: ['corpus_letters'],
    filter: [...before, 'lowercase', `corpus_stems_${language}`, 'asciifolding'],
  };
}

/** Settings and mapping of each index of a corpus. */
export function indexBodies({
  shards,
  replicas,
}: IndexShape): Readonly<Record<keyof IndexNames, JsonObject>> {
  const body = (properties: JsonObject, number_of_shards: number): JsonObject => ({
    settings: {
      index: {
        number_of_shards,
        number_of_replicas: replicas,
        // What is written one at a time is shown at once; while a corpus is filled the server has other work.
        refresh_interval: '30s',
        'mapping.ignore_malformed': false,
      },
      analysis,
    },
    mappings: { dynamic: false, _meta: { 'corpus-explorer': mappingVersion }, properties },
  });
  return {
    articles: body(articleFields, shards),
    entities: body(entityFields, 1),
    files: body(fileFields, 1),
  };
}
