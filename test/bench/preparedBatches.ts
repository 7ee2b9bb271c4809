import { fork } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { entryOf, type BatchFile } from '../../src/core/index.ts';
import { generateCorpus, type GeneratedArticle } from './generateCorpus.ts';
import { startClock, type Elapsed } from './measure.ts';

/** What articles a process is to prepare; they lie as files below `root`. */
export interface Preparing {
  readonly kind: 'prepare';
  readonly count: number;
  readonly seed: number;
  readonly root: string;
}

/** Some articles ready to be written, or at the end, what it took to make them ready of their analyses. */
export type Prepared = { readonly files: readonly BatchFile[] } | { readonly took: Elapsed };

/** Articles that are written at once, as the command line does; where somebody asks meanwhile it is 150. */
const batchSize = 600;

/** Starts a process that prepares articles, always one batch ahead of what was taken. */
export async function* preparedBatches(task: Preparing): AsyncGenerator<Prepared> {
  const child = fork(process.argv[1]!, [JSON.stringify(task)], { serialization: 'advanced' });
  for (;;) {
    const message = once(child, 'message') as Promise<[Prepared]>;
    child.send('next');
    const [prepared] = await message;
    yield prepared;
    if ('took' in prepared) return;
  }
}

/** The other end: to be called in that process. */
export async function prepareBatches({ count, seed, root }: Preparing): Promise<void> {
  const took = { wallMs: 0, cpuMs: 0 };
  const send = async (some: readonly GeneratedArticle[]): Promise<void> => {
    const stop = startClock();
    const entries = some.map(({ path, analysis }) => entryOf(path, analysis));
    const { wallMs, cpuMs } = stop();
    took.wallMs += wallMs;
    took.cpuMs += cpuMs;
    const files = some.map(({ path }, i): BatchFile => {
      const { mtimeMs, size } = statSync(join(root, path));
      const stamp = { path, modifiedMs: mtimeMs, size };
      return { stamp, articles: [{ id: path, entry: entries[i]! }] };
    });
    await once(process, 'message');
    process.send?.({ files } satisfies Prepared);
  };
  let some: GeneratedArticle[] = [];
  for (const article of generateCorpus(count, seed)) {
    some.push(article);
    if (some.length < batchSize) continue;
    await send(some);
    some = [];
  }
  if (some.length > 0) await send(some);
  await once(process, 'message');
  process.send?.({ took } satisfies Prepared, () => {
    process.disconnect();
  });
}
