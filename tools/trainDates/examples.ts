import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { layOut } from '../../src/core/article/layout.ts';
import { dateContext, dateFeatures, isCalendarDay, isExcluded } from '../../src/core/article/dateFeatures.ts';
import { placeDates } from '../../src/core/article/datedLines.ts';
import { titleCandidates } from '../../src/core/article/titleCandidates.ts';
import { findDates } from '../../src/core/article/dateGrammar.ts';
import { readWithOrder } from '../../src/core/article/dayMonthOrder.ts';
import { choiceProbabilities, scoreOf, type Weights } from '../../src/core/article/conditionalLogit.ts';
import { readingWindows } from '../../src/core/article/layout.ts';
import { rankDays } from '../../src/core/article/dateChoice.ts';
import { pageDays } from '../../src/core/article/markupDays.ts';
import { readAuthors } from '../../src/core/article/authors.ts';
import { authorOffers } from '../../src/core/article/pageAuthors.ts';
import { readArticle } from '../../src/core/article/reading.ts';
import { foldTitle, pageTitles } from '../../src/core/article/pageTitles.ts';
import type { ArticleRecord } from '../../src/core/article/record.ts';
import { readHtml } from '../../src/formats/html.ts';
import { findBoilerplate, type Boilerplate } from '../../src/core/index.ts';
import type { CleanModel } from '../../src/core/clean/cleanModel.ts';
import type { ChoiceGroup } from './fitChoice.ts';

/** A labelled text of the kit, read once into its candidates. */
export interface Example {
  readonly id: string;
  /** Texts of one site share a fold. */
  readonly fold: number;
  readonly weight: number;
  readonly layout: ReturnType<typeof layOut>;
  readonly placed: ReturnType<typeof placeDates>;
  readonly isPage: boolean;
  readonly isSynthetic: boolean;
  readonly boilerplate: readonly Boilerplate[];
  readonly record: ArticleRecord;
  readonly gold: {
    readonly isInPage: boolean;
    readonly title: string | undefined;
    readonly dates: ReadonlySet<string>;
    readonly authors: readonly string[] | undefined;
    readonly textDate: string | null;
    readonly titleVisible: boolean | undefined;
  };
}

interface KitRecord {
  id: string;
  site?: string;
  corpus?: string;
  basedOn?: string;
  synthetic?: boolean;
  lang: string;
  text?: string;
  textDate: string | null;
  titleVisible: boolean | number | null;
  contested?: boolean;
  goldInPage?: boolean;
  url?: string | null;
  gold: { date: string | null; alts?: string[]; title?: string | null; authors?: string[] | null };
}

/** The synthetic layouts are few texts many times over: they weigh less than the real pages. */
const syntheticWeight = 0.5;

const readLines = (file: string): string[] =>
  zlib.gunzipSync(fs.readFileSync(file)).toString('utf8').split('\n').filter(Boolean);

/** Each text of the kit, and each page of it once more as HTML. */
export function readExamples(kit: string, model: CleanModel): Example[] {
  const [records = [], stress = []] = ['records', 'stress'].map((name) =>
    readLines(path.join(kit, `${name}.jsonl.gz`))
      .map((line) => JSON.parse(line) as KitRecord)
      .filter((record) => record.contested !== true),
  );
  // As it comes, and with the passages that the cleaner finds: the readers must do well on both.
  const variants = (record: ArticleRecord): (readonly Boilerplate[])[] => [
    [],
    findBoilerplate(record, model),
  ];
  const byId = new Map(records.map((record) => [record.id, record]));
  // A synthetic layout holds the words of a real page, and is left out with it.
  const siteOf = (label: KitRecord): string =>
    label.site ?? byId.get(label.basedOn ?? '')?.site ?? label.corpus ?? label.id;
  const pages = readLines(path.join(kit, 'html.jsonl.gz')).flatMap((line) => {
    const { id, html } = JSON.parse(line) as { id: string; html: string };
    const record = byId.get(id);
    if (!record) return [];
    const page = { id, ...(record.url && { url: record.url }), ...readHtml(html) };
    return variants(page).map((boilerplate) => toExample(record, siteOf(record), page, boilerplate, true));
  });
  const texts = [...records, ...stress].flatMap((record) =>
    record.text
      ? variants({ id: record.id, text: record.text }).map((boilerplate) =>
          toExample(record, siteOf(record), { id: record.id, text: record.text ?? '' }, boilerplate, false),
        )
      : [],
  );
  return [...texts, ...pages];
}

function toExample(
  label: KitRecord,
  site: string,
  record: ArticleRecord,
  boilerplate: readonly Boilerplate[],
  isPage: boolean,
): Example {
  const { text } = record;
  const layout = layOut(text, boilerplate);
  const dates = readingWindows(text.length).flatMap(({ start, end }) => findDates(text, start, end));
  return {
    id: label.id,
    fold: hash(site),
    isSynthetic: label.synthetic === true,
    boilerplate,
    weight: (label.synthetic ? syntheticWeight : 1) * 0.5,
    layout,
    placed: placeDates(readWithOrder(dates, { language: label.lang }), layout.lines, boilerplate),
    isPage,
    record,
    gold: {
      isInPage: label.goldInPage !== false,
      title: label.gold.title ?? undefined,
      dates: new Set([label.gold.date, ...(label.gold.alts ?? [])].filter((day) => day !== null)),
      authors: label.gold.authors ?? undefined,
      textDate: label.textDate,
      titleVisible: label.titleVisible === null ? undefined : Boolean(label.titleVisible),
    },
  };
}

function titleChoices(example: Example): ReturnType<typeof titleCandidates> {
  return titleCandidates(example.layout, new Set(example.placed.map(({ lineIndex }) => lineIndex)), []);
}

export function titleGroup(example: Example): ChoiceGroup | undefined {
  const { title, titleVisible } = example.gold;
  if (example.isPage || title === undefined || titleVisible === undefined) return undefined;
  const gold = foldTitle(title);
  const candidates = titleChoices(example).map(({ line, features }) => ({
    value: foldTitle(line.text),
    isRight: foldTitle(line.text) === gold,
    features,
  }));
  return { candidates, isAnswerable: titleVisible, weight: example.weight };
}

export function dateGroup(example: Example, titleWeights: Weights): ChoiceGroup | undefined {
  const { textDate, dates } = example.gold;
  if (textDate !== 'visible' && textDate !== 'absent') return undefined;
  const context = contextOf(example, titleWeights);
  const candidates = example.placed.flatMap((placed, n) =>
    isExcluded(placed) || isCalendarDay(context, placed)
      ? []
      : [
          {
            value: placed.date.value,
            isRight: dates.has(placed.date.value),
            features: dateFeatures(context, n),
          },
        ],
  );
  return { candidates, isAnswerable: textDate === 'visible', weight: example.weight };
}

const contextOf = (example: Example, titleWeights: Weights): ReturnType<typeof dateContext> =>
  dateContext(
    example.layout,
    example.placed,
    bestTitle(example, titleWeights),
    example.record.markup?.blocks,
  );

const foldName = (name: string): string =>
  foldTitle(name).replace(/^(?:by|par|von|por|di|door|av|af|de) /, '');

/** For each name that an HTML page offers, whether it is an author. */
export function authorGroups(example: Example): ChoiceGroup[] {
  const { authors } = example.gold;
  if (!example.isPage || authors === undefined) return [];
  const gold = authors.map(foldName);
  const isAuthor = (name: string): boolean =>
    gold.some(
      (other) =>
        other === name ||
        (name.includes(' ') && other.includes(' ') && (name.includes(other) || other.includes(name))),
    );
  const reading = readArticle(example.record, example.boilerplate);
  return authorOffers(example.record.markup?.facts ?? [], readAuthors(reading), reading.host).map(
    ({ value, features }) => {
      const isRight = isAuthor(foldName(value));
      return { candidates: [{ value, isRight, features }], isAnswerable: isRight, weight: example.weight };
    },
  );
}

/** The choice among all headlines that an HTML page offers. */
export function pageTitleGroup(example: Example, titleWeights: Weights): ChoiceGroup | undefined {
  const { title } = example.gold;
  if (!example.isPage || title === undefined) return undefined;
  const gold = foldTitle(title);
  const index = bestTitle(example, titleWeights);
  const lines = new Set(example.layout.lines.map(({ lower }) => lower));
  const offers = pageTitles(example.record.markup?.facts ?? [], example.layout.lines[index]?.text, lines);
  const candidates = offers.map(({ value, features }) => ({
    value: foldTitle(value),
    isRight: foldTitle(value) === gold,
    features,
  }));
  return { candidates, isAnswerable: true, weight: example.weight };
}

/** The choice among all days that an HTML page offers. */
export function pageGroup(
  example: Example,
  titleWeights: Weights,
  dateWeights: Weights,
): ChoiceGroup | undefined {
  const { dates, isInPage } = example.gold;
  if (!example.isPage || dates.size === 0) return undefined;
  const textDays = rankDays(contextOf(example, titleWeights), undefined, undefined, dateWeights);
  const candidates = pageDays(example.record, textDays).map(({ value, features }) => ({
    value,
    isRight: dates.has(value),
    features,
  }));
  return { candidates, isAnswerable: isInPage, weight: example.weight };
}

function bestTitle(example: Example, weights: Weights): number {
  const choices = titleChoices(example);
  const probabilities = choiceProbabilities(choices.map(({ features }) => scoreOf(features, weights)));
  let best = -1;
  probabilities.forEach((p, i) => {
    if (p > 0.15 && p > (probabilities[best] ?? 0)) best = i;
  });
  return choices[best]?.index ?? -1;
}

function hash(text: string): number {
  let value = 7;
  for (const char of text) value = (value * 31 + char.charCodeAt(0)) >>> 0;
  return value;
}
