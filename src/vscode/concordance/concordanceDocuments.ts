import {
  EventEmitter,
  languages,
  Uri,
  window,
  workspace,
  type TextDocument,
  type TextDocumentContentProvider,
} from 'vscode';
import type { ConcordanceSort, KwicLine } from '../../core/index.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { describeFilter } from '../filter/filterText.ts';
import type { Services } from '../services.ts';
import { Concordance, firstLines } from './concordance.ts';
import {
  concordanceScheme,
  filterOfScope,
  requestKey,
  type ConcordanceRequest,
} from './concordanceRequest.ts';
import { concordanceText, type ConcordanceText } from './concordanceText.ts';

/** The language of concordances, by which their editors are set: no wrapping, no line numbers. */
const language = 'corpus-concordance';

interface Shown {
  readonly concordance: Concordance;
  text: ConcordanceText;
}

/** The concordances that are open, as documents. */
export class ConcordanceDocuments implements TextDocumentContentProvider, Disposable {
  private readonly services: Services;
  private readonly store = new DisposableStore();
  private readonly changed = this.store.add(new EventEmitter<Uri>());
  private readonly shown = new Map<string, Shown>();
  /** The order chosen last is that of the next one. */
  private sort: ConcordanceSort = 'date';

  readonly onDidChange = this.changed.event;

  constructor(services: Services) {
    this.services = services;
    this.store.add(workspace.registerTextDocumentContentProvider(concordanceScheme, this));
    this.store.add(
      workspace.onDidCloseTextDocument(({ uri }) => {
        // A change of language closes a document, and opens it again.
        if (uri.scheme === concordanceScheme && !isOpen(uri)) this.forget(uri);
      }),
    );
    this.store.add(
      services.filter.onDidChange(() => {
        for (const { concordance } of this.shown.values())
          if (concordance.request.scope.kind === 'filter') void concordance.restart();
      }),
    );
    this.store.add(
      services.corpora.onDidChangeContents(({ root, status }) => {
        for (const [key, { concordance }] of this.shown) {
          const isSame = concordance.generation === (status?.generation ?? concordance.generation);
          if (concordance.request.root !== root || concordance.isStale || isSame) continue;
          if (concordance.state === 'reading') continue;
          concordance.isStale = true;
          this.refresh(Uri.parse(key));
        }
      }),
    );
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.shown.get(uri.toString())?.text.text ?? '';
  }

  /** Shows a concordance, and reads its first lines. Rejects when the document cannot be opened. */
  async open(request: ConcordanceRequest, sort: ConcordanceSort = this.sort): Promise<TextDocument> {
    const uri = uriOf(request);
    const known = this.shown.get(uri.toString());
    if (!known) this.begin(uri, request, sort);
    const document = await workspace.openTextDocument(uri);
    const shown = await window.showTextDocument(
      document.languageId === language
        ? document
        : await languages.setTextDocumentLanguage(document, language),
      { preview: false },
    );
    if (known) await known.concordance.restart();
    else await this.at(uri)?.concordance.load(firstLines);
    return shown.document;
  }

  at(uri: Uri | undefined): Shown | undefined {
    return uri && this.shown.get(uri.toString());
  }

  /** The line of the concordance that stands on a line of its document, from 0. */
  lineAt(uri: Uri, line: number): KwicLine | undefined {
    const text = this.at(uri)?.text;
    return text?.lines[line - text.firstLine];
  }

  sortBy(uri: Uri, sort: ConcordanceSort): void {
    this.sort = sort;
    this.at(uri)?.concordance.sortBy(sort);
  }

  dispose(): void {
    for (const { concordance } of this.shown.values()) concordance.dispose();
    this.store.dispose();
  }

  private begin(uri: Uri, request: ConcordanceRequest, sort: ConcordanceSort): void {
    const { corpora, filter } = this.services;
    const concordance = new Concordance(request, sort, {
      index: () => {
        const corpus = corpora.at(request.root);
        return corpus?.isOpen ? corpus.index : undefined;
      },
      filter: () => filterOfScope(request.scope, filter.current),
      onDidChange: () => {
        this.refresh(uri);
      },
    });
    this.shown.set(uri.toString(), { concordance, text: this.write(concordance) });
  }

  private write(concordance: Concordance): ConcordanceText {
    const { l10n, filter } = this.services;
    return concordanceText(l10n, concordance, describeFilter(l10n, filter.current, filter.names));
  }

  private refresh(uri: Uri): void {
    const shown = this.at(uri);
    if (!shown) return;
    shown.text = this.write(shown.concordance);
    this.changed.fire(uri);
  }

  private forget(uri: Uri): void {
    this.at(uri)?.concordance.dispose();
    this.shown.delete(uri.toString());
  }
}

function isOpen(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}

/** The tab shows the last part of the path. */
function uriOf(request: ConcordanceRequest): Uri {
  const label = request.label.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069]+/g,
    ' ',
  );
  const shown = label
    .replace(/[\\/]+/g, '∕')
    .replace(/\.(?=[^.\s]*$)/, '․')
    .slice(0, 60)
    .trim();
  return Uri.from({
    scheme: concordanceScheme,
    path: `/≡ ${wellFormed(shown)}`,
    query: requestKey(request),
  });
}

/** Without the half of a letter that a cut may leave. */
const wellFormed = (text: string): string => text.replace(/[\ud800-\udbff]$/, '');
