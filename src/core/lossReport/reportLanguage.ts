import { boilerplateKindNames, boilerplateRules, type RuleSentence } from '../clean/evidence.ts';
import { refusalSentences } from '../clean/refusal.ts';
import type { BoilerplateKind } from '../clean/passage.ts';
import type { Evidence } from '../evidence.ts';
import { skipSentences } from '../index/describeSkip.ts';
import { cleaningProblems } from './cleaningProblems.ts';

/** The words of a loss report, in English. `{name}` stands for a value; a message that counts has a form for one. */
const lossReportMessages = {
  heading: 'Loss report',
  made: 'Made on {date}',
  filter: 'Filter: {filter}',
  wholeCorpus: 'Whole corpus',
  articles: { one: '{count} article', other: '{count} articles' },
  cleaned: { one: '{count} cleaned', other: '{count} cleaned' },
  nothing: { one: '{count} with nothing to remove', other: '{count} with nothing to remove' },
  unchanged: { one: '{count} copied unchanged', other: '{count} copied unchanged' },
  leftOutCount: { one: '{count} file left out', other: '{count} files left out' },
  lostOf: 'Removed: {lost} of {characters} characters ({share}).',
  doubtfulWent: 'Doubtful passages were removed too.',
  doubtfulStayed: {
    one: '{count} doubtful passage stayed, in {articles}.',
    other: '{count} doubtful passages stayed, in {articles}.',
  },
  floor: 'An article of which less than {percent} of the words would be left is copied unchanged.',
  cutShort:
    'This run was cut short: {done} of {total} articles are done. Run it again into this folder to go on.',
  notIndexed: 'Not all files of the corpus were indexed: the filter could not find articles in the others.',
  unchangedHeading: 'Copied unchanged',
  unchangedText: 'Nothing was removed from these articles; look at them first.',
  unusualHeading: 'Lost unusually much',
  unusualText:
    'The share that an article lost, set against the median of pages like it: those of its folder or site, else of its outlet, else of the corpus, where there are at least {fewest}. The distance is counted in robust standard deviations (1.4826 times the median absolute deviation, at least {least} percentage points); from {threshold} on an article is listed here.',
  noneUnusual: 'No article lost unusually much.',
  outletHeading: 'By outlet',
  kindHeading: 'By kind',
  articleHeading: 'Article by article',
  leftOutHeading: 'Left out',
  staleHeading: 'Of an earlier run',
  staleText:
    'These copies belong to articles that have changed their place, are gone or are no longer wanted. They were left where they are.',
  moreInCsv: { one: '{count} more in {file}.', other: '{count} more in {file}.' },
  noOutlet: 'no outlet known',
  columnState: 'State',
  columnArticle: 'Article',
  columnCopy: 'Copy',
  columnTitle: 'Title',
  columnOutlet: 'Outlet',
  columnDate: 'Date',
  columnLanguage: 'Language',
  columnCharacters: 'Characters',
  columnLost: 'Removed',
  columnShare: 'Share',
  columnMedian: 'Median',
  columnDeviation: 'Deviation',
  columnDoubtful: 'Doubtful, kept',
  columnWhy: 'Why',
  columnMostly: 'Mostly',
  columnKind: 'Kind',
  columnKinds: 'Kinds',
  columnPassages: 'Passages',
  columnArticles: 'Articles',
  columnFile: 'File',
  columnRule: 'Rule',
  columnStart: 'Start',
  columnEnd: 'End',
  columnText: 'Text',
  stateCleaned: 'cleaned',
  stateNothing: 'nothing to remove',
  stateUnchanged: 'copied unchanged',
  stateUnusual: 'lost unusually much',
  stateLeftOut: 'left out',
} as const satisfies Readonly<Record<string, string | RuleSentence>>;

type MessageId = keyof typeof lossReportMessages;

/** The language of a report as data, so that it can be sent: English sentences with their translations. */
export interface ReportTexts {
  /** BCP 47. */
  readonly language: string;
  /** By the English sentence, as in `reportSentences`; what is missing stays English. */
  readonly sentences: Readonly<Record<string, string>>;
}

export const englishReport: ReportTexts = { language: 'en', sentences: {} };

/** Every English sentence that a loss report may need. */
export function reportSentences(): readonly string[] {
  const tables = [
    lossReportMessages,
    boilerplateRules,
    boilerplateKindNames,
    refusalSentences,
    skipSentences,
    cleaningProblems,
  ];
  const messages = tables.flatMap((table) => Object.values(table) as (string | RuleSentence)[]);
  return messages.flatMap((message) =>
    typeof message === 'string'
      ? [message]
      : [...(message.one === undefined ? [] : [message.one]), message.other],
  );
}

/** Writes words, numbers and dates in the language of a report. */
export class ReportLanguage {
  readonly language: string;
  private readonly sentences: Readonly<Record<string, string>>;
  private readonly numbers: Intl.NumberFormat;
  private readonly plurals: Intl.PluralRules;

  constructor({ language, sentences }: ReportTexts) {
    this.language = Intl.NumberFormat.supportedLocalesOf(language)[0] ?? 'en';
    this.sentences = sentences;
    this.numbers = new Intl.NumberFormat(this.language, { maximumFractionDigits: 1 });
    this.plurals = new Intl.PluralRules(this.language);
  }

  /** `count` chooses the form of a message that counts, and fills `{count}`. */
  say(id: MessageId, values: Readonly<Record<string, string>> = {}, count?: number): string {
    const counted = count === undefined ? {} : { count: this.number(count) };
    return this.fill(lossReportMessages[id], { ...counted, ...values }, count);
  }

  /** With the separators of the language, at most one decimal. */
  number(value: number): string {
    return this.numbers.format(value);
  }

  /** A share 0..1 as "45.8 %". */
  percent(share: number): string {
    return `${this.number(Math.round(share * 1000) / 10)}\u00a0%`;
  }

  /** `date` is `YYYY-MM-DD`. */
  day(date: string): string {
    const format = new Intl.DateTimeFormat(this.language, { dateStyle: 'long', timeZone: 'UTC' });
    return format.format(new Date(`${date}T00:00:00Z`));
  }

  kind(kind: BoilerplateKind): string {
    return this.fill(boilerplateKindNames[kind], {});
  }

  /** Why something was removed, refused or left out. A rule that nobody knows is shown as it is. */
  evidence({ rule, values = {} }: Evidence): string {
    const message = evidenceSentences[rule];
    if (message === undefined) return rule;
    const counted = Object.values(values).find((value) => typeof value === 'number');
    const shown = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? this.number(value) : value,
    ]);
    return this.fill(message, Object.fromEntries(shown) as Record<string, string>, counted);
  }

  private fill(message: string | RuleSentence, values: Readonly<Record<string, string>>, count = 0): string {
    const english =
      typeof message === 'string'
        ? message
        : this.plurals.select(count) === 'one'
          ? (message.one ?? message.other)
          : message.other;
    const sentence = this.sentences[english] ?? english;
    // One pass, so that braces inside a value are never taken for a placeholder.
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  }
}

const evidenceSentences: Readonly<Record<string, string | RuleSentence>> = {
  ...skipSentences,
  ...cleaningProblems,
  ...refusalSentences,
  ...boilerplateRules,
};
