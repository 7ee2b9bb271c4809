import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { cast } from './cast.ts';
import { type ArticleLabels, compileArticle, type SampleEncoding } from './compile.ts';
import type { Furniture } from './furniture.ts';

const root = join(import.meta.dirname, '../..');
const fixtures = join(root, 'test/fixtures/sample-corpus');
const corpus = join(root, 'sample-corpus');

/** The files of the sample corpus and of its labels, by path relative to the repository root. */
export function buildSampleCorpus(): ReadonlyMap<string, Buffer> {
  const furniture = readFurniture();
  const files = new Map<string, Buffer>();
  const labels: ArticleLabels[] = [];
  for (const name of textFiles('sources')) {
    const article = compiled(name, furniture);
    const path = `sample-corpus/${article.labels.file}`;
    if (files.has(path)) throw new Error(`${name}: ${path} is written twice`);
    files.set(path, encode(article.text, article.labels.encoding));
    labels.push(article.labels);
  }
  labels.sort((a, b) => (a.file < b.file ? -1 : 1));
  const lines = labels.map((line) => `${JSON.stringify(line)}\n`).join('');
  files.set('test/fixtures/sample-corpus/labels.jsonl', Buffer.from(lines));
  files.set('test/fixtures/sample-corpus/entities.json', Buffer.from(`${JSON.stringify(cast, null, 1)}\n`));
  return files;
}

/** Paths, relative to the repository root, of the article files that lie in `sample-corpus` now. */
export function builtArticles(): string[] {
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt'))
    .map((path) => `sample-corpus/${path.replaceAll('\\', '/')}`);
}

function compiled(name: string, furniture: Furniture): ReturnType<typeof compileArticle> {
  try {
    return compileArticle(readText(join(fixtures, 'sources', name)), furniture);
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
  }
}

function readFurniture(): Furniture {
  return Object.fromEntries(
    textFiles('furniture').map((name) => [name.slice(0, -4), readText(join(fixtures, 'furniture', name))]),
  );
}

function textFiles(folder: string): string[] {
  return readdirSync(join(fixtures, folder))
    .filter((name) => name.endsWith('.txt'))
    .sort();
}

function readText(path: string): string {
  return readFileSync(path, 'utf8');
}

function encode(text: string, encoding: SampleEncoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'windows-1252': {
      const bytes = iconv.encode(text, 'windows-1252');
      if (iconv.decode(bytes, 'windows-1252') !== text) throw new Error('the text does not fit Windows-1252');
      return bytes;
    }
  }
}

if (import.meta.main) {
  const files = buildSampleCorpus();
  for (const path of builtArticles()) rmSync(join(root, path));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  console.log(`${files.size - 2} articles`);
}
