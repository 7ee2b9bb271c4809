import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  articleSource,
  curationFor,
  describeCurationProblem,
  recordId,
  type ArticleRecord,
  type CorpusEvidence,
} from '../core/index.ts';
import { curationPath } from '../formats/curation/curationFile.ts';
import { sourceOf } from '../formats/sourceOf.ts';
import { curationOf } from '../indexer/curation/curationOf.ts';
import { note, type CliIo } from './io.ts';

/**
 * What the user has put right of an article that is named on the command line, when it lies in a corpus folder that has
 * a curation file. What is wrong in that file is noted, once for each command.
 */
export async function curationOfFile(
  io: CliIo,
  name: string,
  record: ArticleRecord,
): Promise<Pick<CorpusEvidence, 'curation'>> {
  const { file, record: number } = articleSource(name);
  const fullPath = path.resolve(io.cwd, file);
  const root = corpusOf(fullPath);
  if (root === undefined) return {};
  const { curation, problems } = await curationOf(root);
  if (!noted.has(io)) {
    noted.add(io);
    for (const { line, column, evidence } of problems) {
      await note(
        io,
        `${path.join(root, curationPath)}:${line}:${column}: ${describeCurationProblem(evidence)}`,
      );
    }
  }
  const place = path.relative(root, fullPath).split(path.sep).join('/');
  const id = number === undefined ? place : recordId(place, number);
  const own = curation && curationFor(curation, { ...sourceOf(place), ...record, id });
  return own ? { curation: own } : {};
}

const noted = new WeakSet<CliIo>();

/** The nearest folder above a file that has a curation file. */
function corpusOf(file: string): string | undefined {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, curationPath))) return folder;
    if (path.dirname(folder) === folder) return undefined;
  }
}
