import * as path from 'node:path';
import { Uri, window } from 'vscode';
import { exportEndings, isFolderFormat, type ExportFormat } from '../../core/index.ts';
import type { Corpus } from '../corpus.ts';
import { besideCorpus } from '../corpusPaths.ts';
import type { L10n } from '../l10n.ts';

/** Asks for a format. Undefined when the user gives up. `what` says what is exported. */
export async function chooseFormat(l10n: L10n, what: string): Promise<ExportFormat | undefined> {
  const choice = await window.showQuickPick(
    [
      {
        label: l10n.t('Table (CSV)'),
        description: '.csv',
        detail: l10n.t('For Excel and LibreOffice: a row for each article or line, with its place.'),
        format: 'csv' as const,
      },
      {
        label: l10n.t('JSON Lines'),
        description: '.jsonl',
        detail: l10n.t('The same for programs: one object a line.'),
        format: 'jsonl' as const,
      },
      {
        label: l10n.t('Bibliography (BibTeX)'),
        description: '.bib',
        detail: l10n.t('For Zotero, JabRef and LaTeX.'),
        format: 'bibtex' as const,
      },
      {
        label: l10n.t('TXM Corpus'),
        description: l10n.t('folder'),
        detail: l10n.t('The cleaned texts and metadata.csv, for TXM’s import of TXT and CSV.'),
        format: 'txm' as const,
      },
      {
        label: l10n.t('IRaMuTeQ Corpus'),
        description: '.txt',
        detail: l10n.t(
          'The cleaned texts in one file under lines of stars, with a table of their sources beside it.',
        ),
        format: 'iramuteq' as const,
      },
    ],
    { title: l10n.t('Export'), placeHolder: what, matchOnDetail: true },
  );
  return choice?.format;
}

/** Asks for a file or a new folder; outside the corpus, where nobody takes it for an article. Undefined when the user gives up. */
export async function choosePlace(
  l10n: L10n,
  corpus: Corpus,
  format: ExportFormat,
  what: string,
): Promise<string | undefined> {
  const ending = exportEndings[format];
  const name = fileNameOf([corpus.name, what].join(' '));
  const file = ending === '' ? name : `${name}.${ending}`;
  const chosen = await window.showSaveDialog({
    defaultUri: Uri.file(path.join(besideCorpus(corpus.root), file)),
    title: isFolderFormat(format) ? l10n.t('A new folder for the TXM corpus') : l10n.t('Export'),
    saveLabel: l10n.t('Export'),
    ...(ending !== '' && { filters: { [ending.toUpperCase()]: [ending] } }),
  });
  if (chosen === undefined) return undefined;
  if (chosen.scheme === 'file') return chosen.fsPath;
  void window.showErrorMessage(l10n.t('Exports can be written to a local folder only.'));
  return undefined;
}

const longestName = 80;

/** Words as a file name on any system. */
export function fileNameOf(words: string): string {
  return words
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069"*/:<>?\\|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, longestName)
    .replace(/^[. ]+|[. ]+$/g, '');
}
