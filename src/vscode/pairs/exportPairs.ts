import * as path from 'node:path';
import { Uri, window, workspace, type CancellationToken } from 'vscode';
import {
  exportProblems,
  pairsToCsv,
  pairsToGexf,
  pairsToGraphml,
  type CorpusIndex,
  type EntityPair,
} from '../../core/index.ts';
import { besideCorpus, isOutsideCorpus, relativeTo } from '../corpusPaths.ts';
import { allOfType } from '../entityTypes.ts';
import { separatorOf } from '../export/separatorOf.ts';
import { describeFilter } from '../filter/filterText.ts';
import type { Services } from '../services.ts';
import type { CorpusPairs } from './corpusPairs.ts';
import { cutText, measureName, unitName } from './pairTexts.ts';

/** Pairs of one question to the index: most of its work is the same for few and for many. */
const pageSize = 50_000;
const writers = { csv: pairsToCsv, gexf: pairsToGexf, graphml: pairsToGraphml } as const;

/** Writes all pairs that the view lists into a file that the user names, in the format of its ending. */
export async function exportPairs(services: Services, pairs: CorpusPairs, target?: Uri): Promise<void> {
  const { corpora, l10n } = services;
  const [first] = corpora.all;
  if (!first) return;
  const uri =
    target ??
    (await window.showSaveDialog({
      title: l10n.t('Export Pairs'),
      defaultUri: Uri.file(path.join(besideCorpus(first.root), `${l10n.t('pairs')}.csv`)),
      filters: { [l10n.t('Table (CSV)')]: ['csv'], 'GEXF (Gephi)': ['gexf'], GraphML: ['graphml'] },
    }));
  if (!uri) return;
  const format = /\.(csv|gexf|graphml)$/i.exec(uri.path)?.[1]?.toLowerCase() as
    keyof typeof writers | undefined;
  if (!format) {
    void window.showWarningMessage(
      l10n.t('Give the file the ending .csv, .gexf or .graphml: it says the format.'),
    );
    return;
  }
  if (format === 'csv' && corpora.all.some(({ root }) => isReadAsArticle(root, uri))) {
    void window.showErrorMessage(l10n.t(exportProblems.insideCorpus));
    return;
  }
  try {
    await window.withProgress(
      { location: { viewId: 'corpusExplorer.pairs' }, cancellable: true },
      async (_, token) => {
        const { found, isCut } = await allPairs(services, pairs, token);
        const listing = {
          description: describePairs(services, pairs, isCut),
          separator: separatorOf(l10n),
          pairs: found,
        };
        if (token.isCancellationRequested) return;
        await workspace.fs.writeFile(uri, new TextEncoder().encode(writers[format](listing)));
      },
    );
  } catch (error) {
    services.log.error(String(error));
    void window.showErrorMessage(
      l10n.t('The pairs could not be written to {0}. The log says why.', uri.fsPath),
    );
  }
}

function isReadAsArticle(root: string, { fsPath }: Uri): boolean {
  const inside = relativeTo(root, fsPath);
  return inside !== undefined && !isOutsideCorpus(inside);
}

async function allPairs(
  { corpora, filter }: Services,
  { request }: CorpusPairs,
  token: CancellationToken,
): Promise<{ readonly found: readonly EntityPair[]; readonly isCut: boolean }> {
  const found: EntityPair[] = [];
  let isCut = false;
  for (const { index } of corpora.all.filter(({ isOpen }) => isOpen)) {
    let cursor: string | undefined;
    do {
      const page: Awaited<ReturnType<CorpusIndex['cooccurrence']>> = await index.cooccurrence(
        filter.current,
        request,
        { limit: pageSize, ...(cursor !== undefined && { cursor }) },
      );
      for (const pair of page.items) found.push(pair);
      isCut ||= page.isApproximate === true;
      ({ cursor } = page);
    } while (cursor !== undefined && !token.isCancellationRequested);
  }
  return { found, isCut };
}

/** What was counted, and how, for the file. */
function describePairs(
  { corpora, filter, l10n }: Services,
  { options, entity }: CorpusPairs,
  isCut: boolean,
): string {
  const { unit, measure, minimum, types } = options;
  const parts = [
    corpora.all.map(({ name }) => name).join(', '),
    entity?.name ?? '',
    types.map((type) => allOfType(l10n, type)).join(', '),
    unitName(l10n, unit),
    l10n.t('Rank by {0}', measureName(l10n, measure)),
    l10n.t('Named Together at Least: {0}', minimum),
    describeFilter(l10n, filter.current, filter.names),
    isCut ? cutText(l10n) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
