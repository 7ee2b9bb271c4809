import { commands } from 'vscode';
import type { ExportReport } from '../../worker/protocol.ts';
import { chooseCorpus } from '../chooseCorpus.ts';
import type { Disposable } from '../disposableStore.ts';
import { describeFilter } from '../filter/filterText.ts';
import type { Services } from '../services.ts';
import { chooseFormat, choosePlace } from './chooseExport.ts';
import { exportRequestOf, type ExportRequest } from './exportRequest.ts';
import { runExport } from './runExport.ts';
import { separatorOf } from './separatorOf.ts';

/** Export…: what a view shows, or what is below a node of a tree, in a form for another program. */
export function registerExport(services: Services): Disposable {
  return commands.registerCommand('corpusExplorer.export', (argument?: unknown) =>
    exportWhatIsShown(services, exportRequestOf(argument)),
  );
}

async function exportWhatIsShown(
  services: Services,
  request: ExportRequest,
): Promise<ExportReport | undefined> {
  const { l10n, corpora } = services;
  const corpus =
    request.root === undefined ? await chooseCorpus(services, l10n.t('Export')) : corpora.at(request.root);
  if (corpus === undefined) return undefined;
  void corpus.start();
  const filter = request.filter ?? services.filter.current;
  const words = wordsOf(services, request);
  const format = request.format ?? (await chooseFormat(l10n, words === '' ? l10n.t('All articles') : words));
  if (format === undefined) return undefined;
  const target = request.target ?? (await choosePlace(l10n, corpus, format, words));
  if (target === undefined) return undefined;
  return runExport(services, corpus, {
    root: corpus.root,
    format,
    target,
    filter,
    ...(request.query && { query: request.query }),
    head: { corpus: corpus.name, filter: words, separator: separatorOf(l10n) },
    // The save dialog has asked; a target that was given is the caller's.
    mayReplace: true,
  });
}

function wordsOf({ l10n, filter }: Services, request: ExportRequest): string {
  const { query, label } = request;
  const asked = query === undefined || 'entity' in query ? '' : query.words;
  const names = new Map([...filter.names, ...(request.names ?? [])]);
  const parts = [describeFilter(l10n, request.filter ?? filter.current, names), label ?? asked];
  return parts.filter((part) => part !== '').join(' · ');
}
