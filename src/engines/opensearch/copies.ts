import {
  areCopies,
  bandKeys,
  compareVersions,
  type ArticleId,
  type ArticleRow,
  type Sketch,
} from '../../core/index.ts';
import { documentId, type ArticleContent, type ArticleDocument } from './articleDocument.ts';
import { writeBulk, type BulkChange } from './bulk.ts';
import type { CorpusStore } from './corpusStore.ts';
import { articleOf, rowOf } from './documents.ts';
import type { Reading } from './reading.ts';

/** Articles whose sketches are read in one request. */
const candidatesAtOnce = 2000;
/** Versions of one text that are listed. */
const mostVersions = 10_000;

/** All articles with the text of one, in the order of `compareVersions`; none when it has no copy. */
export async function versionsOf(reading: Reading, id: ArticleId): Promise<readonly ArticleRow[]> {
  const found = await articleOf(reading, id, ['versions']);
  if (!found?.versions) return [];
  const { hits } = await reading.store.search<Pick<ArticleDocument, 'row' | 'versions'>>('articles', {
    size: mostVersions,
    track_total_hits: false,
    query: { term: { family: found.versions.first } },
    _source: ['row', 'versions'],
  });
  return hits.hits.map(({ _source }) => rowOf(reading, _source)).sort(compareVersions);
}

interface Candidate {
  readonly id: ArticleId;
  readonly date?: string;
  readonly sketch: Sketch;
}

/** Finds the texts that stand in the corpus more than once, and tells their articles so. */
export async function markCopies(store: CorpusStore): Promise<void> {
  const candidates = await readCandidates(store);
  const wanted = new Map<ArticleId, NonNullable<ArticleRow['versions']>>();
  for (const family of familiesOf(candidates)) {
    const [first] = family.sort(compareVersions);
    for (const { id } of family) wanted.set(id, { count: family.length, first: first!.id });
  }
  const changes: BulkChange[] = [];
  const known = store.scan<Pick<ArticleDocument, 'id' | 'versions'>>(
    'articles',
    { exists: { field: 'family' } },
    'id',
    ['id', 'versions'],
  );
  for await (const { _id, _source } of known) {
    const versions = wanted.get(_source.id);
    const isTold = versions?.first === _source.versions?.first && versions?.count === _source.versions?.count;
    if (isTold) wanted.delete(_source.id);
    else if (!versions)
      changes.push({ kind: 'update', id: _id, fields: { family: null, isCopy: false, versions: null } });
  }
  for (const [id, versions] of wanted) {
    const fields = { family: versions.first, isCopy: versions.first !== id, versions };
    changes.push({ kind: 'update', id: documentId(id), fields });
  }
  await writeBulk(store, 'articles', changes);
}

/** The articles that share a band with another one. */
async function readCandidates(store: CorpusStore): Promise<Candidate[]> {
  const shared = await sharedBands(store);
  const candidates: Candidate[] = [];
  let ids: string[] = [];
  const read = async (): Promise<void> => {
    const fields = ['row.id', 'row.date', 'content.sketch'];
    const found = await store.get<{ row: ArticleRow; content: ArticleContent }>('articles', ids, fields);
    ids = [];
    for (const { _source } of found) {
      const { id, date } = _source.row;
      candidates.push({ id, sketch: _source.content.sketch, ...(date !== undefined && { date }) });
    }
  };
  if (shared.size === 0) return candidates;
  for await (const { of, values } of bandsOfEach(store)) {
    if (values.some((value) => shared.has(Number(value)))) ids.push(documentId(of));
    if (ids.length >= candidatesAtOnce) await read();
  }
  await read();
  return candidates;
}

/** The bands that more than one article has. A server that is to count them looks through all articles for every page of its answer. */
async function sharedBands(store: CorpusStore): Promise<Set<number>> {
  let keys = new Float64Array(1 << 16);
  let count = 0;
  for await (const { values } of bandsOfEach(store)) {
    if (count + values.length > keys.length) {
      const longer = new Float64Array(2 * keys.length);
      longer.set(keys);
      keys = longer;
    }
    for (const value of values) keys[count++] = Number(value);
  }
  const sorted = keys.subarray(0, count).sort();
  const shared = new Set<number>();
  for (let i = 1; i < count; i++) if (sorted[i] === sorted[i - 1]) shared.add(sorted[i]!);
  return shared;
}

const bandsOfEach = (store: CorpusStore) =>
  store.valuesOfEach('articles', { exists: { field: 'bands' } }, 'id', 'bands');

/** Candidates that hang together by `areCopies`. */
function familiesOf(candidates: readonly Candidate[]): Candidate[][] {
  const byBand = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    for (const band of bandKeys(candidate.sketch)) {
      const sharing = byBand.get(band);
      if (sharing) sharing.push(candidate);
      else byBand.set(band, [candidate]);
    }
  }
  const families: Candidate[][] = [];
  const left = new Set(candidates);
  for (const candidate of left) {
    left.delete(candidate);
    const family = [candidate];
    for (const member of family) {
      for (const other of bandKeys(member.sketch).flatMap((band) => byBand.get(band) ?? [])) {
        if (!left.has(other) || !areCopies(member.sketch, other.sketch)) continue;
        left.delete(other);
        family.push(other);
      }
    }
    if (family.length > 1) families.push(family);
  }
  return families;
}
