import type { Markup } from '../article/record.ts';
import type { Span } from '../text/span.ts';
import { kindsOfNames } from './markupNames.ts';
import type { Measures } from './measures.ts';
import { isProse } from './prose.ts';
import type { Segment } from './segments.ts';

/** Tags that matter to the finder; an element's `tag` is its place here, 0 for any other. */
const knownTags = [
  ...[
    '',
    'p',
    'li',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'div',
    'section',
    'article',
    'main',
    'nav',
    'header',
  ],
  ...['footer', 'aside', 'form', 'figure', 'figcaption', 'blockquote', 'pre', 'ul', 'ol', 'dl', 'dt', 'dd'],
  ...[
    'table',
    'td',
    'th',
    'tr',
    'tbody',
    'button',
    'body',
    'html',
    'fieldset',
    'address',
    'details',
    'summary',
  ],
] as const;

export type KnownTag = (typeof knownTags)[number];

export const tagCode = (tag: KnownTag): number => knownTags.indexOf(tag);

/** The element tree of a page with what its subtrees hold. Columns, one entry per element; parents come first. */
export interface MarkupTree {
  readonly count: number;
  readonly parents: Int32Array;
  readonly depths: Int32Array;
  readonly tags: Uint8Array;
  /** Bit sets of `markupWordKinds`. */
  readonly kinds: Int32Array;
  /** Equal for elements of the same place in a template: labels from the root, digits left out. */
  readonly signatures: Float64Array;
  /** Elements of the same parent with the same label, itself included. */
  readonly alike: Int32Array;
  /** Sums over all segments within. */
  readonly words: Float64Array;
  readonly linkWords: Float64Array;
  readonly prose: Float64Array;
  readonly segments: Float64Array;
  readonly proseSegments: Float64Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** By segment: its innermost element, and the shares of it that stand in links and in bold or italics. */
  readonly ofSegment: Int32Array;
  readonly linkShare: Float32Array;
  readonly linkCount: Float32Array;
  readonly emphasis: Float32Array;
  /** By segment: words outside of links where it reads as prose, else 0. */
  readonly proseOf: Float32Array;
  /** By segment: its place among the lines of its block. */
  readonly lineOfBlock: Int32Array;
}

/** Undefined where the markup has no elements. */
export function buildMarkupTree(
  markup: Markup,
  segments: readonly Segment[],
  measures: Measures,
): MarkupTree | undefined {
  const { elements, links, emphasis } = markup;
  if (elements === undefined || elements.length === 0) return undefined;
  const count = elements.length;
  const float = (): Float64Array => new Float64Array(count);
  const { ofSegment, lineOfBlock } = placeSegments(markup, segments);
  const link = coverage(links ?? [], segments);
  const tree = {
    count,
    parents: Int32Array.from(elements, ({ parent }) => parent),
    depths: new Int32Array(count),
    tags: new Uint8Array(count),
    kinds: new Int32Array(count),
    signatures: float(),
    alike: new Int32Array(count),
    words: float(),
    linkWords: float(),
    prose: float(),
    segments: float(),
    proseSegments: float(),
    first: new Int32Array(count).fill(segments.length),
    last: new Int32Array(count).fill(-1),
    ofSegment,
    linkShare: link.shares,
    linkCount: link.counts,
    emphasis: coverage(emphasis ?? [], segments).shares,
    proseOf: new Float32Array(segments.length),
    lineOfBlock,
  };
  readElements(elements, tree);
  sumSegments(tree, measures);
  return tree;
}

type Growing = { -readonly [K in keyof MarkupTree]: MarkupTree[K] };

function readElements(elements: NonNullable<Markup['elements']>, tree: Growing): void {
  const kindsByName = new Map<string, number>();
  const alike = new Map<string, number>();
  const keys: string[] = [];
  elements.forEach(({ parent, label, role }, i) => {
    tree.depths[i] = parent < 0 ? 0 : (tree.depths[parent] ?? 0) + 1;
    tree.tags[i] = tagOf(label);
    const name = `${label} ${role}`;
    let kinds = kindsByName.get(name);
    if (kinds === undefined) kindsByName.set(name, (kinds = kindsOfNames(label, role)));
    tree.kinds[i] = kinds;
    tree.signatures[i] = joinSignature(parent < 0 ? 0 : (tree.signatures[parent] ?? 0), label);
    const key = `${parent} ${label}`;
    keys.push(key);
    alike.set(key, (alike.get(key) ?? 0) + 1);
  });
  keys.forEach((key, i) => (tree.alike[i] = alike.get(key) ?? 1));
}

const codes: ReadonlyMap<string, number> = new Map(knownTags.map((tag, code) => [tag, code]));

function tagOf(label: string): number {
  const end = label.search(/[.#]/);
  return codes.get(end < 0 ? label : label.slice(0, end)) ?? 0;
}

/** A number of 52 bits from that of the parent and the label without its digits. */
function joinSignature(parent: number, label: string): number {
  let a = Math.imul((parent % 0x100000000) | 0, 0x9e3779b1) ^ 0x811c9dc5;
  let b = Math.imul((parent / 0x100000) | 0, 0x5bd1e995) ^ 0x9747b28c;
  for (let i = 0; i < label.length; i++) {
    const code = label.charCodeAt(i);
    if (code >= 48 && code <= 57) continue;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul((b ^ (b >>> 13)) + code, 0x5bd1e995);
  }
  return (a >>> 0) * 0x100000 + ((b >>> 0) & 0xfffff);
}

/** Both come in text order; a segment lies in one block. */
function placeSegments(
  { blocks }: Markup,
  segments: readonly Segment[],
): Pick<MarkupTree, 'ofSegment' | 'lineOfBlock'> {
  const ofSegment = new Int32Array(segments.length).fill(-1);
  const lineOfBlock = new Int32Array(segments.length);
  let at = 0;
  let inBlock = 0;
  segments.forEach((segment, i) => {
    while ((blocks[at]?.end ?? Infinity) <= segment.start) {
      at++;
      inBlock = 0;
    }
    const block = blocks[at];
    if (block === undefined || block.start >= segment.end) return;
    ofSegment[i] = block.element ?? -1;
    lineOfBlock[i] = inBlock++;
  });
  return { ofSegment, lineOfBlock };
}

/** Share of each segment's characters that the spans cover, and how many of them touch it. */
function coverage(
  spans: readonly Span[],
  segments: readonly Segment[],
): { shares: Float32Array; counts: Float32Array } {
  const shares = new Float32Array(segments.length);
  const counts = new Float32Array(segments.length);
  let from = 0;
  segments.forEach(({ start, end }, i) => {
    while ((spans[from]?.end ?? Infinity) <= start) from++;
    let covered = 0;
    for (let s = from; s < spans.length; s++) {
      const span = spans[s];
      if (span === undefined || span.start >= end) break;
      covered += Math.min(end, span.end) - Math.max(start, span.start);
      counts[i] = (counts[i] ?? 0) + 1;
    }
    shares[i] = Math.min(1, covered / Math.max(1, end - start));
  });
  return { shares, counts };
}

function sumSegments(tree: Growing, measures: Measures): void {
  tree.ofSegment.forEach((element, i) => {
    const words = measures.words[i] ?? 0;
    const linkWords = words * (tree.linkShare[i] ?? 0);
    const prose = isProse(measures, i) ? words - linkWords : 0;
    tree.proseOf[i] = prose;
    if (element < 0) return;
    add(tree.words, element, words);
    add(tree.linkWords, element, linkWords);
    add(tree.prose, element, prose);
    add(tree.segments, element, 1);
    add(tree.proseSegments, element, prose > 0 ? 1 : 0);
    tree.first[element] = Math.min(tree.first[element] ?? i, i);
    tree.last[element] = Math.max(tree.last[element] ?? i, i);
  });
  // Parents come first, so that from the end each subtree is complete when it is added to its parent.
  for (let e = tree.count - 1; e > 0; e--) {
    const parent = tree.parents[e] ?? -1;
    if (parent < 0) continue;
    for (const sums of [tree.words, tree.linkWords, tree.prose, tree.segments, tree.proseSegments]) {
      add(sums, parent, sums[e] ?? 0);
    }
    tree.first[parent] = Math.min(tree.first[parent] ?? 0, tree.first[e] ?? 0);
    tree.last[parent] = Math.max(tree.last[parent] ?? 0, tree.last[e] ?? 0);
  }
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}
