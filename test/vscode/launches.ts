import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nameCluster, notingServer } from './support/notingServer.ts';
import { writeManyArticles } from './support/manyArticles.ts';

/** One start of VS Code: what it opens, and the folder of tests that run in it. */
export interface Launch {
  /** The folder of tests. */
  readonly name: string;
  readonly description: string;
  /** VS Code asks whether a folder is trusted, and no test answers. Otherwise every folder is. */
  readonly hasWorkspaceTrust: boolean;
  /** Fills an empty folder, and returns what VS Code opens: a folder, a `.code-workspace` file, or nothing. */
  prepare(place: string): string | undefined | Promise<string>;
  /** Makes what `prepare` made removable again. */
  release?(place: string): void;
}

const sampleCorpus = path.join(import.meta.dirname, '..', '..', 'sample-corpus');

/** Articles as scraped, with labels made by hand. They are their publishers', so they lie beside the project, if at all. */
const seeds = path.join(import.meta.dirname, '..', '..', '..', 'shared', 'seeds');

const withSeeds: readonly Launch[] = [
  {
    name: 'seeds',
    description: 'a copy of real articles',
    hasWorkspaceTrust: false,
    prepare(place) {
      const folder = path.join(place, 'seeds');
      mkdirSync(folder);
      for (const name of readdirSync(seeds).filter((each) => each.endsWith('.txt'))) {
        cpSync(path.join(seeds, name), path.join(folder, name));
      }
      cpSync(path.join(seeds, 'gold'), path.join(place, 'gold'), { recursive: true });
      return folder;
    },
  },
];

export const launches: readonly Launch[] = [
  {
    name: 'empty',
    description: 'an empty folder',
    hasWorkspaceTrust: false,
    prepare(place) {
      const folder = path.join(place, 'empty');
      mkdirSync(folder);
      return folder;
    },
  },
  {
    name: 'sample',
    description: 'a copy of the sample corpus',
    hasWorkspaceTrust: false,
    prepare: (place) => copyOfSample(path.join(place, 'corpus')),
  },
  {
    name: 'formats',
    description: 'articles of every format',
    hasWorkspaceTrust: false,
    prepare(place) {
      const folder = path.join(place, 'formats');
      cpSync(path.join(import.meta.dirname, '..', 'fixtures', 'formats'), folder, { recursive: true });
      return folder;
    },
  },
  {
    name: 'curation',
    description: 'a copy of the sample corpus, to put right',
    hasWorkspaceTrust: false,
    prepare: (place) => copyOfSample(path.join(place, 'corpus')),
  },
  {
    name: 'twoFolders',
    description: 'a workspace of two folders',
    hasWorkspaceTrust: false,
    prepare(place) {
      const [first, second] = readdirSync(sampleCorpus, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(({ name }) => path.join(sampleCorpus, name));
      if (first === undefined || second === undefined)
        throw new Error('the sample corpus has too few folders');
      cpSync(first, path.join(place, 'first'), { recursive: true });
      cpSync(second, path.join(place, 'second'), { recursive: true });
      const workspace = path.join(place, 'two.code-workspace');
      writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'first' }, { path: 'second' }] }));
      return workspace;
    },
  },
  {
    name: 'many',
    description: 'a folder of 2,000 articles',
    hasWorkspaceTrust: false,
    prepare(place) {
      const folder = path.join(place, 'many');
      writeManyArticles(folder, 2000);
      return folder;
    },
  },
  {
    name: 'cleanCorpus',
    description: 'a folder of 2,000 articles, to be cleaned',
    hasWorkspaceTrust: false,
    prepare(place) {
      const folder = path.join(place, 'articles');
      writeManyArticles(folder, 2000);
      return folder;
    },
  },
  {
    name: 'untrusted',
    description: 'a copy of the sample corpus that is not trusted and cannot be written to',
    hasWorkspaceTrust: true,
    async prepare(place) {
      const address = await notingServer(place);
      nameCluster(copyOfSample(path.join(place, 'untouched')), address);
      const folder = copyOfSample(path.join(place, 'corpus'));
      nameCluster(folder, address);
      // Without effect for root, who may write everywhere: the tests also look for new files.
      chmodSync(folder, 0o555);
      return folder;
    },
    release(place) {
      chmodSync(path.join(place, 'corpus'), 0o755);
    },
  },
  {
    name: 'namedCluster',
    description: 'an empty folder that is trusted, whose settings name a cluster',
    hasWorkspaceTrust: false,
    async prepare(place) {
      const folder = path.join(place, 'empty');
      mkdirSync(folder);
      nameCluster(folder, await notingServer(place));
      return folder;
    },
  },
  {
    name: 'busyCluster',
    description: 'an empty folder, beside it a cluster that has too much to do for a while',
    hasWorkspaceTrust: false,
    prepare(place) {
      const folder = path.join(place, 'empty');
      mkdirSync(folder);
      return folder;
    },
  },
  ...(existsSync(seeds) ? withSeeds : []),
];

function copyOfSample(to: string): string {
  cpSync(sampleCorpus, to, { recursive: true });
  return to;
}
