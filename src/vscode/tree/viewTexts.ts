import type { CorpusStatus, Evidence } from '../../core/index.ts';
import type { IndexProgress } from '../../worker/protocol.ts';
import type { ViewState } from '../corpora.ts';
import { countArticles, countLeftOut, formatNumber, type L10n } from '../l10n.ts';
import { formatYears } from '../partialDates.ts';

/** What the words above the trees are made of, summed over the corpora of the window. */
export interface ViewFacts {
  readonly state: ViewState;
  readonly articles: number;
  readonly leftOut: number;
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly progress: IndexProgress | undefined;
  /** The names of corpora in clusters whose connection is lost; what they hold is shown as it was read before. */
  readonly lost: readonly string[];
  /** Why a folder could not be indexed, where that is known. */
  readonly problem: Evidence | undefined;
  /** The filter in words; empty when there is none. */
  readonly filter: string;
  /** How many articles the filter lets through. Undefined while that is not known. */
  readonly matching: number | undefined;
}

export function sumStatus(
  statuses: readonly CorpusStatus[],
): Pick<ViewFacts, 'articles' | 'leftOut' | 'first' | 'last'> {
  const dates = statuses
    .flatMap(({ firstDate, lastDate }) => [firstDate, lastDate])
    .filter((date) => date !== undefined);
  dates.sort();
  return {
    articles: statuses.reduce((sum, { articles }) => sum + articles, 0),
    leftOut: statuses.reduce((sum, { skipped }) => sum + skipped, 0),
    first: dates[0],
    last: dates.at(-1),
  };
}

/** Beside the view's name: "64 articles · 2003–2025", or "12 of 64 articles" under a filter. */
export function viewDescription(l10n: L10n, facts: ViewFacts): string {
  const { articles, filter, matching } = facts;
  if (articles === 0) return '';
  if (filter !== '' && matching !== undefined) {
    return l10n.t('{0} of {1}', formatNumber(l10n, matching), countArticles(l10n, articles));
  }
  return [countArticles(l10n, articles), formatYears(facts.first, facts.last)].filter(Boolean).join(' · ');
}

/** Above the tree; undefined when nothing is to be said. An empty tree has its welcome text instead. */
export function viewMessage(l10n: L10n, facts: ViewFacts): string | undefined {
  const lines = [
    progressLine(l10n, facts),
    cancelledLine(l10n, facts),
    problemLine(l10n, facts),
    lostLine(l10n, facts),
    filterLine(l10n, facts),
    leftOutLine(l10n, facts),
  ];
  return lines.filter((line) => line !== '').join(' — ') || undefined;
}

/** A refresh that finds nothing new is over before it is worth a line. */
function progressLine(l10n: L10n, { state, progress, articles }: ViewFacts): string {
  if (state !== 'indexing' && state !== 'opening') return '';
  if (progress === undefined) return articles === 0 ? l10n.t('Looking for articles…') : '';
  const { phase, done, total } = progress;
  if (phase === 'waiting') return l10n.t('Another window is reading these articles…');
  if (phase === 'listing' || total === 0) return l10n.t('Looking for articles…');
  return phase === 'surveying'
    ? l10n.t('Comparing articles… {0} of {1}', formatNumber(l10n, done), formatNumber(l10n, total))
    : l10n.t('Reading articles… {0} of {1}', formatNumber(l10n, done), formatNumber(l10n, total));
}

function cancelledLine(l10n: L10n, { state, articles }: ViewFacts): string {
  return state === 'cancelled' && articles > 0
    ? l10n.t('Indexing was cancelled: not all articles are here')
    : '';
}

function problemLine(l10n: L10n, { state, problem }: ViewFacts): string {
  if (state !== 'failed' || problem === undefined) return '';
  const { seconds = 0 } = problem.values ?? {};
  switch (problem.rule) {
    case 'notWritable':
      return l10n.t(
        'The index cannot be written: the disk is full, or is not there any more. What was indexed before is kept. Make room, then refresh.',
      );
    case 'newerVersion':
      return l10n.t('The index was written by a newer version of Corpus Explorer. Update Corpus Explorer.');
    case 'heldElsewhere':
      return l10n.t(
        'The index has to be built anew, and another window holds it. Close that window, then refresh.',
      );
    case 'stalled':
      return l10n.t('The drive did not answer in {0} seconds. Refresh once it does.', seconds);
    default:
      return '';
  }
}

function lostLine(l10n: L10n, { lost, articles }: ViewFacts): string {
  if (lost.length === 0) return '';
  const names = lost.join(', ');
  return articles > 0
    ? l10n.t('No answer from {0}: shown as it was read before', names)
    : l10n.t('No answer from {0}', names);
}

function filterLine(l10n: L10n, { filter, matching }: ViewFacts): string {
  if (filter === '') return '';
  return matching === 0
    ? l10n.t('No article matches the filter: {0}. Change or clear it above.', filter)
    : l10n.t('Filter: {0}', filter);
}

function leftOutLine(l10n: L10n, { leftOut, articles }: ViewFacts): string {
  if (leftOut === 0 || articles === 0) return '';
  return l10n.t('{0}: see Show Index Report', countLeftOut(l10n, leftOut));
}
