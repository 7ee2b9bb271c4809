import { commands, window, type TextEditor } from 'vscode';
import { bearsOnText, type EntityChoice, type EntityType } from '../../core/index.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';

/** UTF-16 code units: what is longer is no name. */
const longestName = 120;

const commandsOfTypes: readonly (readonly [string, EntityType])[] = [
  ['thisIsOrganization', 'ORG'],
  ['thisIsPerson', 'PER'],
  ['thisIsPlace', 'LOC'],
];

/** This Is an Organization, a Person, a Place: the selected words, else the name or the word at the cursor, are a name from now on. */
export function registerOwnNames(services: Services): Disposable {
  const store = new DisposableStore();
  for (const [name, type] of commandsOfTypes) {
    store.add(commands.registerCommand(`corpusExplorer.${name}`, () => addName(services, type)));
  }
  return store;
}

async function addName({ analyses, corpora, curation, l10n }: Services, type: EntityType): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const root = corpora.of(editor.document.uri)?.root;
  if (root === undefined) {
    void window.showWarningMessage(
      l10n.t('The text is in no folder of the workspace, so that nothing can be kept of it.'),
    );
    return;
  }
  const name = selectedName(editor) ?? (await nameAtCursor(analyses, editor)) ?? '';
  if (!/[\p{L}\p{N}]/u.test(name) || name.length > longestName) {
    void window.showInformationMessage(l10n.t('Select the words of one name, and nothing else.'));
    return;
  }
  const others = (await curation.entityChoices(root)).filter((choice) => isOther(choice, name, type));
  await curation.setEntity(root, { entity: name, type, action: 'isEntity', to: 'true' }, others);
}

/** What was said of the same words and would leave it open what they name. */
function isOther(choice: EntityChoice, name: string, type: EntityType): boolean {
  if (!bearsOnText(choice) || choice.entity !== name) return false;
  return (choice.action === 'changeType' ? choice.to : choice.type) !== type;
}

function selectedName({ document, selection }: TextEditor): string | undefined {
  return selection.isEmpty ? undefined : withoutSigns(document.getText(selection));
}

async function nameAtCursor(
  analyses: Services['analyses'],
  { document, selection }: TextEditor,
): Promise<string | undefined> {
  const offset = document.offsetAt(selection.active);
  const analysis = await analyses.of(document).catch(() => undefined);
  const mention = analysis?.linked.mentions.find(({ start, end }) => start <= offset && offset <= end);
  if (mention) return withoutSigns(mention.text);
  const word = document.getWordRangeAtPosition(selection.active, /[\p{L}\p{N}\p{M}]+/u);
  return word && document.getText(word);
}

/** Blanks made single; what a hasty selection takes with it is left out, but not a sign of the name: "Yalla!". */
function withoutSigns(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.«»“”"'’()]+|[\s,;:«»“”"'’(]+$/gu, '')
    .replace(/(?<=\p{Ll}{3})\.$/u, '');
}
