import { escapeMarkdown, type CardLine, type CardPart, type CardTarget } from '../../core/index.ts';

/** Where a click on a part of the card leads: a URI, or nothing when it cannot be followed from here. */
export type LinkOf = (target: CardTarget) => string | undefined;

/** A card as Markdown for a hover with theme icons and command links. Its text is escaped; it holds no HTML. */
export function cardMarkdown(lines: readonly CardLine[], linkOf: LinkOf): string {
  return lines
    .map((line) => lineMarkdown(line, linkOf))
    .filter((line) => line !== '')
    .join('  \n');
}

function lineMarkdown({ kind, parts, icon, label }: CardLine, linkOf: LinkOf): string {
  const shown = parts
    .map((part) => partMarkdown(part, linkOf))
    // An action that leads nowhere is no action; any other text stands without its link.
    .filter((part, i) => part !== '' && !(kind === 'actions' && !isLinked(parts[i]!, linkOf)))
    .join(kind === 'actions' ? '&nbsp;&nbsp;|&nbsp;&nbsp;' : ' · ');
  if (shown === '') return '';
  const before = icon === undefined ? '' : `$(${icon}) `;
  return `${before}${label === undefined ? '' : `${escapeMarkdown(label)} `}${shown}`;
}

function isLinked({ target }: CardPart, linkOf: LinkOf): boolean {
  return target !== undefined && linkOf(target) !== undefined;
}

function partMarkdown({ text, style, target, svg }: CardPart, linkOf: LinkOf): string {
  const escaped = escapeMarkdown(text).trim();
  if (svg !== undefined)
    return `![${escaped}](data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')})`;
  if (escaped === '') return '';
  const marks = style === 'strong' ? '**' : style === 'emphasis' ? '*' : '';
  const styled = marks + escaped + marks;
  const link = target && linkOf(target);
  return link === undefined ? styled : `[${styled}](${link})`;
}
