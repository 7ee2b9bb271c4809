import type { Evidence } from '../../core/index.ts';
import { formatNumber, type L10n } from '../l10n.ts';

/** Why a file gave no article and what can be done, in a sentence each. */
export interface SkippedText {
  readonly reason: string;
  /** Empty when there is nothing to do. */
  readonly advice: string;
}

/** `evidence` as the readers of source files give it. An unknown rule gives its id. */
export function skippedText(l10n: L10n, { rule, values = {} }: Evidence): SkippedText {
  switch (rule) {
    case 'empty':
    case 'blank':
      return { reason: l10n.t('The file is empty.'), advice: '' };
    case 'tooLarge':
      return {
        reason: l10n.t(
          'The file has {0} MB; the most that is read is {1} MB.',
          megabytes(l10n, values['size']),
          megabytes(l10n, values['limit']),
        ),
        advice: l10n.t('Split it into one file for each article.'),
      };
    case 'binary':
      return {
        reason: l10n.t('The file holds no text.'),
        advice: l10n.t('Convert it to text, or give it its right name.'),
      };
    case 'replacedBytes':
      return {
        reason: l10n.t(
          'The file was read as {0}, but {1} of its bytes are not.',
          String(values['encoding'] ?? ''),
          formatNumber(l10n, Number(values['bytes'] ?? 0)),
        ),
        advice: l10n.t('The article is in the trees, with � where a character is lost. Save it as UTF-8.'),
      };
    case 'vanished':
      return { reason: l10n.t('The file was removed while it was read.'), advice: '' };
    case 'noRights':
      return { reason: l10n.t('You may not read it.'), advice: l10n.t('Change its rights, then refresh.') };
    case 'notAFile':
      return { reason: l10n.t('It is not a file.'), advice: '' };
    case 'linkLoop':
      return { reason: l10n.t('The link leads back to itself.'), advice: l10n.t('Remove the link.') };
    case 'unreadable':
      return {
        reason: l10n.t('It could not be read ({0}).', String(values['code'] ?? '')),
        advice: l10n.t('Refresh to try again.'),
      };
    default:
      return { reason: rule, advice: '' };
  }
}

function megabytes(l10n: L10n, bytes: string | number | undefined): string {
  return formatNumber(l10n, Math.ceil(Number(bytes ?? 0) / 1_000_000));
}
