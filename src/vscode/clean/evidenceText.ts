import {
  boilerplateRules,
  refusalSentences,
  type Boilerplate,
  type BoilerplateKind,
  type BoilerplateRule,
  type Evidence,
  type RefusalRule,
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

/** A kind of passage as a label: with a capital. */
export function kindTitle(l10n: L10n, kind: BoilerplateKind): string {
  const name = kindName(l10n, kind);
  return name.charAt(0).toLocaleUpperCase(l10n.language) + name.slice(1);
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
  return fill(l10n, l10n.t(form), values);
}

/** Why a text is not cleaned without asking. A rule without words gives its id. */
export function refusalText(l10n: L10n, { rule, values = {} }: Evidence): string {
  const sentence = Object.hasOwn(refusalSentences, rule) ? refusalSentences[rule as RefusalRule] : undefined;
  if (sentence === undefined) return rule;
  return fill(l10n, l10n.t(sentence), values);
}

function fill(l10n: L10n, sentence: string, values: NonNullable<Evidence['values']>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? formatNumber(l10n, value) : value;
  });
}

function isRule(rule: string): rule is BoilerplateRule {
  return Object.hasOwn(boilerplateRules, rule);
}
