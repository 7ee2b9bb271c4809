import type { CleaningProgress, CleaningReport } from '../../worker/protocol.ts';
import { countArticles, formatNumber, type L10n } from '../l10n.ts';

/** How far a cleaning is, e.g. "412 of 1,204 articles". */
export function progressWords(l10n: L10n, { phase, done, total }: CleaningProgress): string {
  switch (phase) {
    case 'listing':
      return l10n.t('Looking for articles: {0}', formatNumber(l10n, done));
    case 'comparing':
      return l10n.t('Already done: {0}', countArticles(l10n, done));
    case 'surveying':
      return l10n.t('Looking for what repeats');
    case 'cleaning':
      return ofArticles(l10n, done, total);
    case 'reporting':
      return l10n.t('Writing the report');
  }
}

/** "412 of 1,204 articles". */
export function ofArticles(l10n: L10n, done: number, total: number): string {
  return l10n.t('{0} of {1}', formatNumber(l10n, done), countArticles(l10n, total));
}

/** What a whole run did, in a sentence or two. `folder` is a name. */
export function doneWords(l10n: L10n, report: CleaningReport, folder: string): string {
  const { articles, cleaned, refused, unusual, leftOut, characters, lost } = report;
  const share = formatNumber(l10n, characters === 0 ? 0 : Math.round((lost / characters) * 1000) / 10);
  const rest = [
    ...(refused > 0 ? [l10n.t('{0} copied unchanged', formatNumber(l10n, refused))] : []),
    ...(unusual > 0 ? [l10n.t('{0} lost unusually much', formatNumber(l10n, unusual))] : []),
    ...(leftOut > 0 ? [l10n.t('{0} left out', formatNumber(l10n, leftOut))] : []),
  ];
  const all = l10n.t(
    '{0} in “{1}”: {2} cleaned, {3} % of the text removed.',
    countArticles(l10n, articles),
    folder,
    formatNumber(l10n, cleaned),
    share,
  );
  return rest.length === 0 ? all : `${all} ${l10n.t('To look at: {0}.', rest.join(', '))}`;
}
