import {
  entityLists,
  parseEntityId,
  type ArticleRow,
  type CorpusIndex,
  type DocumentSort,
  type EntityId,
  type Filter,
  type Histogram,
} from '../../core/index.ts';
import { naming, onOneDayOf, undatedOf, withinPeriod } from '../filter/filterRange.ts';
import type {
  ArticleNode,
  EntityNode,
  EntityRowOf,
  MonthNode,
  MoreNode,
  Pinned,
  ReasonNode,
  ReviewNode,
  ShownCorpus,
  TreeNode,
  TypeNode,
  UndatedMark,
  UndatedNode,
  YearNode,
} from './nodes.ts';

/** How the index of a corpus is asked: so that a question may be given up, or simply. */
export type Ask = (corpus: ShownCorpus) => CorpusIndex;

const simply: Ask = (corpus) => corpus.index;

/** What a listing needs beside its node. */
export interface Listing {
  readonly filter: Filter;
  /** How many children to load. */
  readonly limit: number;
  readonly pinned: readonly Pinned[];
  readonly ask?: Ask;
}

/** Organizations, People, Places, and what is to be looked at. One that is empty is left out. */
export async function typeNodes(
  corpus: ShownCorpus,
  parent: TreeNode | undefined,
  filter: Filter,
  ask = simply,
): Promise<TypeNode[]> {
  const pages = await Promise.all(entityLists.map((type) => ask(corpus).facet(filter, type, { limit: 1 })));
  const nodes = entityLists.map((type, i): TypeNode => ({
    kind: 'type',
    id: `${corpus.root}|${type}`,
    corpus,
    parent,
    type,
    entities: pages[i]!.total,
    ...(pages[i]!.isApproximate && { isApproximate: true }),
  }));
  return nodes.filter(({ entities }) => entities > 0);
}

export async function entityNodes(
  parent: TypeNode,
  { filter, limit, pinned, ask = simply }: Listing,
): Promise<TreeNode[]> {
  const page = await ask(parent.corpus).facet(filter, parent.type, { limit });
  const rows: EntityRowOf[] = page.items.map(({ value, label, articles, mentions, isCurated }) => ({
    entity: value,
    name: label,
    articles,
    mentions: mentions ?? 0,
    ...(isCurated && { isCurated }),
    ...(page.isApproximate && { isApproximate: true }),
  }));
  const listed = new Set(rows.map(({ entity }) => entity));
  for (const pin of pinned) if (pin.kind === 'entity' && !listed.has(pin.row.entity)) rows.push(pin.row);
  const nodes = rows.map((row) => entityNode(parent, filter, row));
  return withMore(parent, nodes, page.total);
}

function entityNode(parent: TypeNode, filter: Filter, row: EntityRowOf): EntityNode {
  const { corpus } = parent;
  const isUnsure = parent.type === 'unsure';
  return {
    kind: 'entity',
    id: entityNodeId(parent, row.entity),
    corpus,
    parent,
    type: parseEntityId(row.entity)!.type,
    ...row,
    ...(isUnsure && { isUnsure }),
    filter: naming(filter, row.entity),
  };
}

/** An entity that leaves those to be looked at is another node: VS Code knows no node that moves. */
export function entityNodeId({ corpus, type }: TypeNode, entity: EntityId): string {
  return type === 'unsure' ? `${corpus.root}|unsure|${entity}` : `${corpus.root}|${entity}`;
}

/** The years of the corpus or of an entity, newest first, and what is undated last. */
export async function yearNodes(
  corpus: ShownCorpus,
  parent: TreeNode | undefined,
  filter: Filter,
  ask = simply,
): Promise<(YearNode | UndatedNode)[]> {
  const histogram = await ask(corpus).histogram(filter, 'year');
  const of = parent?.kind === 'entity' ? { entity: parent.entity } : {};
  const id = parent?.id ?? corpus.root;
  const years = newestFirst(histogram).flatMap(({ period, articles }): YearNode[] => {
    const within = withinPeriod(filter, period);
    return within
      ? [
          {
            kind: 'year',
            id: `${id}|${period}`,
            corpus,
            parent,
            year: period,
            articles,
            filter: within,
            ...of,
          },
        ]
      : [];
  });
  const undated = undatedOf(filter);
  if (histogram.undated === 0 || undated === undefined) return years;
  const last: UndatedNode = {
    kind: 'undated',
    id: `${id}|undated`,
    corpus,
    parent,
    articles: histogram.undated,
    filter: undated,
    ...of,
  };
  return [...years, last];
}

/** The months of a year, newest first; articles known by their year only have the last place. */
export async function monthNodes(parent: YearNode, ask = simply): Promise<MonthNode[]> {
  const { corpus, filter } = parent;
  const histogram = await ask(corpus).histogram(filter, 'month');
  return newestFirst(histogram).flatMap(({ period, articles }): MonthNode[] => {
    const within = period.length === 4 ? onOneDayOf(filter, period) : withinPeriod(filter, period);
    if (!within) return [];
    return [
      {
        kind: 'month',
        id: `${parent.id}|${period}`,
        corpus,
        parent,
        month: period,
        articles,
        filter: within,
      },
    ];
  });
}

export async function articlesOfYear(parent: YearNode, listing: Listing): Promise<TreeNode[]> {
  return articleNodes(
    parent,
    await documents(parent, listing, 'dateDescending'),
    parent.articles,
    'year',
    listing.pinned,
  );
}

export async function articlesOfMonth(parent: MonthNode, listing: Listing): Promise<TreeNode[]> {
  // The range of a month also finds what is known by its year only; that has its own node. It sorts as the earliest
  // of its year, so it is last where the newest comes first, and first on the one day that stands for the year.
  const isYearOnly = parent.month.length === 4;
  const rows = await documents(parent, listing, isYearOnly ? 'date' : 'dateDescending');
  const fitting = rows.filter(({ precision }) => (precision === 'year') === isYearOnly);
  return articleNodes(parent, fitting.slice(0, parent.articles), parent.articles, 'month', listing.pinned);
}

const undatedMarks: readonly UndatedMark[] = ['noDate', 'onlyEventDates', 'userUndated'];

/** Undated articles by the reason; those of one entity in one list. */
export async function undatedNodes(parent: UndatedNode, listing: Listing): Promise<TreeNode[]> {
  if (parent.entity !== undefined) return articlesOf(parent, listing, 'title', 'undated');
  const counts = await reviewCounts(parent.corpus, parent.filter, listing.ask);
  return undatedMarks.flatMap((reason): ReasonNode[] => {
    const articles = counts.get(reason) ?? 0;
    if (articles === 0) return [];
    const filter: Filter = { ...parent.filter, review: [reason] };
    return [
      {
        kind: 'reason',
        id: `${parent.id}|${reason}`,
        corpus: parent.corpus,
        parent,
        reason,
        articles,
        filter,
      },
    ];
  });
}

export function articlesOfReason(parent: ReasonNode, listing: Listing): Promise<TreeNode[]> {
  return articlesOf(parent, listing, 'title', 'undated');
}

/** How many of the articles that a filter lets in are in each group of dates to look at. */
export async function reviewCounts(
  corpus: ShownCorpus,
  filter: Filter,
  ask = simply,
): Promise<ReadonlyMap<string, number>> {
  const { items } = await ask(corpus).facet(filter, 'review', { limit: mostReviewGroups });
  return new Map(items.map(({ value, articles }) => [value, articles]));
}

/** More than there are. */
const mostReviewGroups = 100;

/** The articles below a node, as many as are listed. */
export async function articlesOf(
  parent: UndatedNode | ReasonNode | ReviewNode,
  listing: Listing,
  sort: DocumentSort,
  place: ArticleNode['place'],
): Promise<TreeNode[]> {
  return articleNodes(parent, await documents(parent, listing, sort), parent.articles, place, listing.pinned);
}

async function documents(
  parent: YearNode | MonthNode | UndatedNode | ReasonNode | ReviewNode,
  { limit, ask = simply }: Listing,
  sort: DocumentSort,
): Promise<readonly ArticleRow[]> {
  return (await ask(parent.corpus).documents(parent.filter, sort, { limit })).items;
}

function articleNodes(
  parent: YearNode | MonthNode | UndatedNode | ReasonNode | ReviewNode,
  rows: readonly ArticleRow[],
  total: number,
  place: ArticleNode['place'],
  pinned: readonly Pinned[],
): TreeNode[] {
  const listed = new Set(rows.map(({ id }) => id));
  const extra = pinned.flatMap((pin) => (pin.kind === 'article' && !listed.has(pin.row.id) ? [pin.row] : []));
  const of = 'entity' in parent ? { entity: parent.entity } : {};
  // Two dates of one text are seen side by side where they are to be reviewed.
  const gathered =
    place === 'review'
      ? rows.map((article) => ({ article }))
      : gatherCopies(rows, new Set(pinned.flatMap((pin) => (pin.kind === 'article' ? pin.row.id : []))));
  const nodes = [...gathered, ...extra.map((article) => ({ article }))].map((listed): ArticleNode => {
    return {
      kind: 'article',
      id: `${parent.id}|${listed.article.id}`,
      corpus: parent.corpus,
      parent,
      place,
      ...listed,
      ...of,
    };
  });
  return withMore(parent, nodes, total - (rows.length - gathered.length));
}

/** The rows of a list with the copies of each text below the one that is listed first; what the user asked to see stays in the list. */
function gatherCopies(
  rows: readonly ArticleRow[],
  pinned: ReadonlySet<string>,
): { readonly article: ArticleRow; readonly gathers?: readonly ArticleRow[] }[] {
  const families = new Map<string, ArticleRow[]>();
  const listed: { article: ArticleRow; gathers?: readonly ArticleRow[] }[] = [];
  for (const article of rows) {
    const { versions } = article;
    const family = versions && families.get(versions.first);
    if (family && !pinned.has(article.id)) {
      family.push(article);
      continue;
    }
    const gathers: ArticleRow[] = [];
    if (versions && !family) families.set(versions.first, gathers);
    listed.push({ article, gathers });
  }
  return listed.map(({ article, gathers = [] }) => ({ article, ...(gathers.length > 0 && { gathers }) }));
}

/** All versions of an article's text, the first published first. */
export async function versionNodes(parent: ArticleNode, ask = simply): Promise<ArticleNode[]> {
  if (parent.article.versions === undefined || parent.place === 'version') return [];
  const rows = await ask(parent.corpus).versions(parent.article.id);
  return rows.map((article): ArticleNode => ({
    kind: 'article',
    id: `${parent.id}|version|${article.id}`,
    corpus: parent.corpus,
    parent,
    article,
    place: 'version',
    ...(parent.entity !== undefined && { entity: parent.entity }),
  }));
}

function withMore(parent: TreeNode, nodes: readonly TreeNode[], total: number): TreeNode[] {
  const left = total - nodes.length;
  if (left <= 0) return [...nodes];
  const more: MoreNode = { kind: 'more', id: `${parent.id}|more`, corpus: parent.corpus, parent, left };
  return [...nodes, more];
}

/** Descending, the coarse period behind its finer ones: 2016-12 … 2016-01, 2016. */
function newestFirst({ periods }: Histogram): Histogram['periods'] {
  return [...periods].sort((a, b) => (a.period < b.period ? 1 : -1));
}
