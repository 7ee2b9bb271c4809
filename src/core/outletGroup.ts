import type { ArticleRecord } from './article/record.ts';

/** Records of one group are taken to share a page layout: the stated source, else the URL's host, else one for all. */
export function outletGroup({ source, url }: Pick<ArticleRecord, 'source' | 'url'>): string {
  return source ?? /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? '';
}
