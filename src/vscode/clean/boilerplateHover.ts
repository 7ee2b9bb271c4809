import {
  commands,
  Hover,
  languages,
  MarkdownString,
  Range,
  Selection,
  TextEditorRevealType,
  window,
  type CancellationToken,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Boilerplate } from '../../core/index.ts';
import { articleDocuments } from '../articleDocuments.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';
import { editorOf } from './editorOf.ts';
import { canMark } from './marks.ts';
import { inkOf, passageAt, passageFrom } from './passageAt.ts';
import { passageMarkdown } from './passageMarkdown.ts';
import type { PassageReference } from './passageReference.ts';
import type { SeenBoilerplate } from './seenBoilerplate.ts';

/** The only commands that the hover may run: its words come from the web. */
const enabledCommands = ['corpusExplorer.keepPassage', 'corpusExplorer.cleanPassage'];

/** Over a passage of boilerplate: its kind, why, how sure that is; and Why Is This Boilerplate?, the same by keyboard. */
export function registerBoilerplateHover(services: Services, seen: SeenBoilerplate): Disposable {
  const store = new DisposableStore();
  store.add(
    languages.registerHoverProvider([...articleDocuments], {
      provideHover: (document, position, token) => hoverAt(services, seen, document, position, token),
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.explainBoilerplate', (resource: unknown) =>
      explain(services, seen, resource),
    ),
  );
  return store;
}

async function hoverAt(
  services: Services,
  seen: SeenBoilerplate,
  document: TextDocument,
  position: Position,
  token: CancellationToken,
): Promise<Hover | undefined> {
  const found = await seen.whenRead(document, token);
  const passage = found && passageAt(found.boilerplate, document.offsetAt(position));
  if (passage === undefined) return undefined;
  const { l10n } = services;
  const ink = inkOf(found!.text, passage);
  const reference: PassageReference = {
    uri: document.uri.toString(),
    start: passage.start,
    end: passage.end,
  };
  const markdown = new MarkdownString(
    passageMarkdown(l10n, passage, [
      ...(canMark(services, document)
        ? [{ title: l10n.t('Keep This'), link: commandLink('corpusExplorer.keepPassage', reference) }]
        : []),
      { title: l10n.t('Clean'), link: commandLink('corpusExplorer.cleanPassage', reference) },
    ]),
    true,
  );
  markdown.isTrusted = { enabledCommands };
  return new Hover(markdown, new Range(document.positionAt(ink.start), document.positionAt(ink.end)));
}

function commandLink(command: string, argument: PassageReference): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
}

/** Goes to the passage at the cursor, or to the next one, and shows its hover. Again from there, to the one after it. */
async function explain({ l10n }: Services, seen: SeenBoilerplate, resource: unknown): Promise<void> {
  const editor = editorOf(resource);
  if (editor === undefined) return;
  const { document } = editor;
  if (!seen.isShown(document)) seen.ask(document);
  const found = await seen.whenRead(document);
  const cursor = document.offsetAt(editor.selection.active);
  const here = found && inkOfNext(found.text, found.boilerplate, cursor);
  if (here === undefined) {
    void window.showInformationMessage(l10n.t('No boilerplate was found in this article.'));
    return;
  }
  const position = document.positionAt(here);
  const shown = await window.showTextDocument(document, editor.viewColumn);
  shown.selection = new Selection(position, position);
  shown.revealRange(new Range(position, position), TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand('editor.action.showHover', { focus: 'autoFocusImmediately' });
}

function inkOfNext(text: string, passages: readonly Boilerplate[], cursor: number): number | undefined {
  const starts = passages.map((passage) => inkOf(text, passage).start);
  // A cursor at the first word of a passage was brought there by this command: on to the next.
  const visited = starts.indexOf(cursor);
  if (visited >= 0) return starts[(visited + 1) % starts.length];
  const passage = passageFrom(passages, cursor);
  return passage && inkOf(text, passage).start;
}
