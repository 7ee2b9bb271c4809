import * as path from 'node:path';
import {
  englishDossierMessages,
  isClusterAddress,
  type CardMessage,
  type DossierMessages,
  type DossierStyle,
} from '../../core/index.ts';
import { cardLanguageOf } from '../cardLanguage.ts';
import type { L10n } from '../l10n.ts';

/** A dossier in the user's language: the English messages are the keys of their translations. */
export function dossierStyle(l10n: L10n, base: string | undefined): DossierStyle {
  const translate = (message: CardMessage): CardMessage =>
    typeof message === 'string'
      ? l10n.t(message)
      : { one: l10n.t(message.one), other: l10n.t(message.other) };
  const messages = Object.fromEntries(
    Object.entries(englishDossierMessages).map(([id, message]) => [id, translate(message)]),
  ) as DossierMessages;
  return { card: cardLanguageOf(l10n), messages, base };
}

/** How links of a document in `folder` reach the corpus: relative, so that both can be moved together. */
export function linkBase(folder: string, root: string): string | undefined {
  if (isClusterAddress(root)) return undefined;
  const relative = path.relative(folder, root);
  // Another drive of Windows cannot be reached relatively.
  if (path.isAbsolute(relative)) return `file:///${encodePath(relative)}/`;
  return relative === '' ? '' : `${encodePath(relative)}/`;
}

function encodePath(place: string): string {
  return place.split(path.sep).map(encodeURIComponent).join('/').replaceAll('%3A', ':');
}
