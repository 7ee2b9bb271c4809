import type { RecordFields, SourceSummary } from '../../core/index.ts';
import { countArticles, countFiles, formatNumber, type L10n } from '../l10n.ts';
import type { ReportLine } from './reportLine.ts';

/** Where the user may say otherwise. */
const settingsFile = '.corpus/corpus.yaml';

/** What the articles were read from: files by format, and which fields of records were taken for what. */
export function sourceLines(l10n: L10n, { formats, recordFiles }: SourceSummary): ReportLine[] {
  if (formats.length === 0 && recordFiles.length === 0) return [];
  const read = formats.map(({ extension, files, articles }) => ({
    text: `  ${l10n.t('{0}: {1}', `.${extension}`, `${countFiles(l10n, files)}, ${countArticles(l10n, articles)}`)}`,
  }));
  return [{ text: '' }, { text: l10n.t('Read from:') }, ...read, ...fieldLines(l10n, recordFiles)];
}

/** Files with the same fields stand together. */
function fieldLines(l10n: L10n, recordFiles: SourceSummary['recordFiles']): ReportLine[] {
  if (recordFiles.length === 0) return [];
  const groups = new Map<string, SourceSummary['recordFiles'][number][]>();
  for (const file of recordFiles) {
    const key = describeFields(l10n, file.fields);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [
    { text: '' },
    {
      text: l10n.t(
        'Fields of their records, as they were understood (put right by “Set Fields of Records”, in {0}):',
        settingsFile,
      ),
    },
    ...[...groups].flatMap(([fields, files]) => [
      { text: `  ${fields}` },
      ...files.map(({ path, articles }) => ({
        text: `    ${path.replace(/[\r\n]+/g, '⏎')}${articles === 0 ? '' : ` (${formatNumber(l10n, articles)})`}`,
        path,
        linkStart: 4,
        linkEnd: 4 + path.length,
      })),
    ]),
  ];
}

function describeFields(l10n: L10n, { roles, unused }: RecordFields): string {
  const names = roleNames(l10n);
  const used = roles.map(({ role, names: fields }) => `${names[role] ?? role} = ${fields.join(', ')}`);
  const rest = unused.length === 0 ? [] : [l10n.t('{0}: {1}', l10n.t('not used'), unused.join(', '))];
  return [...used, ...rest]
    .reduce((all, part) => (all === '' ? part : l10n.t('{0}; {1}', all, part)), '')
    .replace(/[\r\n]+/g, '⏎');
}

function roleNames(l10n: L10n): Readonly<Record<string, string>> {
  return {
    text: l10n.t('text'),
    html: l10n.t('page (HTML)'),
    title: l10n.t('title'),
    published: l10n.t('date'),
    modified: l10n.t('date of an update'),
    crawled: l10n.t('day it was fetched, not its date'),
    author: l10n.t('author'),
    outlet: l10n.t('outlet'),
    url: l10n.t('address'),
    language: l10n.t('language'),
    section: l10n.t('section'),
  };
}
