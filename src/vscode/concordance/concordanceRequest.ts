import type { ArticleId, Filter, KwicQuery } from '../../core/index.ts';

/** The scheme of concordances: virtual documents that nobody can write. */
export const concordanceScheme = 'corpus-concordance';

/** Where a concordance looks. */
export type ConcordanceScope =
  | { readonly kind: 'corpus' }
  /** What the filter of the views lets in. */
  | { readonly kind: 'filter' }
  | { readonly kind: 'article'; readonly article: ArticleId; readonly title: string };

/** What a concordance shows. */
export interface ConcordanceRequest {
  readonly root: string;
  readonly query: KwicQuery;
  /** The entity's name, or the query as it was typed. */
  readonly label: string;
  readonly scope: ConcordanceScope;
  /** The article it was asked for in: its text alone may be wanted. */
  readonly origin?: { readonly article: ArticleId; readonly title: string };
}

/** The filter that a request asks the index with. */
export function filterOfScope(scope: ConcordanceScope, current: Filter): Filter {
  switch (scope.kind) {
    case 'corpus':
      return {};
    case 'filter':
      return current;
    case 'article':
      return { articles: [scope.article] };
  }
}

/** Equal for requests of the same query in the same place. */
export function requestKey({ root, query, scope }: ConcordanceRequest): string {
  const what = 'entity' in query ? ['entity', query.entity] : ['words', query.words];
  return JSON.stringify([root, ...what, scope.kind, scope.kind === 'article' ? scope.article : '']);
}
