import * as path from 'node:path';
import { commands, ProgressLocation, Uri, window, type CancellationToken } from 'vscode';
import { exportProblems, holdsLines, isFolderFormat, type Evidence } from '../../core/index.ts';
import type { ExportParams, ExportReport } from '../../worker/protocol.ts';
import type { Corpus } from '../corpus.ts';
import { countArticles, formatNumber, isOne, type L10n } from '../l10n.ts';
import type { Services } from '../services.ts';

/** Writes an export, with progress and cancel, and says at the end what came of it. */
export async function runExport(
  services: Services,
  corpus: Corpus,
  params: ExportParams,
): Promise<ExportReport | undefined> {
  const { l10n } = services;
  const name = path.basename(params.target);
  try {
    const report = await window.withProgress(
      {
        location: ProgressLocation.Notification,
        title: l10n.t('Exporting to “{0}”', name),
        cancellable: true,
      },
      (progress, token) =>
        write(services, corpus, params, token, (message, increment) => {
          progress.report({ message, increment });
        }),
    );
    if (report) void sayWhatCame(l10n, params, report);
    return report;
  } catch (error) {
    services.log.error(String(error));
    void window.showErrorMessage(l10n.t('The export was interrupted. See the log.'));
    return undefined;
  }
}

async function write(
  { worker, l10n }: Services,
  corpus: Corpus,
  params: ExportParams,
  token: CancellationToken,
  say: (message: string, increment: number) => void,
): Promise<ExportReport | undefined> {
  await Promise.race([
    corpus.whenSettled(),
    new Promise<void>((resolve) => {
      token.onCancellationRequested(() => {
        resolve();
      });
    }),
  ]);
  if (token.isCancellationRequested) return undefined;
  let shown = 0;
  const subscription = worker.onExporting(({ target, done, total }) => {
    if (target !== params.target || total === 0) return;
    const percent = (done / total) * 100;
    say(
      l10n.t('{0} of {1}', formatNumber(l10n, done), formatNumber(l10n, total)),
      Math.max(0, percent - shown),
    );
    shown = Math.max(shown, percent);
  });
  try {
    return await worker.client.exportCorpus(params, token);
  } finally {
    subscription.dispose();
  }
}

async function sayWhatCame(
  l10n: L10n,
  { target, format, query }: ExportParams,
  report: ExportReport,
): Promise<void> {
  const { outcome, problem, items } = report;
  if (problem) {
    void window.showErrorMessage(problemText(l10n, problem));
    return;
  }
  if (outcome === 'cancelled') return;
  const open = l10n.t('Open');
  const words = l10n.t(
    '{0} exported to “{1}”.',
    countItems(l10n, items, query !== undefined && holdsLines(format)),
    path.basename(target),
  );
  if ((await window.showInformationMessage(words, open)) !== open) return;
  const file = isFolderFormat(format) ? path.join(target, 'metadata.csv') : target;
  await commands.executeCommand('vscode.open', Uri.file(file));
}

function countItems(l10n: L10n, items: number, areLines: boolean): string {
  if (!areLines) return countArticles(l10n, items);
  const shown = formatNumber(l10n, items);
  return isOne(l10n, items) ? l10n.t('{0} line', shown) : l10n.t('{0} lines', shown);
}

/** Why an export could not be written, in the user's language. */
export function problemText(l10n: L10n, { rule, values = {} }: Evidence): string {
  const sentence = (exportProblems as Readonly<Record<string, string>>)[rule];
  return sentence === undefined ? rule : l10n.t(sentence).replace('{code}', String(values['code'] ?? ''));
}
