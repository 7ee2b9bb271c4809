/**
 * The finder alone, on the sample corpus and, where it is present, on the development pages of the evaluation kit. Most of
 * the latter trained the model: they guard against a step back and say nothing about new sites.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  findBoilerplate,
  LineSurvey,
  loadCleanModel,
  removeSpans,
  type ArticleRecord,
  type LineRepetition,
} from '../../src/core/index.ts';
import { segmentKey, splitSegments, type Segment } from '../../src/core/clean/segments.ts';
import { readLabelledTexts, type LabelledText } from '../../tools/trainClean/labelledPages.ts';
import { trainingSets } from '../../tools/trainClean/settings.ts';
import { checkFloors } from './floors.ts';
import { boilerplateFlags, sampleCorpus } from './sampleCorpus.ts';

const kitFolder = fileURLToPath(new URL('../../../shared/eval/clean/dev', import.meta.url));

/** A paragraph has so many characters. */
const leastParagraph = 80;

/** Every so many pages of the kit: a minute is what a quality gate may take. */
const kitStep = 4;

const model = loadCleanModel(readFileSync(new URL('../../models/clean.json', import.meta.url)));

interface Counts {
  article: number;
  kept: number;
  boilerplate: number;
  removed: number;
}

/** Counts the characters that are no blanks; `flags` are 0 for the article, 1 for boilerplate, 2 for neither. */
function count(record: ArticleRecord, flags: Uint8Array, counts: Counts, repetition?: LineRepetition): void {
  const gone = new Uint8Array(record.text.length);
  for (const { start, end } of findBoilerplate(record, model, repetition)) gone.fill(1, start, end);
  for (let i = 0; i < flags.length; i++) {
    if (flags[i] === 2 || /\s/u.test(record.text.charAt(i))) continue;
    if (flags[i] === 0) {
      counts.article++;
      counts.kept += 1 - (gone[i] ?? 0);
    } else {
      counts.boilerplate++;
      counts.removed += gone[i] ?? 0;
    }
  }
}

const emptyCounts = (): Counts => ({ article: 0, kept: 0, boilerplate: 0, removed: 0 });

function shares({ article, kept, boilerplate, removed }: Counts, name: string): Record<string, number> {
  return { [`${name}Kept`]: kept / article, [`${name}Removed`]: removed / boilerplate };
}

describe('the boilerplate finder', function () {
  this.timeout(120_000);

  it('keeps its level on the sample corpus, article by article and with the corpus', () => {
    const articles = sampleCorpus();
    const folderOf = (record: ArticleRecord): string => record.id.split('/')[0] ?? '';
    const survey = new LineSurvey();
    for (const { record } of articles) survey.add(folderOf(record), record.text);
    const alone = emptyCounts();
    const together = emptyCounts();
    let unchanged = 0;
    for (const article of articles) {
      const { record } = article;
      count(record, boilerplateFlags(article), alone);
      const repetition = survey.repetitionFor(folderOf(record), record.text);
      count(record, boilerplateFlags(article), together, repetition);
      const { text } = removeSpans(record.text, findBoilerplate(record, model));
      if (findBoilerplate({ id: record.id, text }, model).length === 0) unchanged++;
    }
    const idempotent = unchanged / articles.length;
    checkFloors('clean', { ...shares(alone, 'alone'), ...shares(together, 'together'), idempotent });
  });

  it('finds nothing more in what it cleaned, and maps offsets both ways, on pages of the evaluation kit', function () {
    if (!existsSync(kitFolder)) this.skip();
    const pages = readLabelledTexts(kitFolder).filter((_, i) => i % (kitStep * 4) === 0);
    for (const { page, text } of pages) {
      const cleaned = removeSpans(text, findBoilerplate({ id: page, text }, model));
      assert.deepEqual(findBoilerplate({ id: page, text: cleaned.text }, model), [], page);
      for (let at = 0; at < cleaned.text.length; at += 97) {
        const original = cleaned.toOriginal(at);
        assert.equal(text.charAt(original), cleaned.text.charAt(at), page);
        assert.equal(cleaned.toCleaned(original), at, page);
      }
    }
  });

  it('keeps its level on the pages of the evaluation kit', function () {
    if (!existsSync(kitFolder)) {
      console.log('    The evaluation kit is not here: its part of the gate is left out.');
      this.skip();
    }
    const pages = readLabelledTexts(kitFolder);
    const figuresOf = (variant: string, chosen: readonly LabelledText[]): Record<string, number> => {
      const counts = emptyCounts();
      const some = chosen.filter((page) => page.variant === variant).filter((_, i) => i % kitStep === 0);
      for (const page of some) count({ id: page.page, text: page.text }, flagsOf(page), counts);
      return shares(counts, variant);
    };
    const figures = { ...figuresOf('full', pages), ...figuresOf('part', pages) };
    // What is removed of pages that were learned from says how well they are known by heart, their wrong labels too.
    checkFloors('clean-kit', { fullKept: figures.fullKept ?? 0, partKept: figures.partKept ?? 0 });
    const unseen = pages.filter(({ set }) => !trainingSets.has(set));
    checkFloors('clean-unseen', { ...figuresOf('full', unseen), ...figuresOf('part', unseen) });
  });

  it('keeps its level on whole outlets of the evaluation kit that trained no model, with their corpus', function () {
    if (!existsSync(kitFolder)) this.skip();
    const pages = readLabelledTexts(kitFolder).filter(
      ({ set, variant }) => !trainingSets.has(set) && variant === 'full',
    );
    const survey = new LineSurvey();
    for (const { site, text } of pages) survey.add(site, text);
    const counts = emptyCounts();
    for (const page of pages) {
      const { page: id, site, text } = page;
      count({ id, text }, flagsOf(page), counts, survey.repetitionFor(site, text));
    }
    checkFloors('clean-outlets', shares(counts, 'together'));
  });
});

function flagsOf({ text, spans }: LabelledText): Uint8Array {
  const flags = new Uint8Array(text.length).fill(2);
  for (const [start, end, label] of spans) flags.fill(label === 'K' ? 0 : label === 'D' ? 1 : 2, start, end);
  ignoreCopies(text, flags);
  return flags;
}

/** Of a paragraph that a page says twice the labels mark the one or the other: either may stay. */
function ignoreCopies(text: string, flags: Uint8Array): void {
  const first = new Map<number, Segment>();
  for (const segment of splitSegments(text)) {
    if (segment.end - segment.start < leastParagraph) continue;
    const key = segmentKey(text, segment);
    const other = first.get(key);
    if (other === undefined) first.set(key, segment);
    else if (flags[other.start] !== flags[segment.start])
      for (const { start, end } of [other, segment]) flags.fill(2, start, end);
  }
}
