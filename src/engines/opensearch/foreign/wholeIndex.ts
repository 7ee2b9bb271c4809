import { ClusterError } from '../clusterError.ts';
import type { ForeignArticles } from './foreignArticles.ts';

/** What was asked of the index as a whole is asked again after this long. */
const knownMs = 5000;

export interface Whole {
  /** An index of another program has no number that counts up: its documents tell that it changed. */
  readonly generation: number;
  /** As the server names them. */
  readonly languages: readonly string[];
}

/** What is known of an index as a whole, asked for when it is needed and kept for a while. */
export class WholeIndex {
  private readonly articles: ForeignArticles;
  private known: { readonly at: number; readonly answer: Promise<Whole> } | undefined;

  constructor(articles: ForeignArticles) {
    this.articles = articles;
  }

  /** Rejects when there is no such index, or one without the fields of its program. */
  ask(): Promise<Whole> {
    if (this.known && performance.now() - this.known.at < knownMs) return this.known.answer;
    const answer = askWhole(this.articles);
    this.known = { at: performance.now(), answer };
    answer.catch(() => (this.known = undefined));
    return answer;
  }
}

async function askWhole(articles: ForeignArticles): Promise<Whole> {
  const { language } = articles.fields;
  const { hits, aggregations } = await articles.search({
    size: 0,
    track_total_hits: true,
    aggs: { languages: { terms: { field: language, size: 1000 } } },
  });
  const buckets = aggregations?.['languages']?.buckets;
  if (!Array.isArray(buckets))
    throw new ClusterError('refused', articles.cluster.server, `no field “${language}”`);
  const languages = (buckets as readonly { readonly key: string }[]).map(({ key }) => key);
  return { generation: hits.total!.value, languages };
}
