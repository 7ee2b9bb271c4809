import type { Markup } from '../article/record.ts';
import { extractFeatures } from './features.ts';
import type { FeatureTable } from './features.ts';
import { extractMarkupFeatures } from './markupFeatures.ts';
import { findFurniture } from './markupFurniture.ts';
import type { Furniture } from './markupFurniture.ts';
import { pageFeatureNames, textColumns } from './markupModel.ts';
import { readPageSays } from './markupText.ts';
import type { PageSays } from './markupText.ts';
import { buildMarkupTree } from './markupTree.ts';
import type { MarkupTree } from './markupTree.ts';
import { measureSegments } from './measures.ts';
import type { Measures } from './measures.ts';
import type { Segment } from './segments.ts';

/** A page as its finder sees it: what is surely furniture, and the rest measured as if that had never been there. */
export interface PageReading {
  /** For each segment of the text why it is surely not of the article; undefined for the rest. */
  readonly furniture: readonly (Furniture | undefined)[];
  /** The places of the rest among the segments of the text. */
  readonly places: readonly number[];
  readonly segments: readonly Segment[];
  readonly measures: Measures;
  readonly tree: MarkupTree;
  readonly says: PageSays;
  readonly text: FeatureTable;
  /** Rows of `pageFeatureNames`, one per segment of the rest. */
  readonly rows: Float32Array;
}

/** Elements below which a page has no markup to speak of: one `<pre>`, or loose text in a body. */
const leastElements = 4;

/** Undefined where the markup tells nothing, and the text alone must do. */
export function readPage(text: string, markup: Markup, all: readonly Segment[]): PageReading | undefined {
  const allMeasures = measureSegments(text, all);
  const whole = buildMarkupTree(markup, all, allMeasures);
  if (whole === undefined || whole.count < leastElements) return undefined;
  const furniture = findFurniture(whole, readPageSays(markup, allMeasures).titleAt);
  const places = all.flatMap((_, i) => (furniture[i] === undefined ? [i] : []));
  const segments = all.filter((_, i) => furniture[i] === undefined);
  const measures = measureSegments(text, segments);
  const tree = buildMarkupTree(markup, segments, measures);
  if (tree === undefined) return undefined;
  const says = readPageSays(markup, measures);
  const table = extractFeatures(segments, measures);
  const rows = joinRows(table, extractMarkupFeatures(tree, measures, says), segments.length);
  return { furniture, places, segments, measures, tree, says, text: table, rows };
}

function joinRows(table: FeatureTable, markup: Float32Array, count: number): Float32Array {
  const width = pageFeatureNames.length;
  const own = width - textColumns.length;
  const rows = new Float32Array(count * width);
  for (let i = 0; i < count; i++) {
    let at = i * width;
    for (const column of textColumns) rows[at++] = table.rows[i * table.width + column] ?? 0;
    rows.set(markup.subarray(i * own, (i + 1) * own), at);
  }
  return rows;
}
