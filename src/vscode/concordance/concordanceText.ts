import { alignLine, type ConcordanceSort, type KwicLine, type Span } from '../../core/index.ts';
import { countArticles, countLines, formatNumber, type L10n } from '../l10n.ts';
import type { Concordance } from './concordance.ts';
import { moreLines } from './concordance.ts';

/** What a click on words of the document does: the end of a command's name. */
export type ConcordanceAction =
  'changeQuery' | 'sort' | 'changeScope' | 'export' | 'loadMore' | 'loadAll' | 'stop' | 'refresh';

/** Words of a line that can be clicked. */
export interface ActionLink extends Span {
  readonly line: number;
  readonly action: ConcordanceAction;
}

/** A concordance as a text, with what stands where. Lines count from 0. */
export interface ConcordanceText {
  readonly text: string;
  readonly links: readonly ActionLink[];
  /** The number of the first concordance line; the others follow without a gap. */
  readonly firstLine: number;
  readonly lines: readonly KwicLine[];
  /** The keyword of every concordance line, in that line. */
  readonly keywords: readonly Span[];
}

export type ShownConcordance = Pick<
  Concordance,
  'request' | 'sort' | 'lines' | 'total' | 'leastTotal' | 'unreadable' | 'state' | 'isStale' | 'articles'
>;

/** Writes a concordance down. `filter` is the current filter in words; empty when nothing is filtered. */
export function concordanceText(l10n: L10n, shown: ShownConcordance, filter: string): ConcordanceText {
  const { request, lines } = shown;
  const page = new Lines();
  page.add(l10n.t('Concordance: {0}', oneLine(request.label)));
  page.add(l10n.t('In: {0}', scopeText(l10n, shown, filter)));
  page.add(countText(l10n, shown));
  page.add(orderText(l10n, shown));
  page.addLinks([
    [l10n.t('Change Query…'), 'changeQuery'],
    [l10n.t('Sort By…'), 'sort'],
    [l10n.t('Change Scope…'), 'changeScope'],
    [l10n.t('Export…'), 'export'],
  ]);
  if (shown.isStale)
    page.addLinks([[l10n.t('Read Again'), 'refresh']], l10n.t('The corpus has changed since.'));
  page.add('');
  const firstLine = page.length;
  const undated = l10n.t('undated');
  const keywords: Span[] = [];
  for (const { line } of lines) {
    const { text, keyword } = alignLine(line, undated);
    page.add(text);
    keywords.push(keyword);
  }
  addEnd(l10n, shown, page);
  if (shown.state === 'complete' && shown.total === 0) page.add(nothingText(l10n, shown, filter));
  return { ...page.take(), firstLine, lines: lines.map(({ line }) => line), keywords };
}

function addEnd(
  l10n: L10n,
  { state, total, leastTotal, unreadable, lines }: ShownConcordance,
  page: Lines,
): void {
  if (state === 'complete') {
    if (unreadable === 0) return;
    if (lines.length > 0) page.add('');
    const missing = l10n.t(
      'Not shown: {0}. Their articles have changed or cannot be read.',
      countLines(l10n, unreadable),
    );
    page.addLinks([[l10n.t('Read Again'), 'refresh']], missing);
    return;
  }
  if (lines.length > 0) page.add('');
  if (state === 'reading') {
    page.addLinks([[l10n.t('Stop'), 'stop']], l10n.t('Reading…'));
  } else if (state === 'failed') {
    page.addLinks([[l10n.t('Read Again'), 'refresh']], l10n.t('The corpus could not be asked.'));
  } else {
    const left = total === undefined ? undefined : total - lines.length;
    const more = l10n.t('Load {0} More', formatNumber(l10n, Math.min(moreLines, left ?? moreLines)));
    page.addLinks(
      left !== undefined && left <= moreLines
        ? [[more, 'loadMore']]
        : [
            [more, 'loadMore'],
            [l10n.t('Load All'), 'loadAll'],
          ],
      left === undefined
        ? l10n.t('Not shown: at least {0}.', countLines(l10n, Math.max(1, leastTotal - lines.length)))
        : l10n.t('Not shown: {0}.', countLines(l10n, left)),
    );
  }
}

function scopeText(l10n: L10n, { request: { scope } }: ShownConcordance, filter: string): string {
  if (scope.kind === 'article') return l10n.t('the article “{0}”', oneLine(scope.title));
  if (scope.kind === 'corpus' || filter === '') return l10n.t('the whole corpus');
  return l10n.t('the articles of the filter ({0})', oneLine(filter));
}

function countText(l10n: L10n, { lines, total, state, articles }: ShownConcordance): string {
  const inArticles = countArticles(l10n, articles);
  if (state === 'complete') return l10n.t('{0} in {1}', countLines(l10n, lines.length), inArticles);
  if (total === undefined)
    return l10n.t('The first {0}, in {1}; there are more', countLines(l10n, lines.length), inArticles);
  return l10n.t(
    'The first {0} of {1}, in {2}',
    formatNumber(l10n, lines.length),
    countLines(l10n, total),
    inArticles,
  );
}

function orderText(l10n: L10n, { sort, state }: ShownConcordance): string {
  const order = l10n.t('Sorted by: {0}', sortText(l10n, sort));
  const isPart = state !== 'complete' && sort !== 'date';
  return isPart ? `${order} · ${l10n.t('only the lines that are loaded')}` : order;
}

/** Says what to do where nothing was found. */
function nothingText(l10n: L10n, { request: { query, scope } }: ShownConcordance, filter: string): string {
  if (scope.kind === 'article')
    return l10n.t('Nothing outside boilerplate here. Change the scope to look in the other articles.');
  if (scope.kind === 'filter' && filter !== '')
    return l10n.t('Nothing outside boilerplate that the filter lets in. Change the scope to look beyond it.');
  return 'words' in query
    ? l10n.t('Nothing outside boilerplate. Fewer words find more, and so does a beginning with *: port*')
    : l10n.t('Nothing outside boilerplate.');
}

/** What a concordance is sorted by, in words. */
export function sortText(l10n: L10n, sort: ConcordanceSort): string {
  switch (sort) {
    case 'date':
      return l10n.t('date, oldest first');
    case 'dateDescending':
      return l10n.t('date, newest first');
    case 'outlet':
      return l10n.t('outlet');
    case 'left':
      return l10n.t('left context (1L 2L 3L)');
    case 'right':
      return l10n.t('right context (1R 2R 3R)');
  }
}

const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');

class Lines {
  private readonly lines: string[] = [];
  private readonly links: ActionLink[] = [];

  get length(): number {
    return this.lines.length;
  }

  add(line: string): void {
    this.lines.push(line);
  }

  addLinks(links: readonly (readonly [text: string, action: ConcordanceAction])[], before = ''): void {
    let text = before;
    for (const [label, action] of links) {
      if (text !== '') text += ' · ';
      this.links.push({
        line: this.lines.length,
        start: text.length,
        end: text.length + label.length,
        action,
      });
      text += label;
    }
    this.lines.push(text);
  }

  take(): { readonly text: string; readonly links: readonly ActionLink[] } {
    return { text: `${this.lines.join('\n')}\n`, links: this.links };
  }
}
