import type { ArticleRecord } from '../core/index.ts';
import type { CorpusSettings } from './corpusSettings.ts';
import { openRecords, openSource } from './openSource.ts';
import { isSeekable } from './records/plainStream.ts';

/** Of a file that can only be read from its head, so much is read. Bytes of the plain stream. */
const longestHead = 32_000_000;

/**
 * Some records of a file, spread evenly over it where places in it can be gone to, else over its head: for what repeats
 * from article to article. Never rejects; a file that cannot be read gives none.
 */
export async function sampleRecords(
  root: string,
  path: string,
  count: number,
  settings?: CorpusSettings,
): Promise<ArticleRecord[]> {
  try {
    const opened = await openRecords(root, path, settings);
    if (!opened) return [];
    const { stamp, reader } = opened;
    const { layout, stream } = reader.profile;
    if (layout.kind === 'lines' && isSeekable(stream) && stamp.size > longestHead)
      return await reader.recordsNear(evenPlaces(stamp.size, count));
  } catch {
    return [];
  }
  return headSample(root, path, count, settings);
}

function evenPlaces(size: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.floor((i * size) / count));
}

/** Every record of the head until there are enough; then every second one, and so on. */
async function headSample(
  root: string,
  path: string,
  count: number,
  settings: CorpusSettings | undefined,
): Promise<ArticleRecord[]> {
  let kept: ArticleRecord[] = [];
  let step = 1;
  let seen = 0;
  for await (const { record, place } of (await openSource(root, path, settings)).records) {
    if (seen++ % step === 0) kept.push(record);
    if (kept.length > 2 * count) {
      kept = kept.filter((_, i) => i % 2 === 0);
      step *= 2;
    }
    if ((place?.offset ?? 0) > longestHead) break;
  }
  return kept.length <= count
    ? kept
    : kept.filter(
        (_, i) => Math.floor((i * count) / kept.length) !== Math.floor(((i - 1) * count) / kept.length),
      );
}
