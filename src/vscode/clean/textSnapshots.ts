import { EventEmitter, Uri, workspace, type TextDocument } from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';

const scheme = 'corpus-explorer-text';

/** Beyond this many, the text of an earlier comparison is forgotten. */
const mostKept = 20;

/** Texts that are shown read-only beside a document: what it was before it was cleaned, or what it would be. */
export class TextSnapshots implements Disposable {
  private readonly store = new DisposableStore();
  private readonly changed = this.store.add(new EventEmitter<Uri>());
  private readonly texts = new Map<string, string>();
  private count = 0;

  constructor() {
    this.store.add(
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.changed.event,
        provideTextDocumentContent: (uri) => this.texts.get(uri.toString()) ?? '',
      }),
    );
  }

  /** A read-only document with the text, named as `document` is. */
  keep(document: TextDocument, text: string): Uri {
    const uri = Uri.from({ scheme, path: document.uri.path, query: String(++this.count) });
    this.texts.set(uri.toString(), text);
    const [oldest] = this.texts.keys();
    if (this.texts.size > mostKept && oldest !== undefined) this.texts.delete(oldest);
    return uri;
  }

  /** Shows another text where the document is open. */
  change(uri: Uri, text: string): void {
    if (this.texts.get(uri.toString()) === text || !this.texts.has(uri.toString())) return;
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
  }

  dispose(): void {
    this.store.dispose();
  }
}
