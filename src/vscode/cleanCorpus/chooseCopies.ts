import { window } from 'vscode';
import type { L10n } from '../l10n.ts';

/** In which form copies are made, and of what. */
export interface CopyChoice {
  readonly format: 'txt' | 'jsonl';
  readonly withMap: boolean;
  readonly removesDoubtful: boolean;
}

/**
 * Asks for the form of the copies unless it is `given`, then for what is not needed by all. Undefined when the user gives
 * up.
 */
export async function chooseCopies(
  l10n: L10n,
  given?: CopyChoice['format'],
): Promise<CopyChoice | undefined> {
  const format = given ?? (await chooseFormat(l10n));
  if (format === undefined) return undefined;
  const extras = [
    {
      label: l10n.t('Offsets of every copy in its original'),
      detail: l10n.t('A JSON file beside each copy, or a field of each line.'),
      picked: false,
    },
    {
      label: l10n.t('Remove doubtful passages too'),
      detail: l10n.t('Otherwise only what is surely boilerplate goes.'),
      picked: false,
    },
  ] as const;
  const chosen = await window.showQuickPick(extras, {
    canPickMany: true,
    title: l10n.t('Clean Corpus'),
    placeHolder: l10n.t('What else? Nothing needs to be ticked'),
  });
  if (chosen === undefined) return undefined;
  return { format, withMap: chosen.includes(extras[0]), removesDoubtful: chosen.includes(extras[1]) };
}

async function chooseFormat(l10n: L10n): Promise<CopyChoice['format'] | undefined> {
  const choice = await window.showQuickPick(
    [
      {
        label: l10n.t('$(files) Text Files'),
        description: '.txt',
        detail: l10n.t('One for each article, in the folders of the originals.'),
        format: 'txt' as const,
      },
      {
        label: l10n.t('$(json) One File of JSON Lines'),
        description: 'articles.jsonl',
        detail: l10n.t('One line for each article: text, title, date, outlet, authors and what was removed.'),
        format: 'jsonl' as const,
      },
    ],
    { title: l10n.t('Clean Corpus'), placeHolder: l10n.t('How are the copies to be written?') },
  );
  return choice?.format;
}
