import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { layOut } from '../../src/core/article/layout.ts';
import { dateContext, dateFeatures, isExcluded, placeDates } from '../../src/core/article/dateCandidates.ts';
import { titleCandidates } from '../../src/core/article/titleCandidates.ts';
import { findDates } from '../../src/core/article/dateGrammar.ts';
import { readWithOrder } from '../../src/core/article/dayMonthOrder.ts';
import { choiceProbabilities, scoreOf, type Weights } from '../../src/core/article/conditionalLogit.ts';
import { readingWindows } from '../../src/core/article/layout.ts';
import type { ChoiceGroup } from './fitChoice.ts';

/** A labelled text of the kit, read once into its candidates. */
export interface Example {
  readonly id: string;
  /** Texts of one site share a fold. */
  readonly fold: number;
  readonly weight: number;
  readonly layout: ReturnType<typeof layOut>;
  readonly placed: ReturnType<typeof placeDates>;
  readonly gold: {
    readonly title: string | undefined;
    readonly dates: ReadonlySet<string>;
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
  gold: { date: string | null; alts?: string[]; title?: string | null };
}

/** The synthetic layouts are few texts many times over: they weigh less than the real pages. */
const SYNTHETIC_WEIGHT = 0.5;

export function readExamples(kit: string): Example[] {
  return ['records', 'stress'].flatMap((name) => {
    const bytes = zlib.gunzipSync(fs.readFileSync(path.join(kit, `${name}.jsonl.gz`)));
    return bytes
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as KitRecord)
      .filter((record) => record.text && !record.contested)
      .map(toExample);
  });
}

function toExample(record: KitRecord): Example {
  const text = record.text ?? '';
  const layout = layOut(text, []);
  const dates = readingWindows(text.length).flatMap(({ start, end }) => findDates(text, start, end));
  return {
    id: record.id,
    fold: hash(record.site ?? record.corpus ?? record.id),
    weight: record.synthetic ? SYNTHETIC_WEIGHT : 1,
    layout,
    placed: placeDates(readWithOrder(dates, { language: record.lang }), layout.lines),
    gold: {
      title: record.gold.title ?? undefined,
      dates: new Set([record.gold.date, ...(record.gold.alts ?? [])].filter((day) => day !== null)),
      textDate: record.textDate,
      titleVisible: record.titleVisible === null ? undefined : Boolean(record.titleVisible),
    },
  };
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function titleChoices(example: Example): ReturnType<typeof titleCandidates> {
  return titleCandidates(example.layout, new Set(example.placed.map(({ lineIndex }) => lineIndex)), []);
}

export function titleGroup(example: Example): ChoiceGroup | undefined {
  const { title, titleVisible } = example.gold;
  if (title === undefined || titleVisible === undefined) return undefined;
  const gold = fold(title);
  const candidates = titleChoices(example).map(({ line, features }) => ({
    value: fold(line.text),
    isRight: fold(line.text) === gold,
    features,
  }));
  return { candidates, isAnswerable: titleVisible, weight: example.weight };
}

export function dateGroup(example: Example, titleWeights: Weights): ChoiceGroup | undefined {
  const { textDate, dates } = example.gold;
  if (textDate !== 'visible' && textDate !== 'absent') return undefined;
  const context = dateContext(example.layout, example.placed, bestTitle(example, titleWeights));
  const candidates = example.placed.flatMap((placed, n) =>
    isExcluded(placed)
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
