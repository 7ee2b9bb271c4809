import { escapeMarkdown, isSure, type Boilerplate } from '../../core/index.ts';

import type { L10n } from '../l10n.ts';
import { formatPercent } from './boilerplateShare.ts';
import { evidenceText, kindTitle } from './evidenceText.ts';

/** What can be done with a passage from its hover: a title, and the link that does it. */
export interface PassageAction {
  readonly title: string;
  readonly link: string;
}

/** A passage as its hover shows it: what it is and why, how sure that is, and what can be done. */
export function passageMarkdown(l10n: L10n, passage: Boilerplate, actions: readonly PassageAction[]): string {
  const isOwn = isUserChoice(passage);
  const kind = `${isOwn ? '$(edit) ' : ''}**${escapeMarkdown(kindTitle(l10n, passage.kind))}**`;
  const lines = [
    `${kind} · ${escapeMarkdown(evidenceText(l10n, passage.evidence))}`,
    isOwn ? '' : escapeMarkdown(sureness(l10n, passage)),
    actions.map(({ title, link }) => `[${escapeMarkdown(title)}](${link})`).join(' · '),
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

/** A passage that stays because the user said so. */
export function keptMarkdown(l10n: L10n): string {
  return `$(edit) **${escapeMarkdown(l10n.t('Part of the article'))}** · ${escapeMarkdown(evidenceText(l10n, { rule: 'userChoice' }))}`;
}

/** The user called it boilerplate. */
export function isUserChoice({ evidence }: Pick<Boilerplate, 'evidence'>): boolean {
  return evidence.rule === 'userChoice';
}

function sureness(l10n: L10n, passage: Boilerplate): string {
  const percent = formatPercent(l10n, passage.confidence);
  return isSure(passage)
    ? l10n.t('Boilerplate, {0} % sure', percent)
    : l10n.t('In doubt: boilerplate at {0} %; it stays unless you review it', percent);
}
