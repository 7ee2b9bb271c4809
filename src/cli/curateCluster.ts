import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describeCurationProblem, type Curation } from '../core/index.ts';
import { readCuration } from '../formats/curation/curationFile.ts';
import type { OpenSearchIndex } from '../engines/opensearch/openSearchIndex.ts';
import { CliError, exitCodes, note, type CliIo } from './io.ts';

/** Reads a curation file; what is wrong in it is noted line by line, and the other lines hold. */
export async function curationIn(io: CliIo, file: string): Promise<Curation> {
  let text: string;
  try {
    text = readFileSync(path.resolve(io.cwd, file), 'utf8');
  } catch {
    throw new CliError(`${file} cannot be read: name a curation file (docs/curation.md).`, exitCodes.usage);
  }
  const { curation, problems } = readCuration(text);
  for (const { line, column, evidence } of problems)
    await note(io, `${file}:${line}:${column}: ${describeCurationProblem(evidence)}`);
  if (!curation) throw new CliError(`${file} is no curation file.`, exitCodes.partial);
  return curation;
}

/** `curate`: writes what a curation file says of entities and dates into a corpus in a cluster. */
export async function pushCurationFile(io: CliIo, index: OpenSearchIndex, file: string): Promise<number> {
  const curation = await curationIn(io, file);
  await index.check();
  const { dated, unknown } = await index.pushCuration(curation);
  await index.close();
  await note(io, `Written into the corpus: on entities ${curation.entities?.length ?? 0}, dates ${dated}.`);
  for (const article of unknown) await note(io, `The corpus holds no article ${article}.`);
  if (curation.passages.length > 0)
    await note(io, 'What it says of passages holds where the corpus is filled: index it again there.');
  return unknown.length > 0 ? exitCodes.partial : exitCodes.ok;
}
