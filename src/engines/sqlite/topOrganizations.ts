import { byBucketRank, type FacetBucket } from '../../core/index.ts';
import { listNumber, storedEntity } from './entityTable.ts';
import type { Parts } from './parts.ts';
import { entityCounts } from './selectDocuments.ts';

/** After so many candidates it is faster to count everybody. */
const mostCandidates = 150;

/**
 * The organizations that most of some articles (ascending) name, best first, without counting everybody: candidates are taken
 * by how often they are named at all, and none further down can be named more often than that here. Fast where `docs` are
 * a large part of the corpus; `undefined` when that takes too many candidates.
 */
export function topOrganizations(
  parts: Parts,
  docs: Uint32Array,
  limit: number,
): readonly FacetBucket[] | undefined {
  const isIn = new Uint8Array((docs.at(-1) ?? 0) + 1);
  for (const doc of docs) isIn[doc] = 1;
  const candidates = parts.database.all(
    'SELECT * FROM entity WHERE list = ? ORDER BY articles DESC, mentions DESC, label, key LIMIT ?',
    listNumber('ORG'),
    mostCandidates,
  );
  let best: FacetBucket[] = [];
  for (const row of candidates) {
    const candidate = storedEntity(row);
    if (best.length === limit && candidate.articles < best.at(-1)!.articles) return best;
    const { articles, mentions } = countIn(parts, isIn, candidate.id);
    if (articles === 0) continue;
    const bucket = { value: candidate.entityId, label: candidate.label, articles, mentions };
    best = [...best, bucket].sort(byBucketRank).slice(0, limit);
  }
  return candidates.length < mostCandidates ? best : undefined;
}

function countIn(
  parts: Parts,
  isIn: Uint8Array,
  entity: number,
): { readonly articles: number; readonly mentions: number } {
  const counts = entityCounts(parts, entity);
  let articles = 0;
  let mentions = 0;
  // Without an iterator: a frequent candidate is named in very many articles.
  for (let i = 0; i < counts.docs.length; i++) {
    if (isIn[counts.docs[i]!] !== 1) continue;
    articles++;
    mentions += counts.mentions[i]!;
  }
  return { articles, mentions };
}
