import {
  badRecordsSentence,
  describeSkipped,
  isLeftOut,
  skipSentences,
  type CorpusStatus,
  type SkippedFile,
  type SourceSummary,
} from '../../core/index.ts';
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
import type { ReportLine } from './reportLine.ts';
import { sourceLines } from './sourceLines.ts';

/** What the report says of one corpus. */
export interface ReportedCorpus {
  readonly name: string;
  readonly root: string;
  readonly status: CorpusStatus | undefined;
  readonly skipped: readonly SkippedFile[];
  readonly sources: SourceSummary;
}

/** Totals, what they were read from, then every file that was left out, by reason, with what to do. */
export function indexReport(l10n: L10n, corpus: ReportedCorpus): ReportLine[] {
  const { name, root, status, skipped, sources } = corpus;
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
      ...(entities.unsure ? [l10n.t('{0} to review', formatNumber(l10n, entities.unsure))] : []),
    ].join(', '),
    ...(isComplete ? [] : [l10n.t('Not all files were read: indexing was cancelled or is still running.')]),
  ];
  return [
    ...head,
    ...totals.map((text) => ({ text })),
    ...sourceLines(l10n, sources),
    { text: '' },
    ...skippedLines(l10n, skipped),
  ];
}

function skippedLines(l10n: L10n, skipped: readonly SkippedFile[]): ReportLine[] {
  // What was read with losses is an article in the trees, and yet something to know.
  const leftOut = skipped.filter(isLeftOut).length;
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

/** Why a file, or some of its records, gave no article and what to do, in the user's language. */
function reasonOf(l10n: L10n, { evidence: { rule, values = {} }, records, ...file }: SkippedFile): string {
  const sentence = skipSentences[rule];
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? formatNumber(l10n, value) : value,
  ]);
  const before = records && {
    bad: formatNumber(l10n, records.bad),
    total: formatNumber(l10n, records.total),
    line: formatNumber(l10n, records.line),
  };
  const evidence = { rule, values: Object.fromEntries(shown) as Record<string, string> };
  const reason = { ...file, evidence, ...(records && { records }) };
  const opening = Object.entries(before ?? {}).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, value),
    l10n.t(badRecordsSentence),
  );
  return describeSkipped(reason, sentence === undefined ? {} : { [rule]: l10n.t(sentence) }, opening);
}
