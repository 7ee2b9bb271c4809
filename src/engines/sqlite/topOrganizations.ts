import { byBucketRank, type FacetBucket } from '../../core/index.ts';
import { listNumber, storedEntity, type StoredEntity } from './entityTable.ts';
import { countCommon, setOf } from './namedIn.ts';
import type { Parts } from './parts.ts';
import { mentionsIn } from './postings.ts';
import { entityCounts, entityDocuments, intersect } from './selectDocuments.ts';

/** After so many candidates it is faster to count everybody. */
const mostCandidates = 150;

/** An organization, and how many of the articles name it. */
export type CountedOrganization = Pick<FacetBucket, 'value' | 'label' | 'articles'>;

interface Counted {
  readonly candidate: StoredEntity;
  readonly articles: number;
}

/**
 * The organizations that most of some articles (ascending) name, best first, without counting everybody: candidates are taken
 * by how often they are named at all, and none further down can be named more often than that here. Fast where `docs` are
 * a large part of the corpus; `undefined` when that takes too many candidates.
 */
export function topOrganizations(
  parts: Parts,
  docs: Uint32Array,
  limit: number,
): readonly CountedOrganization[] | undefined {
  const wanted = setOf(docs);
  const candidates = parts.database.all(
    'SELECT * FROM entity WHERE list = ? ORDER BY articles DESC, mentions DESC, label, key LIMIT ?',
    listNumber('ORG'),
    mostCandidates,
  );
  let best: Counted[] = [];
  for (const row of candidates) {
    const candidate = storedEntity(row);
    const least = best[limit - 1]?.articles ?? 0;
    if (candidate.articles < least) return ranked(parts, docs, best, limit);
    const set = parts.namedIn.get(candidate.id, () => entityDocuments(parts, candidate.id));
    const articles = countCommon(set, wanted);
    if (articles === 0 || articles < least) continue;
    // All that tie with the last one stay: their mentions decide.
    const sorted = [...best, { candidate, articles }].sort((a, b) => b.articles - a.articles);
    best = sorted.filter((counted) => counted.articles >= (sorted[limit - 1]?.articles ?? 0));
  }
  return candidates.length < mostCandidates ? ranked(parts, docs, best, limit) : undefined;
}

/** Mentions decide between those in equally many articles, and are counted for no others. */
function ranked(
  parts: Parts,
  docs: Uint32Array,
  best: readonly Counted[],
  limit: number,
): readonly CountedOrganization[] {
  const mentionsOf = (id: number): number => {
    const counts = entityCounts(parts, id);
    return mentionsIn(intersect(counts.docs, docs), counts).reduce((sum, count) => sum + count, 0);
  };
  const buckets = best.map(({ candidate: { id, entityId, label }, articles }) => {
    const isTied = best.filter((other) => other.articles === articles).length > 1;
    return { value: entityId, label, articles, ...(isTied && { mentions: mentionsOf(id) }) };
  });
  const sorted = buckets.sort(byBucketRank).slice(0, limit);
  return sorted.map(({ value, label, articles }) => ({ value, label, articles }));
}
