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
import type { Span } from '../../core/index.ts';
import { articleDocuments } from '../articleDocuments.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';
import { editorOf } from './editorOf.ts';
import { canMark } from './marks.ts';
import { inkOf, passageAt, passageFrom } from './passageAt.ts';
import { keptMarkdown, passageMarkdown } from './passageMarkdown.ts';
import type { PassageReference } from './passageReference.ts';
import type { Seen, SeenBoilerplate } from './seenBoilerplate.ts';

/** The only commands that the hover may run: its words come from the web. */
const enabledCommands = ['corpusExplorer.keepPassage', 'corpusExplorer.cleanPassage'];

/** Over a passage of boilerplate: its kind, why, how sure that is; and Why Is This Boilerplate?, the same by keyboard. */
export function registerBoilerplateHover(services: Services, seen: SeenBoilerplate): Disposable {
  const store = new DisposableStore();
  let last: Visit | undefined;
  store.add(
    languages.registerHoverProvider([...articleDocuments], {
      provideHover: (document, position, token) => hoverAt(services, seen, document, position, token),
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.explainBoilerplate', async (resource: unknown) => {
      last = await explain(services, seen, resource, last);
    }),
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
  const offset = document.offsetAt(position);
  const passage = found && passageAt(found.boilerplate, offset);
  const { l10n } = services;
  if (passage === undefined) {
    const kept = found?.kept.find(({ start, end }) => start <= offset && offset < end);
    return kept && new Hover(new MarkdownString(keptMarkdown(l10n), true), rangeOf(document, kept));
  }
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
  return new Hover(markdown, rangeOf(document, ink));
}

function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

function commandLink(command: string, argument: PassageReference): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
}

/** Where the command last brought the cursor: asked again there, it goes on. */
interface Visit {
  readonly document: TextDocument;
  readonly offset: number;
}

/**
 * Goes to the passage at the cursor, or to the next one, and shows its hover; asked again from there, to the one after
 * it. Returns where it went.
 */
async function explain(
  { l10n }: Services,
  seen: SeenBoilerplate,
  resource: unknown,
  last: Visit | undefined,
): Promise<Visit | undefined> {
  const editor = editorOf(resource);
  if (editor === undefined) return undefined;
  const { document } = editor;
  if (!seen.isShown(document)) seen.ask(document);
  const found = await seen.whenRead(document);
  const cursor = document.offsetAt(editor.selection.active);
  const isVisited = last?.document === document && last.offset === cursor;
  const offset = found && nextStart(found, cursor, isVisited);
  if (offset === undefined) {
    void window.showInformationMessage(l10n.t('No boilerplate was found in this article.'));
    return undefined;
  }
  const position = document.positionAt(offset);
  const shown = await window.showTextDocument(document, editor.viewColumn);
  shown.selection = new Selection(position, position);
  shown.revealRange(new Range(position, position), TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand('editor.action.showHover', { focus: 'autoFocusImmediately' });
  return { document, offset };
}

/** The first word of the passage at the cursor or behind it, or of the one after that. */
function nextStart({ text, boilerplate }: Seen, cursor: number, isVisited: boolean): number | undefined {
  const passage = passageFrom(boilerplate, cursor);
  if (passage === undefined) return undefined;
  const next = boilerplate[(boilerplate.indexOf(passage) + 1) % boilerplate.length]!;
  return inkOf(text, isVisited ? next : passage).start;
}
