import { boilerplateKindNames } from '../clean/evidence.ts';
import type { BoilerplateKind } from '../clean/passage.ts';
import { lostCharacters, lostShare, type ArticleLoss, type LeftOut } from './articleLoss.ts';
import type { Unusualness } from './lossTotals.ts';
import type { ReportLanguage } from './reportLanguage.ts';

/** One row of a table for spreadsheets; a number is to be written as the reader's spreadsheet reads numbers. */
export type TableRow = readonly (string | number)[];

const kinds = Object.keys(boilerplateKindNames) as readonly BoilerplateKind[];

/** The head of the table of articles; a column for each kind at its end, in characters. */
export function articleHeader(language: ReportLanguage): TableRow {
  return [
    language.say('columnState'),
    language.say('columnArticle'),
    language.say('columnCopy'),
    language.say('columnTitle'),
    language.say('columnOutlet'),
    language.say('columnDate'),
    language.say('columnLanguage'),
    language.say('columnCharacters'),
    language.say('columnLost'),
    `${language.say('columnShare')} %`,
    `${language.say('columnMedian')} %`,
    language.say('columnDeviation'),
    language.say('columnDoubtful'),
    language.say('columnWhy'),
    ...kinds.map((kind) => language.kind(kind)),
  ];
}

export function articleRow(language: ReportLanguage, loss: ArticleLoss, unusual: Unusualness): TableRow {
  const charactersOf = (kind: BoilerplateKind): number =>
    loss.refusal === undefined
      ? loss.removed
          .filter((passage) => passage.kind === kind)
          .reduce((sum, { start, end }) => sum + end - start, 0)
      : 0;
  return [
    stateOf(language, loss, unusual),
    loss.article,
    loss.copy,
    loss.title,
    loss.outlet ?? '',
    loss.date ?? '',
    loss.language,
    loss.characters,
    lostCharacters(loss),
    percent(lostShare(loss)),
    percent(unusual.median),
    oneDecimal(unusual.deviation),
    loss.doubtful,
    loss.refusal === undefined ? '' : language.evidence(loss.refusal),
    ...kinds.map(charactersOf),
  ];
}

/** A file that gave no copy, in the table of articles. */
export function leftOutRow(language: ReportLanguage, { path, evidence }: LeftOut): TableRow {
  const row = articleHeader(language).map((): string | number => '');
  row[0] = language.say('stateLeftOut');
  row[1] = path;
  row[13] = language.evidence(evidence);
  return row;
}

/** The head of the table of passages. */
export function passageHeader(language: ReportLanguage): TableRow {
  return [
    language.say('columnArticle'),
    language.say('columnOutlet'),
    language.say('columnKind'),
    language.say('columnRule'),
    language.say('columnWhy'),
    language.say('columnStart'),
    language.say('columnEnd'),
    language.say('columnCharacters'),
    `${language.say('columnShare')} %`,
    language.say('columnText'),
  ];
}

/** A row for each passage that went; none for an article that was left as it is. */
export function passageRows(language: ReportLanguage, loss: ArticleLoss): readonly TableRow[] {
  if (loss.refusal !== undefined) return [];
  return loss.removed.map(({ start, end, kind, evidence, excerpt }) => [
    loss.article,
    loss.outlet ?? '',
    language.kind(kind),
    evidence.rule,
    language.evidence(evidence),
    start,
    end,
    end - start,
    percent(loss.characters === 0 ? 0 : (end - start) / loss.characters),
    excerpt,
  ]);
}

function stateOf(language: ReportLanguage, loss: ArticleLoss, { isUnusual }: Unusualness): string {
  if (loss.refusal !== undefined) return language.say('stateUnchanged');
  if (lostCharacters(loss) === 0) return language.say('stateNothing');
  return language.say(isUnusual ? 'stateUnusual' : 'stateCleaned');
}

const percent = (share: number): number => oneDecimal(share * 100);

const oneDecimal = (value: number): number => Math.round(value * 10) / 10 + 0;
