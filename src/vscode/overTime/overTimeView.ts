import type { Uri, WebviewView, WebviewViewProvider } from 'vscode';
import type { Filter } from '../../core/index.ts';
import { WorkerGone } from '../../worker/client.ts';
import { fromOverTime, type FromOverTime, type OverTimeChart } from '../../webview/messages/overTime.ts';
import type { Services } from '../services.ts';
import { pageOf } from '../webviewPage.ts';
import { chartOf, stepOf, type ChartStep, type Compared } from './chart.ts';

/** How many entities can be compared: as many as there are colours that can be told apart. */
export const mostCompared = 5;

/** The view in the panel: the histogram of what the filter lets through, or of the mentions of a few entities. */
export class OverTimeView implements WebviewViewProvider {
  private readonly services: Services;
  private readonly extensionUri: Uri;
  private view: WebviewView | undefined;
  private asked = 0;

  step: ChartStep = 'auto';
  compared: readonly Compared[] = [];
  /** As the page shows it. */
  chart: OverTimeChart | undefined;

  constructor(services: Services, extensionUri: Uri) {
    this.services = services;
    this.extensionUri = extensionUri;
  }

  resolveWebviewView(view: WebviewView): void {
    this.view = view;
    view.webview.options = { enableScripts: true, localResourceRoots: [this.extensionUri] };
    view.webview.html = pageOf(view.webview, this.extensionUri, 'overTime', this.services.l10n.language);
    view.webview.onDidReceiveMessage((data: unknown) => {
      const message = fromOverTime(data);
      if (message) this.receive(message);
    });
    view.onDidChangeVisibility(() => {
      if (view.visible) void this.refresh();
    });
    view.onDidDispose(() => {
      this.view = undefined;
    });
    void this.services.corpora.start();
  }

  /** Adds an entity to what is compared, or takes it out. */
  compare(compared: readonly Compared[]): void {
    this.compared = compared.slice(0, mostCompared);
    void this.refresh();
  }

  /** What a click on a bar, or a key, asks for. */
  receive(message: FromOverTime): void {
    const { filter } = this.services;
    const rest = withoutDates(filter.current);
    const { from, to, isUndated } = filter.current;
    const hasDates = from !== undefined || to !== undefined || isUndated === true;
    switch (message.kind) {
      case 'ready':
        void this.refresh();
        return;
      case 'choose':
        filter.set({ ...rest, from: message.period, to: message.period });
        return;
      case 'chooseUndated':
        filter.set({ ...rest, isUndated: true });
        return;
      case 'clear':
        if (hasDates) filter.set(rest);
    }
  }

  async refresh(): Promise<void> {
    const turn = ++this.asked;
    try {
      const chart = await this.count();
      if (turn !== this.asked) return;
      this.chart = chart;
      await this.view?.webview.postMessage({ kind: 'show', chart });
    } catch (error) {
      // A worker that ended comes back, and its corpus then says that its contents are others.
      if (!(error instanceof WorkerGone)) this.services.log.error(String(error));
    }
  }

  private async count(): Promise<OverTimeChart> {
    const { corpora, filter, l10n } = this.services;
    // Dates only pick bars out: the others stay to be chosen.
    const within = withoutDates(filter.current);
    const open = corpora.all.filter(({ isOpen }) => isOpen);
    const ids = this.compared.map(({ id }) => id);
    const ask = (step: 'year' | 'month') =>
      Promise.all(open.map(({ index }) => index.histogram(within, step, ids)));
    const months = await ask('month');
    const step = stepOf(this.step, months);
    return chartOf(l10n, step === 'month' ? months : await ask('year'), step, this.compared, filter.current);
  }
}

function withoutDates(filter: Filter): Filter {
  const kept: { from?: string; to?: string; isUndated?: boolean } & Filter = { ...filter };
  delete kept.from;
  delete kept.to;
  delete kept.isUndated;
  return kept;
}
