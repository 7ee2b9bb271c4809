import type { Database } from './database.ts';
import { free, PackedReader, PackedWriter } from './packing.ts';

/** Articles of one packed row: big enough to pack well, small enough to be rewritten when one article changes. */
const blockSize = 4096;
/** A row's id is its name's id and its block: more blocks than there can be articles. */
const blocksPerName = 2 ** 20;

/** Articles, ascending, and how often each names something. */
export interface ArticleCounts {
  readonly docs: Uint32Array;
  readonly mentions: Uint32Array;
}

/** The articles that a name stands in, ascending. */
export function readDocuments(database: Database, name: number): Uint32Array {
  const blocks = readBlocks(database, name);
  const docs = new Uint32Array(sizeOf(blocks));
  let count = 0;
  for (const block of blocks) {
    documentsOf(block, docs, count);
    count += block.size;
    free(block.data);
  }
  return docs;
}

/** The same with how often it does. */
export function readCounts(database: Database, name: number): ArticleCounts {
  const blocks = readBlocks(database, name);
  const docs = new Uint32Array(sizeOf(blocks));
  const mentions = new Uint32Array(docs.length);
  let count = 0;
  for (const block of blocks) {
    countsOf(block, docs, mentions, count);
    count += block.size;
    free(block.data);
  }
  return { docs, mentions };
}

/** Two ascending lists as one. */
export function unite(left: Uint32Array, right: Uint32Array): Uint32Array {
  const both = new Uint32Array(left.length + right.length);
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const one = left[i]!;
    const other = right[j]!;
    both[count++] = one < other ? one : other;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  const rest = i < left.length ? left.subarray(i) : right.subarray(j);
  both.set(rest, count);
  return both.subarray(0, count + rest.length);
}

/** The counts of several names of one entity as those of one. */
export function uniteCounts(a: ArticleCounts, b: ArticleCounts): ArticleCounts {
  const { docs: left, mentions: ofLeft } = a;
  const { docs: right, mentions: ofRight } = b;
  const docs = new Uint32Array(left.length + right.length);
  const mentions = new Uint32Array(docs.length);
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const one = left[i]!;
    const other = right[j]!;
    docs[count] = one < other ? one : other;
    let often = 0;
    if (one <= other) often += ofLeft[i++]!;
    if (other <= one) often += ofRight[j++]!;
    mentions[count++] = often;
  }
  const [rest, from] = i < left.length ? [a, i] : [b, j];
  docs.set(rest.docs.subarray(from), count);
  mentions.set(rest.mentions.subarray(from), count);
  count += rest.docs.length - from;
  return { docs: docs.subarray(0, count), mentions: mentions.subarray(0, count) };
}

/** How often each of some of the articles (ascending) names what was counted. */
export function mentionsIn(docs: Uint32Array, { docs: all, mentions }: ArticleCounts): Uint32Array {
  if (docs.length === all.length) return mentions;
  const found = new Uint32Array(docs.length);
  for (let i = 0, at = 0; i < docs.length; i++) {
    while (all[at]! < docs[i]!) at++;
    found[i] = mentions[at]!;
  }
  return found;
}

/** A packed row: how many articles it has, where the first one stands in the data, and the number that it is told from. */
interface Block {
  readonly data: Uint8Array;
  readonly at: number;
  readonly size: number;
  readonly base: number;
}

function readBlocks(database: Database, name: number): Block[] {
  const first = name * blocksPerName;
  const rows = database.tuples(
    'SELECT id, data FROM posting WHERE id BETWEEN ? AND ? ORDER BY id',
    first,
    first + blocksPerName - 1,
  );
  return rows.map(([id, data]) => blockOf(Number(id), data as Uint8Array));
}

function blockOf(id: number, data: Uint8Array): Block {
  const reader = new PackedReader(data);
  const size = reader.number();
  return { data, at: reader.position, size, base: (id % blocksPerName) * blockSize };
}

function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { size }) => sum + size, 0);
}

/** Writes the articles of a block into a list; returns where in the data they end. */
function documentsOf({ data, at, size, base }: Block, docs: Uint32Array, from: number): number {
  let position = at;
  let doc = base;
  for (let i = from; i < from + size; i++) {
    let step = data[position++]!;
    // A block has fewer articles than two bytes can tell.
    if (step > 0x7f) step = (step & 0x7f) | (data[position++]! << 7);
    docs[i] = doc += step;
  }
  return position;
}

/** The same with how often each names something. */
function countsOf(block: Block, docs: Uint32Array, mentions: Uint32Array, from: number): void {
  let position = documentsOf(block, docs, from);
  const { data } = block;
  for (let i = from; i < from + block.size; i++) {
    let often = data[position++]!;
    if (often > 0x7f) {
      often &= 0x7f;
      for (let scale = 7; ; scale += 7) {
        const byte = data[position++]!;
        often |= (byte & 0x7f) << scale;
        if (byte < 0x80) break;
      }
    }
    mentions[i] = often;
  }
}

/** Says anew how often some articles mention a name; 0 takes the article out. */
export function changePostings(database: Database, name: number, changes: ReadonlyMap<number, number>): void {
  const docs = Uint32Array.from(changes.keys()).sort();
  for (let from = 0, to = 0; from < docs.length; from = to) {
    const block = Math.floor(docs[from]! / blockSize);
    while (to < docs.length && docs[to]! < (block + 1) * blockSize) to++;
    changeBlock(database, name * blocksPerName + block, docs.subarray(from, to), changes);
  }
}

/** `docs` (ascending) are those of the block that change. */
function changeBlock(
  database: Database,
  id: number,
  docs: Uint32Array,
  changes: ReadonlyMap<number, number>,
): void {
  const data = database.get('SELECT data FROM posting WHERE id = ?', id)?.['data'] as Uint8Array | undefined;
  const block = blockOf(id, data ?? new Uint8Array());
  const known = { docs: new Uint32Array(block.size), mentions: new Uint32Array(block.size) };
  countsOf(block, known.docs, known.mentions, 0);
  const counts = replaced(known, docs, changes);
  if (counts.docs.length > 0)
    database.run('INSERT OR REPLACE INTO posting VALUES (?, ?)', id, pack(counts, block.base));
  else if (data) database.run('DELETE FROM posting WHERE id = ?', id);
}

function replaced(
  known: ArticleCounts,
  changed: Uint32Array,
  changes: ReadonlyMap<number, number>,
): ArticleCounts {
  const docs = new Uint32Array(known.docs.length + changed.length);
  const mentions = new Uint32Array(docs.length);
  let count = 0;
  for (let i = 0, j = 0; i < known.docs.length || j < changed.length;) {
    const old = known.docs[i] ?? Infinity;
    const doc = Math.min(old, changed[j] ?? Infinity);
    const often = doc === changed[j] ? changes.get(doc)! : known.mentions[i]!;
    if (doc === old) i++;
    if (doc === changed[j]) j++;
    if (often === 0) continue;
    docs[count] = doc;
    mentions[count++] = often;
  }
  return { docs: docs.subarray(0, count), mentions: mentions.subarray(0, count) };
}

const writer = new PackedWriter();

/** How many articles; of each its distance from the one before; how often each names it: of a frequent name two bytes an article. */
function pack({ docs, mentions }: ArticleCounts, base: number): Uint8Array {
  writer.number(docs.length);
  let previous = base;
  for (const doc of docs) {
    writer.number(doc - previous);
    previous = doc;
  }
  for (const often of mentions) writer.number(often);
  return writer.take();
}
