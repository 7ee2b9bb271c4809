import {
  commands,
  DocumentLink,
  EventEmitter,
  languages,
  Range,
  Uri,
  window,
  workspace,
  type TextDocument,
} from 'vscode';
import { isClusterAddress } from '../../core/index.ts';
import { sourceFileOf } from '../corpusPaths.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';
import { indexReport } from './indexReport.ts';
import type { ReportLine } from './reportLine.ts';

const scheme = 'corpus-explorer-report';

/** Show Index Report: a read-only document with totals and every file that was left out, each a link. */
export function registerIndexReport(services: Services): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new EventEmitter<Uri>());
  const uri = Uri.from({ scheme, path: `/${services.l10n.t('Index Report')}` });
  let links: readonly {
    readonly line: number;
    readonly from: number;
    readonly to: number;
    readonly target: Uri;
  }[] = [];

  const provideTextDocumentContent = async (): Promise<string> => {
    const { lines, roots } = await readReport(services);
    links = lines.flatMap(({ text, path, linkStart = 2, linkEnd = text.length }, line) =>
      path === undefined || isClusterAddress(roots[line]!)
        ? []
        : [{ line, from: linkStart, to: linkEnd, target: Uri.file(sourceFileOf(roots[line]!, path)) }],
    );
    return lines.map(({ text }) => text).join('\n');
  };
  store.add(
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent,
    }),
  );
  store.add(
    languages.registerDocumentLinkProvider(
      { scheme },
      {
        provideDocumentLinks: (document: TextDocument) =>
          links
            .filter(({ line }) => line < document.lineCount)
            .map(({ line, from, to, target }) => new DocumentLink(new Range(line, from, line, to), target)),
      },
    ),
  );
  store.add(
    commands.registerCommand('corpusExplorer.showIndexReport', async () => {
      // Fired first: a report that is open already is read again.
      changed.fire(uri);
      await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
    }),
  );
  return store;
}

/** The lines of the report, and the corpus root that each belongs to. */
async function readReport({
  corpora,
  l10n,
}: Services): Promise<{ lines: readonly ReportLine[]; roots: readonly string[] }> {
  const parts = await Promise.all(
    corpora.all.map(async ({ name, root, status, index, isOpen }, i) => {
      const skipped = isOpen ? await index.skipped() : [];
      const sources = isOpen ? await index.sources() : { formats: [], recordFiles: [] };
      const lines = indexReport(l10n, { name, root, status: isOpen ? status : undefined, skipped, sources });
      const shown = i > 0 ? [{ text: '' }, ...lines] : lines;
      return { lines: shown, roots: shown.map(() => root) };
    }),
  );
  return { lines: parts.flatMap(({ lines }) => lines), roots: parts.flatMap(({ roots }) => roots) };
}
