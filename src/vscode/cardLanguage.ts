import {
  englishCardMessages,
  type CardLanguage,
  type CardMessage,
  type CardMessages,
} from '../core/index.ts';
import { formatNumber, isOne, type L10n } from './l10n.ts';
import { formatDate } from './partialDates.ts';

/** The card in the user's language: the English messages are the keys of their translations. */
export function cardLanguageOf(l10n: L10n): CardLanguage {
  const translate = (message: CardMessage): CardMessage =>
    typeof message === 'string'
      ? l10n.t(message)
      : { one: l10n.t(message.one), other: l10n.t(message.other) };
  const messages = Object.fromEntries(
    Object.entries(englishCardMessages).map(([id, message]) => [id, translate(message)]),
  ) as CardMessages;
  return {
    messages,
    formatNumber: (count) => formatNumber(l10n, count),
    formatDate: (date) => formatDate(l10n, date),
    pluralOf: (count) => (isOne(l10n, count) ? 'one' : 'other'),
  };
}
