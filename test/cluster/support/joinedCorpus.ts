import { generateCorpus } from '../../bench/generateCorpus.ts';
import type { ArticleAnalysis, Batch, WritableCorpusIndex } from '../../../src/core/index.ts';
import type { ArticleDocument } from '../../../src/engines/opensearch/articleDocument.ts';
import type { OpenSearchIndex } from '../../../src/engines/opensearch/openSearchIndex.ts';

/** Batches of generated articles, whose names some articles prove to be one; every third article is sure of none of its names. */
export function* joinedBatches(articles: number, size: number): Generator<Batch> {
  let files: Batch['files'][number][] = [];
  let number = 0;
  for (const { path, analysis } of generateCorpus(articles)) {
    files.push({
      stamp: { path, modifiedMs: 0, size: 1 },
      articles: [{ id: path, analysis: number++ % 3 === 0 ? inDoubt(analysis) : analysis }],
    });
    if (files.length < size) continue;
    yield { files, removedPaths: [] };
    files = [];
  }
}

function inDoubt(analysis: ArticleAnalysis): ArticleAnalysis {
  const { entities, mentions, facts } = analysis.linked;
  return {
    ...analysis,
    linked: { entities, facts, mentions: mentions.map((mention) => ({ ...mention, confidence: 0.3 })) },
  };
}

/** All that a server holds of what articles are counted to, and of the entities. */
export async function countedIn({ store }: OpenSearchIndex): Promise<unknown> {
  await store.refresh('articles', 'entities');
  const counted: unknown[] = [];
  const fields = [
    'id',
    'names',
    'org',
    'per',
    'loc',
    'unsure',
    'content.names',
    'content.entities',
    'hasSameText',
  ];
  for await (const { _source } of store.scan<ArticleDocument>('articles', { match_all: {} }, 'id', fields))
    counted.push(_source);
  for await (const { _source } of store.scan<object>('entities', { match_all: {} }, 'id', ['*']))
    counted.push(sorted(_source));
  return counted;
}

/** Fields, and lists, in one order: that of a server's own counting is not fixed. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => JSON.stringify(sorted(each))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([field, each]) => [field, sorted(each)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Every entity of each list, with its articles. */
export async function listsOf(index: WritableCorpusIndex): Promise<unknown> {
  const lists = ['ORG', 'PER', 'LOC', 'unsure'] as const;
  return Promise.all(lists.map(async (list) => (await index.facet({}, list, { limit: 2000 })).items));
}
