import { Uri, window, workspace } from 'vscode';
import { pairsToCsv, pairsToGexf, pairsToGraphml, type EntityPair } from '../../core/index.ts';
import { describeFilter } from '../filter/filterText.ts';
import type { Services } from '../services.ts';
import type { CorpusPairs } from './corpusPairs.ts';
import { measureName } from './pairTexts.ts';

const mostPairs = 10_000;
const writers = { csv: pairsToCsv, gexf: pairsToGexf, graphml: pairsToGraphml } as const;

/** Writes the pairs of the view into a file that the user names, in the format of its ending. */
export async function exportPairs(services: Services, pairs: CorpusPairs, target?: Uri): Promise<void> {
  const { corpora, l10n } = services;
  const [first] = corpora.all;
  if (!first) return;
  const uri =
    target ??
    (await window.showSaveDialog({
      title: l10n.t('Export Pairs'),
      defaultUri: Uri.joinPath(Uri.file(first.root), `${l10n.t('pairs')}.csv`),
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
  try {
    const found = await allPairs(services, pairs);
    const text = writers[format]({ pairs: found, description: describePairs(services, pairs) });
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    services.log.error(String(error));
    void window.showErrorMessage(
      l10n.t('The pairs could not be written to {0}. The log says why.', uri.fsPath),
    );
  }
}

async function allPairs({ corpora, filter }: Services, pairs: CorpusPairs): Promise<EntityPair[]> {
  const open = corpora.all.filter(({ isOpen }) => isOpen);
  const pages = await Promise.all(
    open.map(({ index }) => index.cooccurrence(filter.current, pairs.request, { limit: mostPairs })),
  );
  return pages.flatMap(({ items }) => items);
}

/** What was counted, and how, for the file. */
function describePairs({ corpora, filter, l10n }: Services, { options, entity }: CorpusPairs): string {
  const { unit, measure, minimum } = options;
  const parts = [
    corpora.all.map(({ name }) => name).join(', '),
    entity?.name ?? '',
    unit === 'sentence' ? l10n.t('Named in the Same Sentence') : l10n.t('Named in the Same Paragraph'),
    l10n.t('Rank by {0}', measureName(l10n, measure)),
    l10n.t('Named Together at Least: {0}', minimum),
    describeFilter(l10n, filter.current, filter.names),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
