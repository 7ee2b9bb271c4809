import type { L10n } from '../../../src/vscode/l10n.ts';

const fill = (message: string, values: readonly (string | number)[]): string =>
  message.replace(/\{(\d+)\}/g, (_, i: string) => String(values[Number(i)] ?? ''));

/** The messages as they stand in the source. */
export const english: L10n = { t: (message, ...values) => fill(message, values), language: 'en' };

/** The same words under French rules for numbers, plurals and dates. */
export const frenchRules: L10n = { ...english, language: 'fr' };
