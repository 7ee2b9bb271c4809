import type { L10n } from '../l10n.ts';

/** Where the language writes decimals with a comma, spreadsheets part cells by semicolons. */
export function separatorOf({ language }: L10n): ',' | ';' {
  const locale = Intl.NumberFormat.supportedLocalesOf(language)[0] ?? 'en';
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ';' : ',';
}
