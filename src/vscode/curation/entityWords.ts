import type { EntityRow } from '../../core/index.ts';
import type { L10n } from '../l10n.ts';

/** What tells the user's word and a doubtful guess from what was found: one part of a description, or none. */
export function entityMark(
  l10n: L10n,
  { isCurated, isUnsure }: Pick<EntityRow, 'isCurated' | 'isUnsure'>,
): readonly string[] {
  if (isCurated) return [`✎ ${l10n.t('put right')}`];
  return isUnsure ? [`? ${l10n.t('to review')}`] : [];
}
