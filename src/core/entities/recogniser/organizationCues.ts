import {
  beforeApposition,
  beforeOrganization,
  ofLinks,
  ofOrganization,
  officeAdjectives,
  organizationAppositions,
  organizationDeeds,
} from '../lists/organizationWords.ts';
import { lexiconBit } from './lexicon.ts';
import type { WordType } from './wordTypes.ts';

/** Does what stands around the name of the tokens `from` up to `to` say that it is an organization's? */
export function hasOrganizationCue(words: readonly WordType[], from: number, to: number): boolean {
  return hasCueBefore(words, from) || hasCueAfter(words, to);
}

function hasCueBefore(words: readonly WordType[], from: number): boolean {
  const lower = (back: number): string => words[from - back]?.text.toLowerCase() ?? '';
  // `l’hébergeur marseillais X`: the adjective of a people or a town may stand between.
  const isDemonym = ((words[from - 1]?.bits ?? 0) & lexiconBit.demonym) !== 0;
  if (beforeOrganization.has(lower(1)) || (isDemonym && beforeOrganization.has(lower(2)))) return true;
  if (!ofLinks.has(lower(1))) return false;
  const back = officeAdjectives.has(lower(2)) ? 3 : 2;
  return ofOrganization.has(lower(back)) || (back === 3 && lower(back) === 'direction');
}

function hasCueAfter(words: readonly WordType[], to: number): boolean {
  const lower = (ahead: number): string => words[to + ahead]?.text.toLowerCase() ?? '';
  if (organizationDeeds.has(lower(0))) return true;
  if (lower(0) !== ',' && lower(0) !== '(') return false;
  if (organizationAppositions.has(lower(1))) return true;
  if (!beforeApposition.has(lower(1))) return false;
  const isDemonym = ((words[to + 2]?.bits ?? 0) & lexiconBit.demonym) !== 0;
  return organizationAppositions.has(lower(isDemonym || beforeApposition.has(lower(2)) ? 3 : 2));
}
