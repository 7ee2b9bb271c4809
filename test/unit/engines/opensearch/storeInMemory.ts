import type { CorpusStore, Hit } from '../../../../src/engines/opensearch/corpusStore.ts';

/** The fields of an article that orders and conditions look at. */
export interface SmallArticle {
  readonly id: string;
  /** 0 for one without. */
  readonly date: number;
  readonly isUndated: 0 | 1;
  readonly outlet?: string;
}

type Condition = Readonly<Record<string, unknown>>;
type Value = string | number;

/** What a server gives at most in one answer. */
const mostHits = 10_000;

/** A store that answers, from articles in memory, the searches that lists by date ask; with how often it was asked. */
export function storeInMemory(articles: readonly SmallArticle[]) {
  const asked = { searches: 0 };
  const hitOf = (article: SmallArticle): Hit<SmallArticle> => ({
    _id: article.id,
    _source: article,
    sort: [article.isUndated, article.date, article.id],
  });
  const store = {
    search(_: 'articles', body: Condition) {
      asked.searches++;
      const {
        size,
        query,
        sort,
        search_after: after,
      } = body as unknown as {
        readonly size: number;
        readonly query: Condition;
        readonly sort?: readonly Readonly<Record<string, 'asc' | 'desc'>>[];
        readonly search_after?: readonly Value[];
      };
      if (size > mostHits) throw new RangeError(`size: ${size}`);
      const signs = (sort ?? []).map((each) => (Object.values(each)[0] === 'asc' ? 1 : -1));
      const compare = (a: readonly Value[], b: readonly Value[]): number => {
        const at = signs.findIndex((_sign, i) => a[i] !== b[i]);
        return at < 0 ? 0 : (a[at]! < b[at]! ? -1 : 1) * signs[at]!;
      };
      const found = articles.filter((article) => isFound(article, query)).map(hitOf);
      const hits = found
        .filter((hit) => after === undefined || compare(hit.sort!, after) > 0)
        .sort((a, b) => compare(a.sort!, b.sort!))
        .slice(0, size);
      return Promise.resolve({ hits: { total: { value: found.length }, hits } });
    },
    count: (_: 'articles', query: Condition) =>
      Promise.resolve(articles.filter((article) => isFound(article, query)).length),
    get: (_: 'articles', ids: readonly string[]) =>
      Promise.resolve(articles.filter(({ id }) => setOf(ids).has(id)).map(hitOf)),
  };
  return { store: store as unknown as CorpusStore, asked };
}

function isFound(article: SmallArticle, query: Condition): boolean {
  const [[kind, inner]] = Object.entries(query) as [[string, Readonly<Record<string, unknown>>]];
  const field = (name: string): unknown => article[name as keyof SmallArticle];
  switch (kind) {
    case 'match_all':
      return true;
    case 'term':
      return Object.entries(inner).every(([name, value]) => field(name) === value);
    case 'terms':
      return Object.entries(inner).every(([name, values]) => setOf(values as unknown[]).has(field(name)));
    case 'bool': {
      const all = (of: string): readonly Condition[] =>
        [inner[of] ?? []].flat() as unknown as readonly Condition[];
      return (
        all('filter').every((each) => isFound(article, each)) &&
        !all('must_not').some((each) => isFound(article, each)) &&
        (inner['should'] === undefined || all('should').some((each) => isFound(article, each)))
      );
    }
    default:
      throw new TypeError(`no such condition here: ${kind}`);
  }
}

const sets = new WeakMap<readonly unknown[], ReadonlySet<unknown>>();

/** The values of a condition, looked through once and not once an article. */
function setOf(values: readonly unknown[]): ReadonlySet<unknown> {
  const known = sets.get(values) ?? new Set(values);
  sets.set(values, known);
  return known;
}
