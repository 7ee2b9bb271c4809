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

/** Conditions in one request. */
const bandsAtOnce = 5000;
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
  const shared: string[] = [];
  for await (const { value, articles } of store.values('bands')) if (articles > 1) shared.push(value);
  const candidates = new Map<ArticleId, Candidate>();
  for (let i = 0; i < shared.length; i += bandsAtOnce) {
    const query = { terms: { bands: shared.slice(i, i + bandsAtOnce) } };
    const found = store.scan<{ row: ArticleRow; content: ArticleContent }>('articles', query, 'id', [
      ...['row.id', 'row.date', 'content.sketch'],
    ]);
    for await (const { _source } of found) {
      const { id, date } = _source.row;
      candidates.set(id, { id, sketch: _source.content.sketch, ...(date !== undefined && { date }) });
    }
  }
  return [...candidates.values()];
}

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
