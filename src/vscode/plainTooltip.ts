import { MarkdownString } from 'vscode';
import { escapeMarkdown } from '../core/index.ts';

/** Lines as a tooltip. Scraped words are text in it: no Markdown, no icon, and no address that becomes a link. */
export function plainTooltip(lines: readonly string[]): MarkdownString {
  const shown = lines.filter((line) => line !== '');
  return new MarkdownString(shown.map(escapeMarkdown).join('\n\n'));
}
