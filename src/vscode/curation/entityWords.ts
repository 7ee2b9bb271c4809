import type { EntityType } from '../../core/index.ts';
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
