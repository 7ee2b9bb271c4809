import { window } from 'vscode';
import type { PairMeasure } from '../../core/index.ts';
import type { L10n } from '../l10n.ts';
import type { CorpusPairs, PairOptions } from './corpusPairs.ts';
import { measureName } from './pairTexts.ts';

/** What the user may choose of how pairs are counted: one thing at a time, the list comes back until it is closed. */
export async function choosePairOptions(l10n: L10n, pairs: CorpusPairs): Promise<void> {
  const { options } = pairs;
  const { unit, measure, minimum } = options;
  const item = (label: string, detail: string, change: Partial<PairOptions>, isSet: boolean) => ({
    label: `${isSet ? '$(check)' : '$(blank)'} ${label}`,
    detail,
    change,
  });
  const details: Readonly<Record<PairMeasure, string>> = {
    logLikelihood: l10n.t('How surely it is more than chance: frequent pairs first'),
    npmi: l10n.t('How closely they belong together: rare pairs count as much'),
    together: l10n.t('The plain number'),
  };
  const measures = (['logLikelihood', 'npmi', 'together'] as const).map((each) =>
    item(l10n.t('Rank by {0}', measureName(l10n, each)), details[each], { measure: each }, each === measure),
  );
  const choice = await window.showQuickPick(
    [
      item(l10n.t('Named in the Same Sentence'), '', { unit: 'sentence' }, unit === 'sentence'),
      item(l10n.t('Named in the Same Paragraph'), '', { unit: 'paragraph' }, unit === 'paragraph'),
      ...measures,
      ...[1, 2, 5, 10].map((each) =>
        item(l10n.t('Named Together at Least: {0}', each), '', { minimum: each }, each === minimum),
      ),
    ],
    { title: l10n.t('How Pairs Are Counted') },
  );
  if (choice) await pairs.setOptions({ ...options, ...choice.change });
}
