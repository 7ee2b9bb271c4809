import {
  QuickPickItemKind,
  Range,
  Selection,
  TextEditorRevealType,
  ThemeIcon,
  window,
  type QuickPickItem,
  type TextEditor,
} from 'vscode';
import type { RejectedDate, Span } from '../../core/index.ts';
import { DisposableStore } from '../disposableStore.ts';
import type { L10n } from '../l10n.ts';
import { formatDate } from '../partialDates.ts';
import type { Services } from '../services.ts';
import { readingText, sourceName, surenessText, undatedText } from './dateText.ts';
import { datedArticleOf, type DatedArticle, type DateTarget } from './dateTarget.ts';
import { quoteInLine } from './quoteInLine.ts';
import { setDateOf } from './setPublicationDate.ts';

/** A row of the list, with the place in the text it speaks of. */
interface EvidenceRow extends QuickPickItem {
  readonly span?: Span | undefined;
}

/**
 * Lists by what the date of an article was read, and every date that was seen and not taken with the reason. The row at
 * hand shows its place in the text; accepting goes there.
 */
export async function whyThisDate(services: Services, target: DateTarget): Promise<void> {
  const article = await datedArticleOf(services, target);
  if (article === undefined) return;
  const { l10n } = services;
  const editor = await window.showTextDocument(article.document, { preview: true, preserveFocus: true });
  const before = editor.selection;
  const store = new DisposableStore();
  const pick = store.add(window.createQuickPick<EvidenceRow>());
  pick.title = l10n.t('Why This Date?');
  pick.placeholder = article.analysis.metadata.title?.value ?? '';
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = evidenceRows(l10n, article);
  const change = {
    iconPath: new ThemeIcon('edit'),
    tooltip: l10n.t('Set Publication Date…'),
  };
  if (article.place) pick.buttons = [change];
  store.add(
    pick.onDidTriggerButton(() => {
      pick.hide();
      void setDateOf(services, article);
    }),
  );
  let isAccepted = false;
  store.add(
    pick.onDidChangeActive(([row]) => {
      if (row?.span) show(editor, row.span);
    }),
  );
  store.add(
    pick.onDidAccept(() => {
      isAccepted = true;
      const [row] = pick.activeItems;
      pick.hide();
      void window.showTextDocument(article.document, { preview: true }).then((shown) => {
        if (row?.span) show(shown, row.span);
      });
    }),
  );
  store.add(
    pick.onDidHide(() => {
      if (!isAccepted) editor.selection = before;
      store.dispose();
    }),
  );
  pick.show();
}

function show(editor: TextEditor, { start, end }: Span): void {
  const range = new Range(editor.document.positionAt(start), editor.document.positionAt(end));
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** What was taken first, then the rest, each under its heading. */
function evidenceRows(l10n: L10n, { analysis }: Pick<DatedArticle, 'analysis'>): EvidenceRow[] {
  const { rejectedDates } = analysis.metadata;
  const rows = [heading(l10n.t('Taken')), ...takenRows(l10n, analysis)];
  if (rejectedDates.length === 0) return rows;
  return [
    ...rows,
    heading(l10n.t('Seen and not taken')),
    ...rejectedDates.map((rejected) => rejectedRow(l10n, analysis.text, rejected)),
  ];
}

const heading = (label: string): EvidenceRow => ({ label, kind: QuickPickItemKind.Separator });

function takenRows(l10n: L10n, { text, metadata }: DatedArticle['analysis']): EvidenceRow[] {
  const { date, notBefore } = metadata;
  if (date) {
    const by = date.source === 'curation' ? '$(edit)' : '$(calendar)';
    return [
      {
        label: `${by} ${formatDate(l10n, date.value)}`,
        description: `${surenessText(l10n, date.confidence)} · ${sourceName(l10n, date.source)}`,
        detail: [readingText(l10n, 'taken', date.evidence), quoted(l10n, text, date)]
          .filter(Boolean)
          .join(' '),
        span: date.span,
      },
    ];
  }
  const rows: EvidenceRow[] = [
    { label: `$(circle-slash) ${l10n.t('Undated')}`, description: '', detail: undatedText(l10n, metadata) },
  ];
  if (notBefore) {
    rows.push({
      label: `$(history) ${l10n.t('not before {0}', formatDate(l10n, notBefore.value))}`,
      description: surenessText(l10n, notBefore.confidence),
      detail: [readingText(l10n, 'taken', notBefore.evidence), quoted(l10n, text, notBefore)].join(' '),
      span: notBefore.span,
    });
  }
  return rows;
}

function rejectedRow(l10n: L10n, text: string, rejected: RejectedDate): EvidenceRow {
  const { value, evidence, span } = rejected;
  return {
    label: `$(dash) ${formatDate(l10n, value)}`,
    description: readingText(l10n, 'rejected', evidence),
    detail: quoted(l10n, text, rejected),
    span,
  };
}

function quoted(
  l10n: L10n,
  text: string,
  { span, quote }: { readonly span?: Span; readonly quote: string },
): string {
  const words = span ? quoteInLine(text, span) : quote;
  return words === '' ? '' : l10n.t('“{0}”', words);
}
