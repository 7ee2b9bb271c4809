import type { Range } from 'vscode';
import { commands, window, type QuickPickItem, type TextDocument, type TextEditor } from 'vscode';
import { type BoilerplateKind, type Span } from '../../core/index.ts';
import { articleIdOf } from '../corpusPaths.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { L10n } from '../l10n.ts';
import type { Services } from '../services.ts';
import { editorOf } from './editorOf.ts';
import { kindTitle } from './evidenceText.ts';
import { inkOf, passageAt } from './passageAt.ts';
import type { PassageReference } from './passageReference.ts';
import type { SeenBoilerplate } from './seenBoilerplate.ts';

/** The user's word on a passage, kept in the curation file: it holds wherever the outlet repeats it. */
export function registerMarks(services: Services, seen: SeenBoilerplate): Disposable {
  const store = new DisposableStore();
  store.add(
    commands.registerCommand('corpusExplorer.keepPassage', async (reference?: PassageReference) => {
      const editor = editorOf(reference?.uri);
      if (editor === undefined) return;
      const { l10n } = services;
      const span =
        namedSpan(editor.document, reference) ?? selectedWords(editor) ?? spanAtCursor(editor, seen);
      if (span !== undefined) await markAsArticle(services, editor.document, span);
      else
        void window.showInformationMessage(
          l10n.t('Select some text, or put the cursor into a passage of boilerplate.'),
        );
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.markBoilerplate', async () => {
      const editor = window.activeTextEditor;
      if (editor !== undefined) await markAsBoilerplate(services, editor);
    }),
  );
  return store;
}

/** Only of an article of a corpus can something be kept. */
export function canMark({ corpora }: Services, { uri, isUntitled }: TextDocument): boolean {
  const corpus = isUntitled ? undefined : corpora.of(uri);
  return corpus !== undefined && articleIdOf(corpus.root, uri) !== undefined;
}

/** Keeps what stands in the span as part of the article. False when nothing was written, which the user was told. */
export function markAsArticle({ curation }: Services, document: TextDocument, span: Span): Promise<boolean> {
  return curation.addPassage(document, { text: textOf(document, span), is: 'article' });
}

async function markAsBoilerplate({ l10n, curation }: Services, editor: TextEditor): Promise<void> {
  const { document, selection } = editor;
  const span = selectedWords(editor) ?? inkOfRange(document, document.lineAt(selection.active).range);
  if (span === undefined) {
    void window.showInformationMessage(l10n.t('Put the cursor on a line with text, or select some.'));
    return;
  }
  const text = textOf(document, span);
  const choice = await window.showQuickPick(kindItems(l10n), {
    title: l10n.t('Mark as Boilerplate'),
    placeHolder: l10n.t('What kind of boilerplate is it?'),
    matchOnDescription: true,
  });
  if (choice !== undefined) await curation.addPassage(document, { text, is: choice.passageKind });
}

interface KindItem extends QuickPickItem {
  readonly passageKind: BoilerplateKind;
}

function kindItems(l10n: L10n): KindItem[] {
  const described: Readonly<Record<BoilerplateKind, string>> = {
    notice: l10n.t('subscription, cookies, comments, advertising'),
    teaser: l10n.t('other articles with their headlines or beginnings'),
    crossLink: l10n.t('a pointer to another article inside the text'),
    share: l10n.t('buttons to share, follow, print'),
    navigation: l10n.t('menus, paths, names of the site'),
    ticker: l10n.t('headlines of other articles in a row'),
    sectionLabel: l10n.t('the section the article stands in'),
    legal: l10n.t('copyright, agency, terms'),
  };
  return (Object.keys(described) as BoilerplateKind[]).map((kind) => ({
    passageKind: kind,
    label: kindTitle(l10n, kind),
    description: described[kind],
  }));
}

const textOf = (document: TextDocument, { start, end }: Span): string =>
  document.getText().slice(start, end).trim();

/** The span of a hover's link, if the document still has it. */
function namedSpan(document: TextDocument, reference: PassageReference | undefined): Span | undefined {
  return reference !== undefined && document.getText().length >= reference.end ? reference : undefined;
}

/** The selection, with the whole of the words that it cuts: a passage is known by its words. */
function selectedWords({ document, selection }: TextEditor): Span | undefined {
  if (selection.isEmpty) return undefined;
  const ink = inkOfRange(document, selection);
  if (ink === undefined) return undefined;
  const first = document.getWordRangeAtPosition(document.positionAt(ink.start));
  const last = document.getWordRangeAtPosition(document.positionAt(ink.end));
  return {
    start: first ? document.offsetAt(first.start) : ink.start,
    end: last ? document.offsetAt(last.end) : ink.end,
  };
}

function spanAtCursor({ document, selection }: TextEditor, seen: SeenBoilerplate): Span | undefined {
  const found = seen.of(document);
  return found && passageAt(found.boilerplate, document.offsetAt(selection.active));
}

function inkOfRange(document: TextDocument, { start, end }: Range): Span | undefined {
  const ink = inkOf(document.getText(), { start: document.offsetAt(start), end: document.offsetAt(end) });
  return ink.start < ink.end ? ink : undefined;
}
