import { Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import { nodesOf, type EntityPair } from '../../core/index.ts';
import { fromPairGraph, type PairGraph } from '../../webview/messages/pairGraph.ts';
import { WorkerGone } from '../../worker/client.ts';
import { formatNumber, type L10n } from '../l10n.ts';
import type { Services } from '../services.ts';
import { pageOf } from '../webviewPage.ts';
import type { CorpusPairs } from './corpusPairs.ts';
import { countUnits, cutText, measureText, questionTexts } from './pairTexts.ts';

/** More would not be readable; the list has them all. */
const mostPairs = 60;

/** The strongest pairs of the view as a graph, in an editor of its own. */
export class GraphPanel {
  private readonly services: Services;
  private readonly pairs: CorpusPairs;
  private readonly extensionUri: Uri;
  private panel: WebviewPanel | undefined;
  private asked = 0;

  /** As the page shows it. */
  graph: PairGraph | undefined;

  constructor(services: Services, pairs: CorpusPairs, extensionUri: Uri) {
    this.services = services;
    this.pairs = pairs;
    this.extensionUri = extensionUri;
  }

  /** Opens the graph, or brings it to the front. */
  show(): void {
    void this.services.corpora.start();
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    const { l10n } = this.services;
    const panel = window.createWebviewPanel(
      'corpusExplorer.pairGraph',
      l10n.t('Who with Whom'),
      ViewColumn.Active,
      {
        enableScripts: true,
        localResourceRoots: [
          Uri.joinPath(this.extensionUri, 'dist'),
          Uri.joinPath(this.extensionUri, 'media'),
        ],
      },
    );
    this.panel = panel;
    panel.webview.onDidReceiveMessage((data: unknown) => {
      const message = fromPairGraph(data);
      if (message?.kind === 'ready') void this.refresh();
      if (message?.kind === 'choose') this.choose(message.id);
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    panel.webview.html = pageOf(panel.webview, this.extensionUri, 'pairGraph', l10n.language);
  }

  async refresh(): Promise<void> {
    if (!this.panel) return;
    const turn = ++this.asked;
    try {
      const graph = await this.count();
      if (turn !== this.asked) return;
      this.graph = graph;
      await this.panel.webview.postMessage({ kind: 'show', graph });
    } catch (error) {
      // A worker that ended comes back, and its corpus then says that its contents are others.
      if (!(error instanceof WorkerGone)) this.services.log.error(String(error));
    }
  }

  dispose(): void {
    this.panel?.dispose();
  }

  /** The pairs of one name; those of all again when it is chosen once more. */
  private choose(id: string): void {
    const node = this.graph?.nodes.find((each) => each.id === id);
    if (node) this.pairs.of(this.pairs.entity?.id === id ? undefined : { id, name: node.name });
  }

  private async count(): Promise<PairGraph> {
    const { corpora, filter, l10n } = this.services;
    const open = corpora.all.filter(({ isOpen }) => isOpen);
    const pages = await Promise.all(
      open.map(({ index }) => index.cooccurrence(filter.current, this.pairs.request, { limit: mostPairs })),
    );
    const found = pages.flatMap(({ items }) => items).sort((a, b) => b.score - a.score);
    const isCut = pages.some(({ isApproximate }) => isApproximate);
    return graphOf(l10n, found.slice(0, mostPairs), this.pairs, isCut);
  }
}

function graphOf(l10n: L10n, found: readonly EntityPair[], pairs: CorpusPairs, isCut: boolean): PairGraph {
  const { unit, measure } = pairs.options;
  const scoreOf = (score: number): string =>
    measure === 'together' ? '' : measureText(l10n, measure, score);
  return {
    title: [...questionTexts(l10n, pairs), isCut ? cutText(l10n) : '']
      .filter((part) => part !== '')
      .join(' · '),
    nodes: nodesOf(found).map(({ id, name, type, units }) => {
      return { id, name, type, units, spoken: l10n.t('{0}: {1}', name, countUnits(l10n, unit, units)) };
    }),
    edges: found.map(({ first, second, together, score }) => {
      const both = l10n.t('{0} – {1}', first.name, second.name);
      const counted = [countUnits(l10n, unit, together), scoreOf(score)]
        .filter((part) => part !== '')
        .join(' · ');
      return {
        source: first.id,
        target: second.id,
        together,
        spoken: l10n.t('{0}: {1}', both, counted),
        cells: [first.name, second.name, formatNumber(l10n, together), scoreOf(score)],
      };
    }),
    empty: l10n.t('No names stand together often enough in what the filter lets through'),
    tableTitle: l10n.t('As a Table'),
    headings: [
      l10n.t('Name'),
      l10n.t('With'),
      l10n.t('Together'),
      measure === 'together' ? '' : l10n.t('Score'),
    ].filter((part) => part !== ''),
  };
}
