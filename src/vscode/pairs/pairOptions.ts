import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { mostPairedNames, type PairMeasure } from '../../core/index.ts';
import { allOfType } from '../entityTypes.ts';
import type { L10n } from '../l10n.ts';
import type { CorpusPairs, PairOptions } from './corpusPairs.ts';
import { measureName, unitName } from './pairTexts.ts';

type OptionItem = QuickPickItem & { readonly change?: Partial<PairOptions> };

/** What the user may choose of how pairs are counted, one thing at a time. */
export async function choosePairOptions(l10n: L10n, pairs: CorpusPairs): Promise<void> {
  const { options } = pairs;
  const choice = await window.showQuickPick(optionItems(l10n, options), {
    title: l10n.t('How Pairs Are Counted'),
    placeHolder: l10n.t('What names more than {0} is a list, and counts for no pair', mostPairedNames),
  });
  if (choice?.change) await pairs.setOptions({ ...options, ...choice.change });
}

function optionItems(l10n: L10n, { unit, measure, types, minimum }: PairOptions): OptionItem[] {
  const item = (label: string, detail: string, change: Partial<PairOptions>, isSet: boolean): OptionItem => ({
    label: `${isSet ? '$(check)' : '$(blank)'} ${label}`,
    ...(detail !== '' && { detail }),
    change,
  });
  const group = (label: string): OptionItem => ({ label, kind: QuickPickItemKind.Separator });
  const details: Readonly<Record<PairMeasure, string>> = {
    logLikelihood: l10n.t('How surely it is more than chance: frequent pairs first'),
    npmi: l10n.t('How closely they belong together: rare pairs count as much'),
    together: l10n.t('The plain number'),
  };
  return [
    ...(['sentence', 'paragraph'] as const).map((each) =>
      item(unitName(l10n, each), '', { unit: each }, each === unit),
    ),
    group(l10n.t('who')),
    ...(['ORG', 'PER', 'LOC'] as const).map((each) => {
      const others = types.filter((type) => type !== each);
      const isSet = others.length < types.length;
      // Of nothing there are no pairs.
      const next = isSet && others.length > 0 ? others : [...others, each];
      return item(allOfType(l10n, each), '', { types: next }, isSet);
    }),
    group(l10n.t('rank')),
    ...(['logLikelihood', 'npmi', 'together'] as const).map((each) =>
      item(
        l10n.t('Rank by {0}', measureName(l10n, each)),
        details[each],
        { measure: each },
        each === measure,
      ),
    ),
    group(l10n.t('number')),
    ...[1, 2, 5, 10].map((each) =>
      item(l10n.t('Named Together at Least: {0}', each), '', { minimum: each }, each === minimum),
    ),
  ];
}
