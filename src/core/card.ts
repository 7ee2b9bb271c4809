import {
  companionsLine,
  countsLine,
  descriptionLine,
  joinsLine,
  peopleLine,
  titleLine,
  yearsLine,
} from './card/cardLines.ts';
import type { CardLine } from './card/cardLine.ts';
import { englishCardLanguage, type CardLanguage } from './card/messages.ts';
import type { ArticleId } from './index/ids.ts';
import type { EntityCard } from './index/entityCard.ts';

export type { EntityCard };

/** How and where a card is shown. */
export interface CardOptions {
  /** English when absent. */
  readonly language?: CardLanguage;
  /** The indexed article under the mouse: a name that no other article knows is said to be "only in this article". */
  readonly article?: ArticleId;
}

/** The lines of a card, from top to bottom; at most eight. */
export type CardLines = readonly CardLine[];

/**
 * The hover card of an entity as lines of parts, from what the index knows; nothing is added to that. An organization
 * shows all; a person the name, the role and the counts; a place the name and the counts. What only one article names
 * has no years and no companions to show.
 */
export function renderCard(card: EntityCard, options: CardOptions = {}): CardLines {
  const language = options.language ?? englishCardLanguage;
  const isSingle = card.articles <= 1;
  const isOrganization = card.type === 'ORG';
  const lines = [
    titleLine(card, language),
    card.type === 'LOC' ? undefined : descriptionLine(card, language),
    isOrganization ? peopleLine(card, language) : undefined,
    countsLine(card, options.article, language),
    card.type === 'LOC' ? undefined : joinsLine(card, language),
    isOrganization && !isSingle ? yearsLine(card, language) : undefined,
    isOrganization && !isSingle ? companionsLine(card, language) : undefined,
    actionsLine(card, language),
  ];
  return lines.filter((line) => line !== undefined);
}

function actionsLine(card: EntityCard, language: CardLanguage): CardLine {
  const actions = [
    'showInTree',
    'showAllMentions',
    'showConcordance',
    'filterByThis',
    'openDossier',
    'putRight',
  ] as const;
  const parts = actions.map((action) => ({
    text: plainMessage(language, action),
    target: { kind: 'action', action, entity: card.id } as const,
  }));
  return { kind: 'actions', parts };
}

function plainMessage(
  language: CardLanguage,
  id: 'showInTree' | 'showAllMentions' | 'showConcordance' | 'filterByThis' | 'openDossier' | 'putRight',
): string {
  const message = language.messages[id];
  return typeof message === 'string' ? message : message.other;
}
