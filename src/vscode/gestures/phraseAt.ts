import { window, type Position, type Range, type TextDocument } from 'vscode';
import { phraseQuery, searchTokens } from '../../core/index.ts';

/** More than this is a passage, not something to look for elsewhere. UTF-16 code units. */
const longestPhrase = 300;

/** Text of a document as a phrase to look for: the query, and the text as it stands there. */
export interface PhraseAt {
  readonly query: string;
  readonly text: string;
}

/** What the user has selected around a place, else the word there; undefined where there is neither. */
export function phraseAt(document: TextDocument, position: Position): PhraseAt | undefined {
  const selection = selectionAt(document, position);
  if (selection && !selection.isEmpty) return selected(document, selection);
  const line = document.lineAt(position.line).text;
  const word = searchTokens(line).find(
    ({ start, end }) => start <= position.character && position.character <= end,
  );
  return word && { query: `"${word.folded}"`, text: line.slice(word.start, word.end) };
}

/** The selection of the editor that shows the document, when it holds the place. */
export function selectionAt(document: TextDocument, position: Position): Range | undefined {
  const editor = window.activeTextEditor;
  return editor?.document === document && editor.selection.contains(position) ? editor.selection : undefined;
}

function selected(document: TextDocument, selection: Range): PhraseAt | undefined {
  const text = document.getText(selection);
  if (text.length > longestPhrase) return undefined;
  const query = phraseQuery(text);
  return query === undefined ? undefined : { query, text: text.replace(/\s+/g, ' ').trim() };
}
