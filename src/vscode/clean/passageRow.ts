import { isSure, type Boilerplate } from '../../core/index.ts';
import { formatNumber, type L10n } from '../l10n.ts';
import { evidenceText, kindTitle } from './evidenceText.ts';
import { isUserChoice } from './passageMarkdown.ts';

/** Characters of a passage that its row shows: about what a row has room for. */
const longestExcerpt = 120;

/** A passage as a list shows it. */
export interface PassageRow {
  /** Its kind, with a pencil when the user said so. */
  readonly label: string;
  /** Where it stands and why it was found; says so when that is a doubt. */
  readonly description: string;
  /** How it begins. */
  readonly detail: string;
}

/** `firstLine` and `lastLine` count from 1. */
export function passageRow(
  l10n: L10n,
  text: string,
  passage: Boilerplate,
  { firstLine, lastLine }: { readonly firstLine: number; readonly lastLine: number },
): PassageRow {
  const [first, last] = [formatNumber(l10n, firstLine), formatNumber(l10n, lastLine)];
  const description = [
    isSure(passage) ? '' : l10n.t('in doubt'),
    firstLine === lastLine ? l10n.t('line {0}', first) : l10n.t('lines {0}–{1}', first, last),
    evidenceText(l10n, passage.evidence),
  ];
  return {
    label: `${isUserChoice(passage) ? '$(edit) ' : ''}${kindTitle(l10n, passage.kind)}`,
    description: description.filter((part) => part !== '').join(' · '),
    detail: excerpt(text.slice(passage.start, passage.end)),
  };
}

function excerpt(passage: string): string {
  const line = passage.replace(/\s+/g, ' ').trim();
  if (line.length <= longestExcerpt) return line;
  return `${line.slice(0, longestExcerpt).replace(/\S*$/, '').trimEnd() || line.slice(0, longestExcerpt)}…`;
}
