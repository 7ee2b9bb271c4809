/**
 * Fits the weights by which a text's title line and publication date are chosen, on the development half of the
 * evaluation kit (`../shared/eval/dates/dev`), and writes them to `src/core/article/readingWeights.ts`.
 *
 *   node tools/trainDates/train.ts [KIT]            fit on everything and write
 *   node tools/trainDates/train.ts [KIT] --folds    print accuracy on sites left out, write nothing
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fitChoice, type ChoiceGroup } from './fitChoice.ts';
import {
  authorGroups,
  dateGroup,
  pageGroup,
  pageTitleGroup,
  readExamples,
  titleGroup,
  type Example,
} from './examples.ts';
import { loadCleanModel } from '../../src/core/clean/cleanModel.ts';
import { choiceProbabilities, scoreOf, type Weights } from '../../src/core/article/conditionalLogit.ts';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const questions = ['title', 'date', 'page', 'headline'];
const args = process.argv.slice(2);
const kit = args.find((arg) => !arg.startsWith('--')) ?? path.join(root, '../shared/eval/dates/dev');

const model = loadCleanModel(fs.readFileSync(path.join(root, 'models/clean.json')));
const examples = readExamples(kit, model);
if (args.includes('--folds')) printFolds(examples);
else writeWeights(examples);

function writeWeights(all: readonly Example[]): void {
  const title = fitChoice(all.flatMap((example) => titleGroup(example) ?? []));
  const date = fitChoice(all.flatMap((example) => dateGroup(example, title) ?? []));
  const page = fitChoice(all.flatMap((example) => pageGroup(example, title, date) ?? []));
  const headline = fitChoice(all.flatMap((example) => pageTitleGroup(example, title) ?? []));
  const author = fitChoice(all.flatMap((example) => authorGroups(example)));
  const source = [
    "import type { Weights } from './conditionalLogit.ts';",
    '',
    '/** Written by tools/trainDates/train.ts: do not edit by hand. Log-odds against "none of the candidates". */',
    `export const titleWeights: Weights = ${JSON.stringify(title, null, 2)};`,
    '',
    `export const dateWeights: Weights = ${JSON.stringify(date, null, 2)};`,
    '',
    `export const pageDateWeights: Weights = ${JSON.stringify(page, null, 2)};`,
    '',
    `export const pageTitleWeights: Weights = ${JSON.stringify(headline, null, 2)};`,
    '',
    `export const pageAuthorWeights: Weights = ${JSON.stringify(author, null, 2)};`,
    '',
  ].join('\n');
  fs.writeFileSync(path.join(root, 'src/core/article/readingWeights.ts'), source);
  console.log(
    `${String(Object.keys(title).length)} title weights, ${String(Object.keys(date).length)} date weights`,
  );
}

interface Outcome {
  readonly right: boolean;
  readonly answerable: boolean;
  readonly p: number;
}

function printFolds(all: readonly Example[], folds = 4): void {
  const outcomes: Outcome[][] = Array.from({ length: 8 }, () => []);
  for (let fold = 0; fold < folds; fold += 1) {
    const train = all.filter((example) => example.fold % folds !== fold);
    const test = all.filter((example) => example.fold % folds === fold);
    const title = fitChoice(train.flatMap((example) => titleGroup(example) ?? []));
    const date = fitChoice(train.flatMap((example) => dateGroup(example, title) ?? []));
    const page = fitChoice(train.flatMap((example) => pageGroup(example, title, date) ?? []));
    const headline = fitChoice(train.flatMap((example) => pageTitleGroup(example, title) ?? []));
    test.forEach((example) => {
      const offset = example.isCleaned ? questions.length : 0;
      const inText = example.isPage ? undefined : dateGroup(example, title);
      const groups = [
        titleGroup(example),
        inText,
        pageGroup(example, title, date),
        pageTitleGroup(example, title),
      ];
      groups.forEach((group, i) => {
        if (group) outcomes[i + offset]?.push(judge(group, [title, date, page, headline][i] ?? title));
      });
    });
  }
  for (const [i, name] of [...questions, ...questions.map((name) => `${name}, cleaned`)].entries()) {
    for (const floor of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
      const all_ = outcomes[i] ?? [];
      const answered = all_.filter(({ p }) => p >= floor);
      const right = answered.filter((outcome) => outcome.right).length;
      const answerable = all_.filter((outcome) => outcome.answerable).length;
      const wrongOnAbsent = answered.filter((outcome) => !outcome.answerable).length;
      const share = (n: number, of: number): string => ((100 * n) / of).toFixed(1);
      console.log(
        `${name} p>=${String(floor)} acc ${share(right, answerable)} prec ${share(right, answered.length - wrongOnAbsent)} false ${share(wrongOnAbsent, all_.length - answerable)} (n ${String(answerable)}+${String(all_.length - answerable)})`,
      );
    }
  }
}

function judge(group: ChoiceGroup, weights: Weights): Outcome {
  const probabilities = choiceProbabilities(
    group.candidates.map((candidate) => scoreOf(candidate.features, weights)),
  );
  const byValue = new Map<string, number>();
  group.candidates.forEach(({ value }, i) =>
    byValue.set(value, (byValue.get(value) ?? 0) + (probabilities[i] ?? 0)),
  );
  let best = '';
  for (const [value, p] of byValue) if (p > (byValue.get(best) ?? 0)) best = value;
  return {
    right: group.candidates.some(({ value, isRight }) => isRight && value === best),
    answerable: group.isAnswerable,
    p: byValue.get(best) ?? 0,
  };
}
