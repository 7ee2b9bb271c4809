import {
  DocumentSymbol,
  languages,
  Range,
  SymbolKind,
  type CancellationToken,
  type TextDocument,
} from 'vscode';
import { articleOutline, type OutlinePart, type Span } from '../../core/index.ts';
import { articleDocuments } from '../articleDocuments.ts';
import { kindName } from '../clean/evidenceText.ts';
import type { Disposable } from '../disposableStore.ts';
import type { L10n } from '../l10n.ts';
import type { Services } from '../services.ts';

/** The parts of an article in VS Code's outline and above the editor: title, byline, dateline, headings, boilerplate. */
export function registerOutline(services: Services): Disposable {
  return languages.registerDocumentSymbolProvider(
    articleDocuments,
    { provideDocumentSymbols: (document, token) => provideSymbols(services, document, token) },
    { label: services.l10n.t('Article') },
  );
}

async function provideSymbols(
  { analyses, corpora, l10n }: Services,
  document: TextDocument,
  token: CancellationToken,
): Promise<DocumentSymbol[] | undefined> {
  // A list of requirements is plain text too.
  if (corpora.of(document.uri) === undefined) return undefined;
  const analysis = await analyses.tryOf(document, token);
  if (analysis === undefined) return undefined;
  const rangeOf = ({ start, end }: Span): Range =>
    new Range(document.positionAt(start), document.positionAt(end));
  return articleOutline(analysis.text, analysis.boilerplate, analysis.metadata).map((part) => {
    const name = part.text === '' ? partName(l10n, part.kind) : part.text;
    return new DocumentSymbol(
      name,
      partName(l10n, part.kind),
      symbolKind(part.kind),
      rangeOf(part.extent),
      rangeOf(part),
    );
  });
}

function partName(l10n: L10n, kind: OutlinePart['kind']): string {
  switch (kind) {
    case 'title':
      return l10n.t('title');
    case 'byline':
      return l10n.t('byline');
    case 'dateline':
      return l10n.t('date of publication');
    case 'section':
      return l10n.t('section');
    default:
      return kindName(l10n, kind);
  }
}

function symbolKind(kind: OutlinePart['kind']): SymbolKind {
  switch (kind) {
    case 'title':
      return SymbolKind.String;
    case 'byline':
      return SymbolKind.Object;
    case 'dateline':
      return SymbolKind.Event;
    case 'section':
      return SymbolKind.Namespace;
    default:
      return SymbolKind.Null;
  }
}
