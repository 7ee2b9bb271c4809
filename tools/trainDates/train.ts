/**
 * Fits the weights by which titles, publication dates and authors are chosen, on the development half of the evaluation
 * kit (`../shared/eval/dates/dev`), and writes them to `src/core/article/readingWeights.ts`.
 *
 *   node tools/trainDates/train.ts [KIT]               fit on everything and write
 *   node tools/trainDates/train.ts [KIT] --folds OUT   write nothing but what is read on sites left out, as predictions
 *                                                      for the kit's scorer: OUT/{text,stress,html}.jsonl
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadingWeights } from '../../src/core/article/conditionalLogit.ts';
import { readMetadata } from '../../src/core/article/readMetadata.ts';
import { loadCleanModel, loadPageModel } from '../../src/core/clean/cleanModel.ts';
import {
  authorGroups,
  dateGroup,
  pageGroup,
  pageTitleGroup,
  readExamples,
  titleGroup,
  type Example,
} from './examples.ts';
import { readingDay } from '../../src/formats/readingDay.ts';
import { fitChoice } from './fitChoice.ts';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const args = process.argv.slice(2);
const foldsAt = args.indexOf('--folds');
const kit = foldsAt !== 0 && args[0] !== undefined ? args[0] : path.join(root, '../shared/eval/dates/dev');
const folds = 5;
/** Dates have most features by far: on sites left out, a firm pull to 0 ranks what is wrong lower. */
const dateRidge = 4;

// Pages are cleaned by their structure and texts by their words, as in the product.
const modelFile = (name: string): Uint8Array => fs.readFileSync(path.join(root, 'models', name));
const model = {
  ...loadCleanModel(modelFile('clean.json')),
  page: loadPageModel(modelFile('cleanPage.json')),
};
const examples = readExamples(kit, model);
if (foldsAt >= 0) writeFolds(examples, args[foldsAt + 1] ?? '.');
else writeWeights(fit(examples));

function fit(all: readonly Example[]): ReadingWeights {
  const title = fitChoice(all.flatMap((example) => titleGroup(example) ?? []));
  const date = fitChoice(
    all.flatMap((example) => dateGroup(example, title) ?? []),
    dateRidge,
  );
  return {
    title,
    date,
    page: fitChoice(all.flatMap((example) => pageGroup(example, title, date) ?? [])),
    headline: fitChoice(all.flatMap((example) => pageTitleGroup(example, title) ?? [])),
    author: fitChoice(all.flatMap((example) => authorGroups(example))),
  };
}

function writeWeights(weights: ReadingWeights): void {
  const source = [
    "import type { ReadingWeights } from './conditionalLogit.ts';",
    '',
    '/** Written by tools/trainDates/train.ts: do not edit by hand. Log-odds against "none of the candidates". */',
    `export const readingWeights: ReadingWeights = ${JSON.stringify(weights, null, 2)};`,
    '',
  ].join('\n');
  fs.writeFileSync(path.join(root, 'src/core/article/readingWeights.ts'), source);
  for (const question of ['title', 'date', 'page', 'headline', 'author'] as const)
    console.log(`${question}: ${String(Object.keys(weights[question]).length)} weights`);
}

/** Reads every text and page with weights that were fitted without its site, through the product's own door. */
function writeFolds(all: readonly Example[], out: string): void {
  const lines: Record<string, string[]> = { text: [], stress: [], html: [] };
  for (let fold = 0; fold < folds; fold += 1) {
    const weights = fit(all.filter((example) => example.fold % folds !== fold));
    // The last of an example's readings is the one with the passages that the cleaner finds, as in the product.
    const tested = new Map(
      all
        .filter((example) => example.fold % folds === fold)
        .map((example) => [`${example.id} ${String(example.isPage)}`, example]),
    );
    for (const example of tested.values()) {
      const { title, date, authors } = readMetadata(example.record, example.boilerplate, undefined, {
        weights,
        notAfter: readingDay(),
      });
      lines[example.isPage ? 'html' : example.isSynthetic ? 'stress' : 'text']?.push(
        JSON.stringify({
          id: example.id,
          date: date?.value ?? null,
          title: title?.value ?? null,
          authors: authors.map(({ value }) => value),
          confidence: date?.confidence,
          why: date && `${date.evidence.rule}: ${date.quote}`,
        }),
      );
    }
  }
  fs.mkdirSync(out, { recursive: true });
  for (const [name, rows] of Object.entries(lines))
    fs.writeFileSync(path.join(out, `${name}.jsonl`), `${rows.join('\n')}\n`);
}
