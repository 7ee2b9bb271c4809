import type { PairMeasure, TextUnit } from '../../core/index.ts';
import { allOfType } from '../entityTypes.ts';
import { formatNumber, isOne, localeOf, type L10n } from '../l10n.ts';
import type { CorpusPairs, PairOptions } from './corpusPairs.ts';

export function countUnits(l10n: L10n, unit: TextUnit, count: number): string {
  const shown = formatNumber(l10n, count);
  if (unit === 'sentence') {
    return isOne(l10n, count) ? l10n.t('{0} sentence', shown) : l10n.t('{0} sentences', shown);
  }
  return isOne(l10n, count) ? l10n.t('{0} paragraph', shown) : l10n.t('{0} paragraphs', shown);
}

export function unitName(l10n: L10n, unit: TextUnit): string {
  return unit === 'sentence' ? l10n.t('Named in the Same Sentence') : l10n.t('Named in the Same Paragraph');
}

/** Whose pairs are counted; nothing of organizations alone, which are the usual. */
function typeNames(l10n: L10n, { types }: PairOptions): string {
  const isUsual = types.length === 1 && types[0] === 'ORG';
  return isUsual ? '' : types.map((type) => allOfType(l10n, type)).join(', ');
}

export function measureName(l10n: L10n, measure: PairMeasure): string {
  return {
    logLikelihood: l10n.t('log-likelihood (G²)'),
    npmi: l10n.t('normalized pointwise mutual information (NPMI)'),
    together: l10n.t('how often'),
  }[measure];
}

/** What is counted, and how: the words above the list and the graph. */
export function questionTexts(
  l10n: L10n,
  { entity, options }: Pick<CorpusPairs, 'entity' | 'options'>,
): string[] {
  return [
    entity ? l10n.t('With {0}', entity.name) : '',
    typeNames(l10n, options),
    unitName(l10n, options.unit),
    measureName(l10n, options.measure),
  ];
}

/** Of a corpus in a cluster with many articles not all are counted. */
export function cutText(l10n: L10n): string {
  return l10n.t('Counted in the newest articles only: filter for exact counts');
}

/** "G² 12.4", "NPMI 0.31". */
export function measureText(l10n: L10n, measure: 'logLikelihood' | 'npmi', score: number): string {
  const digits = measure === 'npmi' ? 2 : 1;
  // What is rounded to zero has no sign.
  const rounded = Number(score.toFixed(digits)) || 0;
  const shown = new Intl.NumberFormat(localeOf(l10n), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(rounded);
  return `${measure === 'npmi' ? 'NPMI' : 'G²'} ${shown}`;
}
