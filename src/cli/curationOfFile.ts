import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  articleSource,
  curationFor,
  describeCurationProblem,
  recordId,
  type ArticleRecord,
  type CorpusEvidence,
  type EntityChoice,
} from '../core/index.ts';
import { curationPath } from '../formats/curation/curationFile.ts';
import { sourceOf } from '../formats/sourceOf.ts';
import { curationOf } from '../indexer/curation/curationOf.ts';
import { note, type CliIo } from './io.ts';

/** For the analysis, and for what it found of entities. */
export interface CurationOfFile {
  readonly evidence: Pick<CorpusEvidence, 'curation'>;
  readonly choices: readonly EntityChoice[];
}

/**
 * What the user has put right of an article that is named on the command line, when it lies in a corpus folder that has
 * a curation file. What is wrong in that file is noted, once for each command.
 */
export async function curationOfFile(
  io: CliIo,
  name: string,
  record: ArticleRecord,
): Promise<CurationOfFile> {
  const { file, record: number } = articleSource(name);
  const fullPath = path.resolve(io.cwd, file);
  const root = corpusOf(fullPath);
  if (root === undefined) return { evidence: {}, choices: [] };
  const { curation } = await curationOf(root);
  await noteCurationProblems(io, root);
  const place = path.relative(root, fullPath).split(path.sep).join('/');
  const id = number === undefined ? place : recordId(place, number);
  const own = curation && curationFor(curation, { ...sourceOf(place), ...record, id });
  return { evidence: own ? { curation: own } : {}, choices: curation?.entities ?? [] };
}

const noted = new WeakSet<CliIo>();

/** Says what is wrong in the curation file of a corpus, with its line, once for each command. */
export async function noteCurationProblems(io: CliIo, root: string): Promise<void> {
  if (noted.has(io)) return;
  noted.add(io);
  for (const { line, column, evidence } of (await curationOf(root)).problems) {
    await note(
      io,
      `${path.join(root, curationPath)}:${line}:${column}: ${describeCurationProblem(evidence)}`,
    );
  }
}

/** The nearest folder above a file that has a curation file. */
function corpusOf(file: string): string | undefined {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, curationPath))) return folder;
    if (path.dirname(folder) === folder) return undefined;
  }
}
