import type { EntityRow, EntityType } from '../../core/index.ts';
import type { L10n } from '../l10n.ts';

/** Theme icons of the types. */
export const typeIcons: Readonly<Record<EntityType, string>> = {
  ORG: 'organization',
  PER: 'person',
  LOC: 'location',
};

export function typeName(l10n: L10n, type: EntityType): string {
  return { ORG: l10n.t('An organization'), PER: l10n.t('A person'), LOC: l10n.t('A place') }[type];
}

/** What tells the user's word and a doubtful guess from what was found: one part of a description, or none. */
export function entityMark(
  l10n: L10n,
  { isCurated, isUnsure }: Pick<EntityRow, 'isCurated' | 'isUnsure'>,
): readonly string[] {
  if (isCurated) return [`✎ ${l10n.t('put right')}`];
  return isUnsure ? [`? ${l10n.t('to review')}`] : [];
}
