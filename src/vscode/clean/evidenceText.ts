import {
  boilerplateRules,
  type Boilerplate,
  type BoilerplateKind,
  type BoilerplateRule,
  type Evidence,
} from '../../core/index.ts';
import { formatNumber, isOne, type L10n } from '../l10n.ts';

/** A kind of passage in words, as it stands inside a sentence. */
export function kindName(l10n: L10n, kind: BoilerplateKind): string {
  switch (kind) {
    case 'ticker':
      return l10n.t('ticker');
    case 'navigation':
      return l10n.t('navigation');
    case 'teaser':
      return l10n.t('teasers');
    case 'share':
      return l10n.t('share bar');
    case 'notice':
      return l10n.t('notice');
    case 'crossLink':
      return l10n.t('cross link');
    case 'sectionLabel':
      return l10n.t('section label');
    case 'legal':
      return l10n.t('legal notice');
  }
}

/** "ticker, notice, cross link": each kind once, in the order of the text. */
export function kindNames(l10n: L10n, passages: readonly Pick<Boilerplate, 'kind'>[]): string {
  return [...new Set(passages.map(({ kind }) => kindName(l10n, kind)))].join(', ');
}

/** Why a passage was taken for boilerplate, e.g. "48 headlines on one line". A rule without words gives its id. */
export function evidenceText(l10n: L10n, { rule, values = {} }: Evidence): string {
  if (!isRule(rule)) return rule;
  const sentence: { readonly one?: string; readonly other: string } = boilerplateRules[rule];
  const counted = Object.values(values).find((value) => typeof value === 'number');
  const form =
    counted !== undefined && isOne(l10n, counted) ? (sentence.one ?? sentence.other) : sentence.other;
  return l10n.t(form).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? formatNumber(l10n, value) : value;
  });
}

function isRule(rule: string): rule is BoilerplateRule {
  return Object.hasOwn(boilerplateRules, rule);
}
