import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { ArticleLabels } from './compile.ts';

const root = join(import.meta.dirname, '../..');

/** The labels of every article of the sample corpus, in the order of their files. */
export function readLabels(): ArticleLabels[] {
  return readFileSync(join(root, 'test/fixtures/sample-corpus/labels.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ArticleLabels);
}

/** The decoded text, without byte order mark, that the offsets of the labels index. */
export function readArticleText({ file, encoding }: ArticleLabels): string {
  const bytes = readFileSync(join(root, 'sample-corpus', file));
  return iconv.decode(bytes, encoding.replace('-bom', ''), { stripBOM: true });
}
