import { cpSync } from 'node:fs';
import path from 'node:path';

/** One start of VS Code: what it opens, and the folder of tests that run in it. */
export interface Launch {
  /** The folder of tests. */
  readonly name: string;
  readonly description: string;
  /** The opened folder is not trusted. */
  readonly hasWorkspaceTrust: boolean;
  /** Fills an empty folder, and returns what VS Code opens: a folder, a `.code-workspace` file, or nothing. */
  prepare(place: string): string | undefined;
}

const sampleCorpus = path.join(import.meta.dirname, '..', '..', 'sample-corpus');

const copyOfSample = (to: string): string => {
  cpSync(sampleCorpus, to, { recursive: true });
  return to;
};

export const launches: readonly Launch[] = [
  {
    name: 'sample',
    description: 'a copy of the sample corpus',
    hasWorkspaceTrust: false,
    prepare: (place) => copyOfSample(path.join(place, 'corpus')),
  },
];
