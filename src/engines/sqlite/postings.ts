import type { Database } from './database.ts';
import { free, PackedReader, PackedWriter } from './packing.ts';

/** Where a name stands in one article: how often, and its first mention in the original text. */
export interface Posting {
  readonly doc: number;
  readonly mentions: number;
  readonly start: number;
  readonly length: number;
}

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
    let at = documentsOf(block, docs, count);
    const { data } = block;
    for (const end = count + block.size; count < end; count++) {
      let often = data[at++]!;
      if (often > 0x7f) {
        often &= 0x7f;
        for (let scale = 7; ; scale += 7) {
          const byte = data[at++]!;
          often |= (byte & 0x7f) << scale;
          if (byte < 0x80) break;
        }
      }
      mentions[count] = often;
    }
    free(data);
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

/** Where a name stands in some articles. */
export function findPostings(
  database: Database,
  name: number,
  docs: ReadonlySet<number>,
): readonly Posting[] {
  const wanted = new Map<number, Set<number>>();
  for (const doc of docs) {
    const block = Math.floor(doc / blockSize);
    const inBlock = wanted.get(block) ?? new Set();
    wanted.set(block, inBlock.add(doc));
  }
  const found: Posting[] = [];
  for (const [block, inBlock] of wanted) {
    const row = database.get('SELECT data FROM posting WHERE id = ?', name * blocksPerName + block);
    if (row) findInBlock(row['data'] as Uint8Array, block * blockSize, inBlock, found);
  }
  return found;
}

/** A frequent name stands in very many articles: what is not wanted of them is passed over. */
function findInBlock(data: Uint8Array, base: number, wanted: Set<number>, found: Posting[]): void {
  const reader = new PackedReader(data);
  const size = reader.number();
  const docs: number[] = [];
  const places: number[] = [];
  let read = 0;
  for (let doc = base; read < size && docs.length < wanted.size; read++) {
    doc += reader.number();
    if (!wanted.has(doc)) continue;
    docs.push(doc);
    places.push(read);
  }
  if (places.length === 0) return;
  reader.skip(size - read);
  const mentions: number[] = [];
  read = 0;
  for (const place of places) {
    reader.skip(place - read);
    mentions.push(reader.number());
    read = place + 1;
  }
  reader.skip(size - read);
  read = 0;
  for (const [i, place] of places.entries()) {
    reader.skip(2 * (place - read));
    found.push({ doc: docs[i]!, mentions: mentions[i]!, start: reader.number(), length: reader.number() });
    read = place + 1;
  }
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
  return rows.map(([id, bytes]) => {
    const data = bytes as Uint8Array;
    const reader = new PackedReader(data);
    const size = reader.number();
    return { data, at: reader.position, size, base: (Number(id) % blocksPerName) * blockSize };
  });
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

/** Postings of several names of one entity as those of one: mentions added up, the earliest first mention kept. */
export function mergePostings(lists: readonly (readonly Posting[])[]): readonly Posting[] {
  if (lists.length === 1) return lists[0]!;
  const merged = new Map<number, Posting>();
  for (const posting of lists.flat()) {
    const other = merged.get(posting.doc);
    if (!other) {
      merged.set(posting.doc, posting);
      continue;
    }
    const { start, length } = posting.start < other.start ? posting : other;
    merged.set(posting.doc, { doc: posting.doc, mentions: posting.mentions + other.mentions, start, length });
  }
  return [...merged.values()].sort((a, b) => a.doc - b.doc);
}

/** Replaces what is known of some articles for one name; `undefined` takes the article out. */
export function changePostings(
  database: Database,
  name: number,
  changes: ReadonlyMap<number, Posting | undefined>,
): void {
  const blocks = new Map<number, Map<number, Posting | undefined>>();
  for (const [doc, posting] of changes) {
    const block = Math.floor(doc / blockSize);
    const inBlock = blocks.get(block) ?? new Map<number, Posting | undefined>();
    blocks.set(block, inBlock.set(doc, posting));
  }
  for (const [block, inBlock] of blocks) changeBlock(database, name * blocksPerName + block, block, inBlock);
}

function changeBlock(
  database: Database,
  id: number,
  block: number,
  changes: ReadonlyMap<number, Posting | undefined>,
): void {
  const row = database.get('SELECT data FROM posting WHERE id = ?', id);
  const known = row ? unpack(row['data'] as Uint8Array, block * blockSize) : [];
  const kept = known.filter(({ doc }) => !changes.has(doc));
  for (const posting of changes.values()) if (posting) kept.push(posting);
  if (kept.length === 0) {
    if (row) database.run('DELETE FROM posting WHERE id = ?', id);
    return;
  }
  kept.sort((a, b) => a.doc - b.doc);
  database.run('INSERT OR REPLACE INTO posting VALUES (?, ?)', id, pack(kept, block * blockSize));
}

const writer = new PackedWriter();

/**
 * How many articles; of each its distance from the one before; how often each names it; then start and length of the first mention
 * in each. What most questions read comes first: of a frequent name a byte an article, of five and more.
 */
function pack(postings: readonly Posting[], base: number): Uint8Array {
  writer.number(postings.length);
  let previous = base;
  for (const { doc } of postings) {
    writer.number(doc - previous);
    previous = doc;
  }
  for (const { mentions } of postings) writer.number(mentions);
  for (const { start, length } of postings) {
    writer.number(start);
    writer.number(length);
  }
  return writer.take();
}

function unpack(data: Uint8Array, base: number): Posting[] {
  const reader = new PackedReader(data);
  const size = reader.number();
  const postings: { -readonly [Field in keyof Posting]: number }[] = [];
  for (let i = 0, doc = base; i < size; i++) {
    doc += reader.number();
    postings.push({ doc, mentions: 0, start: 0, length: 0 });
  }
  for (const posting of postings) posting.mentions = reader.number();
  for (const posting of postings) {
    posting.start = reader.number();
    posting.length = reader.number();
  }
  return postings;
}
