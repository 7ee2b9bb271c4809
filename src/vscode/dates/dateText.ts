import {
  readingSentence,
  surenessOf,
  type DateMark,
  type Evidence,
  type Metadata,
  type ReviewGroup,
} from '../../core/index.ts';
import { formatNumber, isOne, type L10n } from '../l10n.ts';

/** By which evidence a value was read, was passed over, or is not there. A rule without words gives its id. */
export function readingText(l10n: L10n, kind: 'taken' | 'rejected' | 'undated', evidence: Evidence): string {
  const { rule, values = {} } = evidence;
  const sentence = readingSentence(kind, evidence);
  if (sentence === undefined) return rule;
  const counted = Object.values(values).find((value) => typeof value === 'number');
  const form =
    counted !== undefined && isOne(l10n, counted) ? (sentence.one ?? sentence.other) : sentence.other;
  return l10n.t(form).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    if (typeof value === 'number') return formatNumber(l10n, value);
    return name === 'sources' ? sourceNames(l10n, value) : value;
  });
}

/** Why there is no date. */
export function undatedText(l10n: L10n, { undatedReason = 'noDate' }: Metadata): string {
  return readingText(l10n, 'undated', { rule: undatedReason });
}

/** Probability in a word or two that fit a title, a byline and a date, whatever their gender. */
export function surenessText(l10n: L10n, confidence: number): string {
  switch (surenessOf(confidence)) {
    case 'certain':
      return l10n.t('certain');
    case 'likely':
      return l10n.t('likely');
    case 'unsure':
      return l10n.t('not sure');
  }
}

/** `jsonLd, openGraph`: where a value stands, in words. */
function sourceNames(l10n: L10n, sources: string): string {
  return [...new Set(sources.split(', ').map((source) => sourceName(l10n, source)))].join(', ');
}

/** A place where a value was read, as it stands inside a sentence. */
export function sourceName(l10n: L10n, source: string): string {
  const name = source.replace(/^modified_/, '');
  if (name.startsWith('field:')) return l10n.t('field “{0}”', name.slice('field:'.length));
  switch (name) {
    case 'text':
      return l10n.t('the text');
    case 'url':
      return l10n.t('the address of the page');
    case 'fileName':
      return l10n.t('the name of the file');
    case 'path':
      return l10n.t('the folder of the file');
    case 'curation':
      return l10n.t('your corrections');
    case 'jsonLd':
    case 'jsonLdOrganization':
    case 'jsonLdPage':
      return l10n.t('linked data');
    default:
      return l10n.t('the markup of the page');
  }
}

/** What a mark says beside an article, in a word or two. */
export function markText(l10n: L10n, mark: DateMark): string {
  switch (mark) {
    case 'noDate':
    case 'onlyEventDates':
    case 'userUndated':
      return '';
    case 'conflicting':
      return l10n.t('two dates');
    case 'inFuture':
      return l10n.t('another date ahead');
    case 'lowConfidence':
      return l10n.t('unsure');
    case 'inferred':
      return l10n.t('inferred');
    case 'userDate':
      return l10n.t('set by hand');
  }
}

/** What a mark means, for a tooltip and a screen reader. */
export function markSentence(l10n: L10n, mark: ReviewGroup): string {
  switch (mark) {
    case 'noDate':
      return readingText(l10n, 'undated', { rule: 'noDate' });
    case 'onlyEventDates':
      return readingText(l10n, 'undated', { rule: 'onlyEventDates' });
    case 'userUndated':
      return readingText(l10n, 'undated', { rule: 'userChoice' });
    case 'conflicting':
      return l10n.t('Two sources say different days.');
    case 'inFuture':
      return l10n.t('The likeliest date lies in the future and was not taken.');
    case 'lowConfidence':
      return l10n.t('The date is not sure.');
    case 'inferred':
      return l10n.t(
        'The article does not say its date itself: it comes from its file or from its last change.',
      );
    case 'userDate':
      return l10n.t('The date was set by hand.');
    case 'sameText':
      return l10n.t('The same text stands in the corpus under another date.');
  }
}
