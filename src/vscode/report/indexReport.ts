import { describeSkip, skipSentences, type CorpusStatus, type SkippedFile } from '../../core/index.ts';
import {
  countArticles,
  countLeftOut,
  countOrganizations,
  countPeople,
  countPlaces,
  formatNumber,
  type L10n,
} from '../l10n.ts';
import { formatYears } from '../partialDates.ts';

/** What the report says of one corpus. */
export interface ReportedCorpus {
  readonly name: string;
  readonly root: string;
  readonly status: CorpusStatus | undefined;
  readonly skipped: readonly SkippedFile[];
}

/** A line of the report, and the file it is about, for a link on its path. */
export interface ReportLine {
  readonly text: string;
  readonly path?: string;
}

/** Totals, then every file that was left out, by reason, with what to do. */
export function indexReport(l10n: L10n, { name, root, status, skipped }: ReportedCorpus): ReportLine[] {
  const head = [{ text: name }, { text: root }, { text: '' }];
  if (status === undefined) return [...head, { text: l10n.t('This folder was not indexed yet.') }];
  const { articles, undated, entities, isComplete } = status;
  const years = formatYears(status.firstDate, status.lastDate);
  const totals = [
    countArticles(l10n, articles) + (years === undefined ? '' : `, ${years}`),
    l10n.t('{0} undated', formatNumber(l10n, undated)),
    [
      countOrganizations(l10n, entities.ORG),
      countPeople(l10n, entities.PER),
      countPlaces(l10n, entities.LOC),
    ].join(', '),
    ...(isComplete ? [] : [l10n.t('Not all files were read: indexing was cancelled or is still running.')]),
  ];
  return [...head, ...totals.map((text) => ({ text })), { text: '' }, ...skippedLines(l10n, skipped)];
}

function skippedLines(l10n: L10n, skipped: readonly SkippedFile[]): ReportLine[] {
  // What was read with losses is an article in the trees, and yet something to know.
  const leftOut = skipped.filter(({ isRead }) => isRead !== true).length;
  const groups = new Map<string, SkippedFile[]>();
  for (const file of skipped) {
    const heading = reasonOf(l10n, file);
    groups.set(heading, [...(groups.get(heading) ?? []), file]);
  }
  const sections = [...groups].flatMap(([heading, files]) => [
    { text: '' },
    { text: heading },
    // A name may hold a line end; a line of the report is one file all the same.
    ...files.map(({ path }) => ({ text: `  ${path.replace(/[\r\n]+/g, '⏎')}`, path })),
  ]);
  const total = leftOut === 0 ? l10n.t('No file was left out.') : `${countLeftOut(l10n, leftOut)}.`;
  return [{ text: total }, ...sections];
}

/** Why a file gave no article and what to do, in the user's language. */
function reasonOf(l10n: L10n, { evidence: { rule, values = {} } }: SkippedFile): string {
  const sentence = skipSentences[rule];
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? formatNumber(l10n, value) : value,
  ]);
  return describeSkip(
    { rule, values: Object.fromEntries(shown) as Record<string, string> },
    sentence === undefined ? {} : { [rule]: l10n.t(sentence) },
  );
}
