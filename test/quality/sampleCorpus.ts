import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ArticleRecord, EntityType } from '../../src/core/index.ts';
import { decodeBytes } from '../../src/formats/encoding.ts';
import { sourceOf } from '../../src/formats/sourceOf.ts';

const projectDir = new URL('../../', import.meta.url).pathname;

/** What is right for one article of the sample corpus. Offsets are UTF-16 code units of its text. */
export interface Labels {
  readonly file: string;
  readonly metadata: {
    readonly title: string | null;
    readonly date: string | null;
    readonly precision: string | null;
    readonly authors: readonly string[];
    readonly outlet: string | null;
    readonly aggregator: string | null;
    readonly lang: string;
    readonly undatedReason: string | null;
    readonly notBefore: string | null;
  };
  readonly passages: readonly (readonly [number, number, string])[];
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: EntityType;
    readonly entity: string;
  }[];
}

export interface LabelledArticle {
  readonly record: ArticleRecord;
  readonly labels: Labels;
}

export function sampleCorpus(): readonly LabelledArticle[] {
  const lines = readFileSync(path.join(projectDir, 'test/fixtures/sample-corpus/labels.jsonl'), 'utf8').split(
    '\n',
  );
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const labels = JSON.parse(line) as Labels;
      const decoded = decodeBytes(readFileSync(path.join(projectDir, 'sample-corpus', labels.file)));
      if ('reason' in decoded) throw new Error(`${labels.file} is no text: ${decoded.reason.rule}`);
      const fileName = path.basename(labels.file);
      const record = { id: labels.file, fileName, text: decoded.text, ...sourceOf(labels.file) };
      return { record, labels };
    });
}

const articleParts = new Set(['title', 'byline', 'dateline', 'body']);

/** One flag for each UTF-16 code unit of the text: whether it is boilerplate by the labels. */
export function boilerplateFlags({ record, labels }: LabelledArticle): Uint8Array {
  const flags = new Uint8Array(record.text.length);
  for (const [start, end, kind] of labels.passages) if (!articleParts.has(kind)) flags.fill(1, start, end);
  return flags;
}
