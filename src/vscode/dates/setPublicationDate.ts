import { QuickPickItemKind, window, type QuickPick, type QuickPickItem } from 'vscode';
import { dateCandidates } from '../../core/index.ts';
import { DisposableStore } from '../disposableStore.ts';
import type { L10n } from '../l10n.ts';
import { formatDate, parsePartialDate } from '../partialDates.ts';
import type { Services } from '../services.ts';
import { readingText } from './dateText.ts';
import { datedArticleOf, type DatedArticle, type DateTarget } from './dateTarget.ts';
import { quoteInLine } from './quoteInLine.ts';

/** A row that stands for an answer; a row without one only says something. */
interface DateRow extends QuickPickItem {
  /** What is kept: a date, null for "it has none", `read` to go back to what was read. */
  readonly answer?: string | null;
  readonly isBack?: boolean;
}

/** Asks for the publication date of an article and keeps it in the curation file of its corpus. */
export async function setPublicationDate(services: Services, target: DateTarget): Promise<void> {
  const article = await datedArticleOf(services, target);
  if (article !== undefined) await setDateOf(services, article);
}

export async function setDateOf(services: Services, article: DatedArticle): Promise<void> {
  const { l10n, curation } = services;
  const { place } = article;
  if (place === undefined) {
    void window.showWarningMessage(
      l10n.t('The text is in no folder of the workspace, so that nothing can be kept of it.'),
    );
    return;
  }
  const row = await ask(l10n, article);
  if (row === undefined) return;
  await curation.setDate(place.root, place.article, row.isBack === true ? undefined : row.answer);
}

async function ask(l10n: L10n, article: DatedArticle): Promise<DateRow | undefined> {
  const store = new DisposableStore();
  const pick = store.add(window.createQuickPick<DateRow>());
  const rows = dateRows(l10n, article);
  pick.title = l10n.t('Set Publication Date');
  pick.placeholder = l10n.t('Choose a date of the text, or write one: 2016-05-23, 2016-05 or 2016');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = rows;
  store.add(
    pick.onDidChangeValue((value) => {
      pick.items = [...typedRows(l10n, value), ...rows];
    }),
  );
  try {
    return await answerOf(store, pick);
  } finally {
    store.dispose();
  }
}

function answerOf(store: DisposableStore, pick: QuickPick<DateRow>): Promise<DateRow | undefined> {
  return new Promise((resolve) => {
    store.add(
      pick.onDidAccept(() => {
        const [row] = pick.activeItems;
        // A row that only says what is wrong is no answer.
        if (row?.answer !== undefined || row?.isBack === true) resolve(row);
      }),
    );
    store.add(
      pick.onDidHide(() => {
        resolve(undefined);
      }),
    );
    pick.show();
  });
}

/** The dates seen in the article, then what can be said without one. */
function dateRows(l10n: L10n, { analysis: { metadata, text } }: DatedArticle): DateRow[] {
  const candidates = dateCandidates(metadata).map(({ value, quote, span, isTaken, evidence }): DateRow => ({
    label: `$(${isTaken ? 'calendar' : 'dash'}) ${formatDate(l10n, value)}`,
    description: isTaken ? l10n.t('as read') : readingText(l10n, 'rejected', evidence),
    detail: l10n.t('“{0}”', span ? quoteInLine(text, span) : quote),
    answer: value,
  }));
  const isByUser = metadata.date?.source === 'curation' || metadata.undatedReason === 'userChoice';
  const others: DateRow[] = [
    ...(metadata.undatedReason === 'userChoice'
      ? []
      : [{ label: `$(circle-slash) ${l10n.t('No date')}`, answer: null, alwaysShow: true }]),
    ...(isByUser
      ? [{ label: `$(discard) ${l10n.t('Back to what was read')}`, isBack: true, alwaysShow: true }]
      : []),
  ];
  return [
    ...(candidates.length > 0
      ? [{ label: l10n.t('Dates of the article'), kind: QuickPickItemKind.Separator }, ...candidates]
      : []),
    { label: '', kind: QuickPickItemKind.Separator },
    ...others,
  ];
}

/** What the user is writing, as a date or as what is wrong with it. */
function typedRows(l10n: L10n, value: string): DateRow[] {
  const typed = value.trim();
  if (!/^\d/.test(typed)) return [];
  const date = parsePartialDate(typed);
  if (date !== undefined) {
    return [
      {
        label: `$(edit) ${formatDate(l10n, date)}`,
        description: l10n.t('as written'),
        answer: date,
        alwaysShow: true,
      },
    ];
  }
  // While somebody is still writing there is nothing to find fault with.
  if (typed.length < 'yyyy-mm-dd'.length) return [];
  return [
    {
      label: `$(warning) ${l10n.t('“{0}” is no date. Write 2016-05-23, 2016-05 or 2016', typed)}`,
      alwaysShow: true,
    },
  ];
}
