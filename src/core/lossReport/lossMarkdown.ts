import { encodePath } from '../text/encodePath.ts';
import { escapeInlineMarkdown } from '../text/escapeMarkdown.ts';
import { lostCharacters, lostShare, type ArticleLoss, type LeftOut } from './articleLoss.ts';
import {
  fewestAlike,
  leastSpread,
  unusualDeviation,
  type LossTotals,
  type OutletLoss,
} from './lossTotals.ts';
import type { ReportLanguage } from './reportLanguage.ts';

/** What a report says of the run as a whole. */
export interface LossReportHead {
  readonly corpus: string;
  /** The filter in words; empty for the whole corpus. */
  readonly filter: string;
  /** `YYYY-MM-DD`. */
  readonly madeOn: string;
  readonly removesDoubtful: boolean;
  /** Whole percent. */
  readonly floorPercent: number;
  /** Articles that were wanted, when the run did not come to its end. */
  readonly cutShortOf?: number;
  /** A filter could not see all files. */
  readonly isIndexIncomplete?: boolean;
  /** The copies are files of their own that can be linked to. */
  readonly hasFiles: boolean;
}

/** Everything a report lists; the lists may be the beginnings of longer ones, whose lengths are beside them. */
export interface LossReportLists {
  readonly refused: Listed<ArticleLoss>;
  /** Most unusual first. */
  readonly unusual: Listed<ArticleLoss>;
  /** Those that lost something: the unusual ones, then others. */
  readonly detailed: Listed<ArticleLoss>;
  readonly leftOut: Listed<LeftOut>;
  readonly stale: Listed<string>;
}

export interface Listed<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** Names of the tables that a report points to. */
export interface TableNames {
  readonly articles: string;
  readonly passages: string;
}

/** Outlets beyond this are in the table of articles only. */
const mostOutlets = 100;

/** The lines of the report, in Markdown in which no article's text can become markup. */
export function lossMarkdown(
  language: ReportLanguage,
  head: LossReportHead,
  totals: LossTotals,
  lists: LossReportLists,
  tables: TableNames,
): readonly string[] {
  const writer: Writer = { language, head, totals, tables };
  return [
    ...headLines(writer, lists.leftOut.total),
    ...refusedLines(writer, lists.refused),
    ...unusualLines(writer, lists.unusual),
    ...outletLines(writer),
    ...kindLines(writer),
    ...leftOutLines(writer, lists.leftOut),
    ...staleLines(writer, lists.stale),
    ...detailLines(writer, lists.detailed),
  ];
}

interface Writer {
  readonly language: ReportLanguage;
  readonly head: LossReportHead;
  readonly totals: LossTotals;
  readonly tables: TableNames;
}

function headLines({ language, head, totals }: Writer, leftOut: number): string[] {
  const { articles, cleaned, refused, characters, lost } = totals.total;
  const nothing = articles - cleaned - refused;
  const parts = [
    language.say('cleaned', {}, cleaned),
    ...(nothing > 0 ? [language.say('nothing', {}, nothing)] : []),
    ...(refused > 0 ? [language.say('unchanged', {}, refused)] : []),
    ...(leftOut > 0 ? [language.say('leftOutCount', {}, leftOut)] : []),
  ];
  const share = language.percent(characters === 0 ? 0 : lost / characters);
  const scope =
    head.filter === ''
      ? language.say('wholeCorpus')
      : language.say('filter', { filter: escapeInlineMarkdown(head.filter) });
  return [
    `# ${language.say('heading')}`,
    '',
    `**${escapeInlineMarkdown(head.corpus)}** · ${scope} · ${language.say('made', { date: language.day(head.madeOn) })}`,
    '',
    ...cutShortLines(language, head, articles),
    `${language.say('articles', {}, articles)}: ${parts.join(', ')}. ` +
      language.say('lostOf', {
        lost: language.number(lost),
        characters: language.number(characters),
        share,
      }),
    '',
    doubtfulLine(language, head, totals),
    language.say('floor', { percent: language.percent(head.floorPercent / 100) }),
    '',
  ];
}

function cutShortLines(language: ReportLanguage, head: LossReportHead, done: number): string[] {
  const total = head.cutShortOf;
  return [
    ...(total === undefined
      ? []
      : [
          `> ${language.say('cutShort', { done: language.number(done), total: language.number(total) })}`,
          '',
        ]),
    ...(head.isIndexIncomplete === true ? [`> ${language.say('notIndexed')}`, ''] : []),
  ];
}

function doubtfulLine(language: ReportLanguage, head: LossReportHead, totals: LossTotals): string {
  if (head.removesDoubtful) return language.say('doubtfulWent');
  const { passages, articles } = totals.doubtful;
  return language.say('doubtfulStayed', { articles: language.say('articles', {}, articles) }, passages);
}

function refusedLines(writer: Writer, { items, total }: Listed<ArticleLoss>): string[] {
  if (total === 0) return [];
  const { language } = writer;
  const columns = ['columnArticle', 'columnOutlet', 'columnWhy', 'columnCharacters'] as const;
  return [
    `## ${language.say('unchangedHeading')} (${language.number(total)})`,
    '',
    language.say('unchangedText'),
    '',
    ...table(
      columns.map((column) => language.say(column)),
      items.map((loss) => [
        linkTo(writer, loss),
        outletName(language, loss.outlet),
        escapeInlineMarkdown(loss.refusal === undefined ? '' : language.evidence(loss.refusal)),
        language.number(loss.characters),
      ]),
    ),
    ...more(writer, items.length, total),
  ];
}

function unusualLines(writer: Writer, { items, total }: Listed<ArticleLoss>): string[] {
  const { language, totals } = writer;
  const heading = `## ${language.say('unusualHeading')}${total === 0 ? '' : ` (${language.number(total)})`}`;
  const measure = language.say('unusualText', {
    fewest: language.number(fewestAlike),
    least: language.number(leastSpread * 100),
    threshold: language.number(unusualDeviation),
  });
  if (total === 0) return [heading, '', language.say('noneUnusual'), '', measure, ''];
  const columns = [
    'columnArticle',
    'columnOutlet',
    'columnShare',
    'columnMedian',
    'columnDeviation',
    'columnMostly',
  ] as const;
  const rows = items.map((loss) => {
    const { median, deviation } = totals.unusualness(loss);
    return [
      linkTo(writer, loss),
      outletName(language, loss.outlet),
      language.percent(lostShare(loss)),
      language.percent(median),
      language.number(deviation),
      mostly(language, loss),
    ];
  });
  return [
    heading,
    '',
    measure,
    '',
    ...table(
      columns.map((column) => language.say(column)),
      rows,
    ),
    ...more(writer, items.length, total),
  ];
}

/** The kind and reason of the longest passage. */
function mostly(language: ReportLanguage, { removed }: ArticleLoss): string {
  const [longest] = [...removed].sort((a, b) => b.end - b.start - (a.end - a.start));
  if (longest === undefined) return '';
  return escapeInlineMarkdown(`${language.kind(longest.kind)}: ${language.evidence(longest.evidence)}`);
}

function outletLines(writer: Writer): string[] {
  const { language, totals } = writer;
  const outlets = totals.byOutlet();
  if (outlets.length === 0) return [];
  const columns = [
    'columnOutlet',
    'columnArticles',
    'columnCharacters',
    'columnLost',
    'columnShare',
    'columnMedian',
    'columnKinds',
  ] as const;
  const rows = outlets
    .slice(0, mostOutlets)
    .map((outlet) => [
      outletName(language, outlet.outlet),
      language.number(outlet.articles),
      language.number(outlet.characters),
      language.number(outlet.lost),
      language.percent(outlet.characters === 0 ? 0 : outlet.lost / outlet.characters),
      language.percent(outlet.median),
      kindShares(language, outlet),
    ]);
  return [
    `## ${language.say('outletHeading')}`,
    '',
    ...table(
      columns.map((column) => language.say(column)),
      rows,
    ),
    ...more(writer, rows.length, outlets.length),
  ];
}

function kindShares(language: ReportLanguage, { kinds, lost }: OutletLoss): string {
  return kinds
    .slice(0, 3)
    .map(
      ({ kind, characters }) =>
        `${language.kind(kind)} ${language.percent(lost === 0 ? 0 : characters / lost)}`,
    )
    .join(', ');
}

function kindLines({ language, totals }: Writer): string[] {
  const kinds = totals.byKind();
  if (kinds.length === 0) return [];
  const { lost } = totals.total;
  const columns = [
    'columnKind',
    'columnPassages',
    'columnArticles',
    'columnCharacters',
    'columnShare',
  ] as const;
  return [
    `## ${language.say('kindHeading')}`,
    '',
    ...table(
      columns.map((column) => language.say(column)),
      kinds.map(({ kind, passages, articles, characters }) => [
        language.kind(kind),
        language.number(passages),
        language.number(articles),
        language.number(characters),
        language.percent(lost === 0 ? 0 : characters / lost),
      ]),
    ),
  ];
}

function leftOutLines(writer: Writer, { items, total }: Listed<LeftOut>): string[] {
  if (total === 0) return [];
  const { language } = writer;
  return [
    `## ${language.say('leftOutHeading')} (${language.number(total)})`,
    '',
    ...table(
      [language.say('columnFile'), language.say('columnWhy')],
      items.map(({ path, evidence }) => [
        escapeInlineMarkdown(path),
        escapeInlineMarkdown(language.evidence(evidence)),
      ]),
    ),
    ...more(writer, items.length, total),
  ];
}

function staleLines({ language }: Writer, { items, total }: Listed<string>): string[] {
  if (total === 0) return [];
  return [
    `## ${language.say('staleHeading')} (${language.number(total)})`,
    '',
    language.say('staleText'),
    '',
    ...items.map((copy) => `- ${escapeInlineMarkdown(copy)}`),
    ...(total > items.length ? ['- …'] : []),
    '',
  ];
}

function detailLines(writer: Writer, { items, total }: Listed<ArticleLoss>): string[] {
  if (total === 0) return [];
  const { language, tables } = writer;
  const lines = items.flatMap((loss) => [
    `### ${linkTo(writer, loss)}`,
    '',
    `${[escapeInlineMarkdown(loss.article), outletName(language, loss.outlet)].join(' · ')} · ` +
      `${language.number(lostCharacters(loss))} / ${language.number(loss.characters)} (${language.percent(lostShare(loss))})`,
    '',
    ...loss.removed.slice(0, mostPassages).map(({ kind, evidence, start, end, excerpt }) => {
      const size = `${language.number(end - start)} (${language.percent((end - start) / loss.characters)})`;
      const why = escapeInlineMarkdown(`${language.kind(kind)}: ${language.evidence(evidence)}`);
      return `- ${why} · ${size} · “${escapeInlineMarkdown(excerpt)}”`;
    }),
    ...morePassages(writer, loss),
    '',
  ]);
  return [
    `## ${language.say('articleHeading')}`,
    '',
    ...lines,
    ...more(writer, items.length, total, tables.passages),
  ];
}

/** Of one article, in the Markdown report. */
const mostPassages = 8;

function morePassages({ language, tables }: Writer, { removed }: ArticleLoss): string[] {
  const left = removed.length - mostPassages;
  return left > 0 ? [`- ${language.say('moreInCsv', { file: tables.passages }, left)}`] : [];
}

function more({ language, tables }: Writer, shown: number, total: number, file = tables.articles): string[] {
  if (total <= shown) return [];
  return [
    language.say(
      'moreInCsv',
      { file: `[${escapeInlineMarkdown(file)}](./${encodePath(file)})` },
      total - shown,
    ),
    '',
  ];
}

function outletName(language: ReportLanguage, outlet: string | undefined): string {
  return outlet === undefined || outlet === ''
    ? `*${language.say('noOutlet')}*`
    : escapeInlineMarkdown(outlet);
}

/** The title, leading to the copy where that is a file. */
function linkTo({ head }: Writer, { title, copy, article }: ArticleLoss): string {
  const words = escapeInlineMarkdown(title.trim() === '' ? article : shorten(title));
  return head.hasFiles ? `[${words}](./${encodePath(copy)})` : words;
}

const longestTitle = 90;

function shorten(title: string): string {
  return title.length <= longestTitle
    ? title
    : `${title.slice(0, longestTitle - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}
