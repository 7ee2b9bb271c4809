/**
 * Measures the finder on sites its model never saw: `node tools/trainClean/evaluateFolds.ts KIT [MODELS] [--with DIR]`,
 * where KIT holds `dev/docs.jsonl.gz` and `score.mjs`, and DIR more to learn from (publisherPages.ts). Four models are
 * trained, each without a quarter of the sites, and every page is cleaned by the one that does not know its site. They are
 * kept in the folder MODELS, and read from there when present.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { loadCleanModel } from '../../src/core/clean/cleanModel.ts';
import type { CleanModel, CleanModelData } from '../../src/core/clean/cleanModel.ts';
import { featureNames } from '../../src/core/clean/features.ts';
import { findBoilerplate } from '../../src/core/clean/findBoilerplate.ts';
import { LineSurvey } from '../../src/core/clean/lineSurvey.ts';
import { removeSpans } from '../../src/core/text/cleanedText.ts';
import { boost } from './boost.ts';
import { prepareAll, toTrainingSet } from './examples.ts';
import { readLabelledTexts } from './labelledPages.ts';
import { foldCount, foldOf } from './mixedPages.ts';
import { withoutPartlyMarked } from './partlyMarked.ts';
import { trainSequence } from './sequenceTrain.ts';
import { boostOptions } from './settings.ts';

/** One page of the kit, and its scores: what the kit's own scorer gives. */
interface Page {
  readonly id: string;
  readonly ds: string;
  readonly lang: string;
  readonly site: string;
}
interface PageScore {
  readonly loss: number;
  readonly F: number;
}
interface Scorer {
  load(folder: string): Page[];
  variant(page: Page, mode: string): [text: string, spans: unknown] | null;
  scoreDoc(page: Page, cleaned: string, mode: string): PageScore;
  agg(
    scores: readonly PageScore[],
  ): Readonly<Record<'n' | 'P' | 'R' | 'F1' | 'loss' | 'resid' | 'dmg', number>>;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { with: { type: 'string', multiple: true, default: [] } },
});
const [kit, folder] = positionals;
if (kit === undefined) throw new Error('Usage: evaluateFolds.ts KIT [MODELS] [--with DIR]');
const scorer = (await import(pathToFileURL(resolve(kit, 'score.mjs')).href)) as Scorer;
const pages = scorer.load(join(kit, 'dev'));
const models = foldModels();

const survey = new LineSurvey();
const portalPages = pages.filter(({ ds }) => ds === 'portal');
for (const page of portalPages) survey.add(page.site, textOf(page, 'full'));

for (const mode of ['full', 'ticker', 'part']) measure(mode, pages, mode);
measure('full, with its corpus', portalPages, 'full', (page, text) => survey.repetitionFor(page.site, text));

/** Prints one line for all pages, one for the sets that train, and one for each other set and language. */
function measure(
  name: string,
  chosen: readonly Page[],
  mode: string,
  repetitionFor?: (page: Page, text: string) => ReturnType<LineSurvey['repetitionFor']>,
): void {
  const groups = new Map<string, PageScore[]>();
  for (const page of chosen) {
    const text = textOf(page, mode);
    const model = models[foldOf(page.site)];
    if (text === '' || model === undefined) continue;
    const found = findBoilerplate({ id: page.id, text }, model, repetitionFor?.(page, text));
    const score = scorer.scoreDoc(page, removeSpans(text, found).text, mode);
    for (const group of ['all', page.ds === 'portal' ? 'portal' : 'trained sets', page.lang]) {
      groups.set(group, [...(groups.get(group) ?? []), score]);
    }
  }
  console.log(name);
  for (const [group, scores] of groups) {
    const { n, P, R, F1, loss, resid, dmg } = scorer.agg(scores);
    const figures = Object.entries({ P, R, F1, loss, resid, dmg });
    console.log(
      `  ${group.padEnd(14)}${n}  ${figures.map(([key, x]) => `${key} ${x.toFixed(4)}`).join('  ')}`,
    );
  }
}

function textOf(page: Page, mode: string): string {
  return scorer.variant(page, mode)?.[0] ?? '';
}

/** A model per fold: read from its file where there is one, so that training goes on where it was stopped. */
function foldModels(): CleanModel[] {
  const texts = [join(kit ?? '', 'dev'), ...values.with].flatMap(readLabelledTexts);
  return Array.from({ length: foldCount }, (_, fold) => {
    const file = folder === undefined ? undefined : join(folder, `${fold}.json`);
    if (file !== undefined && existsSync(file)) return loadCleanModel(readFileSync(file));
    const others = withoutPartlyMarked(texts.filter(({ site }) => foldOf(site) !== fold));
    const { data } = boost(toTrainingSet(prepareAll(others, boostOptions.seed)), boostOptions);
    const sequence = trainSequence(others);
    const model: CleanModelData = { version: 1, features: featureNames, trees: data, sequence };
    if (file !== undefined) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(model));
    }
    return loadCleanModel(JSON.stringify(model));
  });
}
