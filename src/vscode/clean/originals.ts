import { Uri, workspace, type TextDocument } from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';

const scheme = 'corpus-explorer-original';

/** Beyond this many, the text of an earlier cleaning is forgotten. */
const mostKept = 20;

/** Keeps the texts that documents had before they were cleaned, for Show Diff. */
export class Originals implements Disposable {
  private readonly store = new DisposableStore();
  private readonly texts = new Map<string, string>();
  private count = 0;

  constructor() {
    this.store.add(
      workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: (uri) => this.texts.get(uri.toString()) ?? '',
      }),
    );
  }

  /** A read-only document with the text that `document` has now. */
  keep(document: TextDocument): Uri {
    const uri = Uri.from({ scheme, path: document.uri.path, query: String(++this.count) });
    this.texts.set(uri.toString(), document.getText());
    const [oldest] = this.texts.keys();
    if (this.texts.size > mostKept && oldest !== undefined) this.texts.delete(oldest);
    return uri;
  }

  dispose(): void {
    this.store.dispose();
  }
}
