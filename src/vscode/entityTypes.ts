import type { EntityList, EntityType } from '../core/index.ts';
import type { L10n } from './l10n.ts';

/** Theme icons of the types, and of what is to be looked at. */
export const typeIcons: Readonly<Record<EntityList, string>> = {
  ORG: 'organization',
  PER: 'person',
  LOC: 'location',
  unsure: 'question',
};

/** What one is, inside a line: "organization". */
export function typeWord(l10n: L10n, type: EntityType): string {
  return { ORG: l10n.t('organization'), PER: l10n.t('person'), LOC: l10n.t('place') }[type];
}

/** What one is, by itself: "An organization". */
export function oneOfType(l10n: L10n, type: EntityType): string {
  return { ORG: l10n.t('An organization'), PER: l10n.t('A person'), LOC: l10n.t('A place') }[type];
}

/** All of a type, as a heading: "Organizations". */
export function allOfType(l10n: L10n, type: EntityType): string {
  return { ORG: l10n.t('Organizations'), PER: l10n.t('People'), LOC: l10n.t('Places') }[type];
}
