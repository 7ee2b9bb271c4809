import {
  dateCode,
  precisionOfDate,
  type ArticleId,
  type ArticleRow,
  type DocumentSort,
} from '../../../core/index.ts';
import type { Cluster, JsonObject } from '../cluster.ts';
import { ClusterError } from '../clusterError.ts';
import { foreignFields, type ForeignFields } from './foreignFields.ts';
import { languageCode } from './foreignLanguages.ts';
import { articlesQuery, dateFieldsOf, noDateField, type ForeignPlace } from './foreignMapping.ts';
import { searchForeign, valuesAt, type ForeignAnswer, type ForeignHit } from './foreignSearch.ts';

/** An article of another program, with its text where the server gives it. */
export interface ForeignArticle {
  readonly row: ArticleRow;
  readonly text: string | undefined;
  readonly source: JsonObject;
  readonly sort: readonly (string | number)[];
}

/** Articles whose texts are read at once. */
export const textsAtOnce = 25;
/** Dates that no article has: what is undated stands last in either order. In milliseconds since 1970. */
const [firstDate, lastDate] = [-62_135_596_800_000, 253_402_300_799_999];
/** What the dates of rows are asked for as. */
const dayFormat = 'yyyy-MM-dd';

/** The articles of an index of Datashare or OpenAleph. */
export class ForeignArticles {
  readonly cluster: Cluster;
  readonly place: ForeignPlace;
  readonly fields: ForeignFields;
  /** Undefined when nothing says when an article was published. */
  readonly dateField: string | undefined;

  constructor(cluster: Cluster, place: ForeignPlace) {
    this.cluster = cluster;
    this.place = place;
    this.fields = foreignFields(place.preset, place.fields);
    const { dateField } = place;
    const known = dateFieldsOf(place.fields);
    if (dateField !== undefined && dateField !== noDateField && !known.includes(dateField))
      throw new ClusterError(
        'refused',
        cluster.server,
        `“${place.name}” has no date field “${dateField}”; it has ${known.join(', ')}`,
      );
    this.dateField = dateField === noDateField ? undefined : dateField;
  }

  search(body: JsonObject): Promise<ForeignAnswer> {
    return searchForeign(this.cluster, this.place.name, body);
  }

  /** Articles that a query lets in. */
  within(query?: JsonObject): JsonObject {
    const all = articlesQuery(this.place.preset);
    return query === undefined ? all : { bool: { filter: [all, query] } };
  }

  /** Articles that have a date. */
  get isDated(): JsonObject {
    return this.dateField === undefined ? { match_none: {} } : { exists: { field: this.dateField } };
  }

  /** A page of articles in an order; with their texts where these are wanted. */
  async read(
    query: JsonObject,
    order: DocumentSort | 'rank',
    size: number,
    { after, withText = false }: ReadOptions = {},
  ): Promise<{ readonly articles: readonly ForeignArticle[]; readonly total: number }> {
    const { hits } = await this.search({
      size,
      track_total_hits: true,
      query,
      sort: this.sortOf(order),
      _source: [...this.fields.row, ...(withText ? [this.fields.text] : [])],
      ...(this.dateField !== undefined && {
        docvalue_fields: [{ field: this.dateField, format: dayFormat }],
      }),
      ...(after && { search_after: after }),
    });
    return { articles: hits.hits.map((hit) => this.articleOf(hit)), total: hits.total!.value };
  }

  /** Articles by their ids; what is not there is left out. */
  async withIds(ids: readonly ArticleId[], withText = false): Promise<readonly ForeignArticle[]> {
    // By search: a document is got by its id only where it was sent, which its program alone knows.
    const query = this.within({ ids: { values: [...ids] } });
    return (await this.read(query, 'date', Math.max(1, ids.length), { withText })).articles;
  }

  /** Articles with their texts in an order, `textsAtOnce` at a time, from a place on. */
  async *inOrder(
    query: JsonObject,
    order: DocumentSort,
    from?: readonly (string | number)[],
  ): AsyncGenerator<readonly ForeignArticle[]> {
    let after = from;
    do {
      const place = { withText: true, ...(after && { after }) };
      const { articles } = await this.read(query, order, textsAtOnce, place);
      if (articles.length > 0) yield articles;
      after = articles.length < textsAtOnce ? undefined : articles.at(-1)?.sort;
    } while (after);
  }

  private sortOf(order: DocumentSort | 'rank'): readonly JsonObject[] {
    const { title, path } = this.fields;
    // Nothing else is in every document and never twice: a page begins where the one before ended.
    const last = [{ [path]: { order: 'asc', missing: '_last' } }, { _seq_no: 'asc' }];
    if (order === 'title') return [{ [title]: { order: 'asc', missing: '_last' } }, ...last];
    const [direction, missing] =
      order === 'date' ? (['asc', lastDate] as const) : (['desc', firstDate] as const);
    const byDate =
      this.dateField === undefined ? [] : [{ [this.dateField]: { order: direction, missing, mode: 'min' } }];
    return [...(order === 'rank' ? [{ _score: 'desc' }] : []), ...byDate, ...last];
  }

  private articleOf({ _id, _source = {}, sort = [], fields = {} }: ForeignHit): ForeignArticle {
    const { preset } = this.place;
    const first = (paths: readonly string[]): string | undefined =>
      paths.flatMap((path) => valuesAt(_source, path))[0];
    const date = this.dateOf(_source, fields);
    const title = first(this.fields.titles);
    const outlet = this.fields.outlet && first([this.fields.outlet.replace(/\.keyword$/, '')]);
    const language = first(this.fields.languages);
    const texts = valuesAt(_source, this.fields.text);
    return {
      row: {
        id: _id,
        title: title === undefined ? _id : nameOf(title, preset === 'datashare'),
        ...(outlet !== undefined && { outlet }),
        ...(date !== undefined
          ? { date, precision: precisionOfDate(date), dateSource: `field:${this.dateField ?? ''}` }
          : { undatedReason: 'noDate' as const }),
        language: language === undefined ? 'und' : languageCode(language),
        authors: this.fields.authors.flatMap((path) => valuesAt(_source, path)),
      },
      text: texts.length === 0 ? undefined : texts.join('\n\n'),
      source: _source,
      sort,
    };
  }

  /** As precise as the program wrote it; a date with a time is that of its day in UTC. */
  private dateOf(source: JsonObject, fields: NonNullable<ForeignHit['fields']>): string | undefined {
    if (this.dateField === undefined) return undefined;
    const [day] = (fields[this.dateField] ?? []).map(String).sort();
    if (day === undefined || dateCode(day) === undefined) return undefined;
    const coarse = valuesAt(source, this.dateField).find((value) => /^\d{4}(-\d{2})?$/.test(value));
    return coarse !== undefined && day.startsWith(coarse) ? coarse : day;
  }
}

export interface ReadOptions {
  readonly after?: readonly (string | number)[];
  readonly withText?: boolean;
}

/** The last part of a path, for documents that have no better title. */
function nameOf(title: string, isMaybePath: boolean): string {
  return isMaybePath && title.startsWith('/') ? title.slice(title.lastIndexOf('/') + 1) : title;
}
