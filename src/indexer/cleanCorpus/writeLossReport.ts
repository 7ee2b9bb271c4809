import path from 'node:path';
import {
  articleHeader,
  articleRow,
  englishReport,
  leftOutRow,
  lossMarkdown,
  LossTotals,
  passageHeader,
  passageRows,
  ReportLanguage,
  type ArticleLoss,
  type LeftOut,
} from '../../core/index.ts';
import type { CleaningCounts, CleaningJob } from './cleaningJob.ts';
import type { CopyingRun } from './copyCorpus.ts';
import { readJournal } from './journal.ts';
import { LossTableFile } from './lossTableFile.ts';
import { statePath, targetNames, writeWhole } from './targetFolder.ts';

/** Articles with each of their passages in the Markdown report; the tables have all. */
const mostDetailed = 200;
/** Rows of a list in the Markdown report. */
const mostListed = 500;

/**
 * Writes the report of all articles in the journal, those of earlier runs too: Markdown to read, tables to work with.
 * Goes through the journal once for the totals and once for the lists, and holds only what it lists.
 */
export async function writeLossReport(job: CleaningJob, run: CopyingRun): Promise<CleaningCounts> {
  const { target } = job;
  const language = new ReportLanguage(job.texts ?? englishReport);
  const totals = await sumUp(target);
  const lists = await collect(target, totals);
  await writeTables(target, language, totals, lists);
  const head = {
    corpus: job.corpusName,
    filter: job.filterText,
    madeOn: job.today,
    removesDoubtful: job.removesDoubtful,
    floorPercent: job.floorPercent,
    hasFiles: job.format === 'txt',
    isIndexIncomplete: run.isIndexIncomplete,
    ...(run.isComplete ? {} : { cutShortOf: Math.max(run.wanted, totals.total.articles) }),
  };
  const lines = lossMarkdown(
    language,
    head,
    totals,
    {
      refused: first(lists.refused, mostListed),
      unusual: first(lists.unusual, mostListed),
      detailed: {
        items: [...lists.unusual, ...lists.others].slice(0, mostDetailed),
        total: totals.total.cleaned,
      },
      leftOut: first(lists.leftOut, mostListed),
      stale: first(run.stale, mostListed),
    },
    { articles: targetNames.articleTable, passages: targetNames.passageTable },
  );
  await writeWhole(target, path.join(target, targetNames.report), `${lines.join('\n').trimEnd()}\n`);
  const { articles, cleaned, refused, characters, lost } = totals.total;
  const leftOut = lists.leftOut.length;
  return { articles, cleaned, refused, leftOut, unusual: lists.unusual.length, characters, lost };
}

interface Lists {
  readonly refused: ArticleLoss[];
  /** Most unusual first. */
  readonly unusual: ArticleLoss[];
  /** The first of those that lost something as usual. */
  readonly others: ArticleLoss[];
  readonly leftOut: LeftOut[];
}

async function sumUp(target: string): Promise<LossTotals> {
  const totals = new LossTotals();
  for await (const loss of losses(target)) totals.add(loss);
  return totals;
}

async function collect(target: string, totals: LossTotals): Promise<Lists> {
  const lists: Lists = { refused: [], unusual: [], others: [], leftOut: [] };
  const deviations = new Map<ArticleLoss, number>();
  for await (const { entry } of readJournal(statePath(target, 'journal.jsonl'))) {
    const { article, loss, leftOut } = entry;
    if (leftOut) lists.leftOut.push({ path: article, evidence: leftOut });
    if (!loss) continue;
    const { deviation, isUnusual } = totals.unusualness(loss);
    if (loss.refusal) lists.refused.push(loss);
    else if (isUnusual) {
      lists.unusual.push(loss);
      deviations.set(loss, deviation);
    } else if (loss.removed.length > 0 && lists.others.length < mostDetailed) lists.others.push(loss);
  }
  lists.unusual.sort((a, b) => (deviations.get(b) ?? 0) - (deviations.get(a) ?? 0));
  return lists;
}

/** What is to be looked at first comes first: refused, then unusual, then all others as the corpus is walked. */
async function writeTables(
  target: string,
  language: ReportLanguage,
  totals: LossTotals,
  lists: Lists,
): Promise<void> {
  const tables = [targetNames.articleTable, targetNames.passageTable].map(
    (name) => new LossTableFile(target, path.join(target, name), language.language),
  );
  const [articles, passages] = tables as [LossTableFile, LossTableFile];
  const add = async (loss: ArticleLoss): Promise<void> => {
    await articles.add(articleRow(language, loss, totals.unusualness(loss)));
    for (const row of passageRows(language, loss)) await passages.add(row);
  };
  try {
    await articles.add(articleHeader(language));
    await passages.add(passageHeader(language));
    for (const loss of [...lists.refused, ...lists.unusual]) await add(loss);
    for await (const loss of losses(target)) {
      if (!loss.refusal && !totals.unusualness(loss).isUnusual) await add(loss);
    }
    for (const leftOut of lists.leftOut) await articles.add(leftOutRow(language, leftOut));
    for (const table of tables) await table.close();
  } finally {
    for (const table of tables) await table.discard();
  }
}

async function* losses(target: string): AsyncGenerator<ArticleLoss> {
  for await (const { entry } of readJournal(statePath(target, 'journal.jsonl'))) {
    if (entry.loss) yield entry.loss;
  }
}

function first<T>(
  items: readonly T[],
  most: number,
): { readonly items: readonly T[]; readonly total: number } {
  return { items: items.slice(0, most), total: items.length };
}
