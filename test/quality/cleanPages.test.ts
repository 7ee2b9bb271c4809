/**
 * The finder on HTML pages with their markup, on the raw pages of the evaluation kit where it is present. They trained
 * the model: they guard against a step back and say nothing about new sites.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBoilerplate, loadCleanModel, loadPageModel } from '../../src/core/index.ts';
import { readLabelledHtml } from '../../tools/trainClean/pageExamples.ts';
import { checkFloors } from './floors.ts';

const kitFolder = fileURLToPath(new URL('../../../shared/eval/clean/dev', import.meta.url));
const modelFile = (name: string): Buffer => readFileSync(new URL(`../../models/${name}`, import.meta.url));
const model = {
  ...loadCleanModel(modelFile('clean.json')),
  page: loadPageModel(modelFile('cleanPage.json')),
};

/** Every so many pages of the kit: a minute is what a quality gate may take. */
const kitStep = 3;

/** Share of the article above which its loss is damage. */
const damage = 0.05;

describe('the boilerplate finder on HTML pages', function () {
  this.timeout(120_000);

  it('keeps its level on the raw pages of the evaluation kit', function () {
    if (!existsSync(kitFolder)) {
      console.log('    The evaluation kit is not here: its part of the gate is left out.');
      this.skip();
    }
    const pages = readLabelledHtml(kitFolder).filter((_, i) => i % kitStep === 0);
    const sums = { kept: 0, removed: 0, whole: 0 };
    for (const { page, text, markup, spans } of pages) {
      const gone = new Uint8Array(text.length);
      for (const { start, end } of findBoilerplate({ id: page, text, markup }, model))
        gone.fill(1, start, end);
      const counts = { K: [0, 0], D: [0, 0], N: [0, 0] };
      for (const [start, end, label] of spans) {
        for (let at = start; at < end; at++) {
          if (/\s/u.test(text.charAt(at))) continue;
          counts[label][0] = (counts[label][0] ?? 0) + 1;
          if (gone[at] === 0) counts[label][1] = (counts[label][1] ?? 0) + 1;
        }
      }
      const share = ([all = 0, left = 0]: number[]): number => left / Math.max(1, all);
      sums.kept += share(counts.K) / pages.length;
      sums.removed += (1 - share(counts.D)) / pages.length;
      sums.whole += share(counts.K) >= 1 - damage ? 1 / pages.length : 0;
    }
    checkFloors('clean-pages-kit', sums);
  });
});
