import type { MarkupFact } from '../../core/index.ts';

export type FactField = MarkupFact['field'];

/** What a `<meta>` with this name, property or itemprop (lower case) says about the article. */
const fieldOfMeta: Readonly<Record<FactField, readonly string[]>> = {
  published: [
    'article:published_time',
    'article:published',
    'og:article:published_time',
    'og:published_time',
    'datepublished',
    'date',
    'dc.date',
    'dc.date.issued',
    'dc.date.created',
    'dc.issued',
    'dcterms.created',
    'dcterms.date',
    'dcterms.issued',
    'citation_publication_date',
    'citation_date',
    'citation_online_date',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
    'publication_date',
    'publication-date',
    'publicationdate',
    'article.published',
    'article:post_date',
    'article_date_original',
    'originalpublicationdate',
    'cxenseparse:recs:publishtime',
    'bt:pubdate',
    'rnews:datepublished',
    'shareaholic:article_published_time',
    'vr:published_time',
    'date_published',
    'published-date',
    'published_date',
    'published_at',
    'published_time',
    'release_date',
    'datecreated',
    'article.created',
    'analytics-pubdate',
    'dcsext.articlefirstpublished',
    'last-published',
    'firstpublished',
    'dateposted',
  ],
  modified: [
    'article:modified_time',
    'article:modified',
    'og:updated_time',
    'og:modified_time',
    'datemodified',
    'dcterms.modified',
    'dc.date.modified',
    'last-modified',
    'lastmod',
    'lastmodified',
    'modified_date',
    'article.updated',
    'revision_date',
    'revised',
  ],
  title: [
    'og:title',
    'twitter:title',
    'dc.title',
    'dcterms.title',
    'citation_title',
    'parsely-title',
    'sailthru.title',
    'headline',
    'title',
    'hdl',
  ],
  author: [
    'author',
    'article:author',
    'article:author_name',
    'og:article:author',
    'og:author',
    'dc.creator',
    'dcterms.creator',
    'dc.contributor',
    'citation_author',
    'parsely-author',
    'sailthru.author',
    'byl',
    'cxenseparse:author',
    'article_author',
    'creator',
    'shareaholic:article_author_name',
    'article.author',
    'authors',
  ],
  outlet: [
    'og:site_name',
    'application-name',
    'dc.publisher',
    'citation_journal_title',
    'publisher',
    'copyright',
  ],
  language: ['og:locale', 'content-language', 'dc.language', 'language', 'inlanguage'],
  section: ['article:section', 'parsely-section', 'section', 'og:section', 'articlesection'],
};

const fieldByName: ReadonlyMap<string, FactField> = new Map(
  (Object.keys(fieldOfMeta) as FactField[]).flatMap((field) =>
    fieldOfMeta[field].map((name) => [name, field] as const),
  ),
);

/** The statement that a `<meta>` makes; undefined when it is about something else. */
export function metaFact(attributes: Readonly<Record<string, string>>): MarkupFact | undefined {
  const value = attributes['content']?.trim();
  if (value === undefined || value === '') return undefined;
  for (const name of [
    attributes['property'],
    attributes['name'],
    attributes['itemprop'],
    attributes['http-equiv'],
  ]) {
    const key = name?.trim().toLowerCase();
    const field = key === undefined ? undefined : fieldByName.get(key);
    if (key === undefined || !field) continue;
    const source = /^(?:og|article):/.test(key)
      ? 'openGraph'
      : attributes['itemprop'] === name
        ? 'itemprop'
        : `meta:${key}`;
    return { field, source, value };
  }
  return undefined;
}
