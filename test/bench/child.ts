/** Entry of a process that does one part of the benchmark. */
import { analyzeAlone } from './analyzeAlone.ts';
import { askStore } from './askStore.ts';
import { fillStore } from './fillStore.ts';
import { prepareBatches, type Preparing } from './preparedBatches.ts';

export type Task =
  | {
      readonly kind: 'fill';
      readonly file: string;
      readonly count: number;
      readonly seed: number;
      /** Where the articles lie as files. */
      readonly root: string;
    }
  | { readonly kind: 'ask'; readonly file: string; readonly root: string }
  | { readonly kind: 'analyze'; readonly count: number; readonly seed: number; readonly models: string }
  | Preparing;

const task = JSON.parse(process.argv[2] ?? '') as Task;
async function resultOf(task: Exclude<Task, Preparing>): Promise<unknown> {
  if (task.kind === 'ask') return askStore(task.file, task.root);
  if (task.kind === 'analyze') return analyzeAlone(task.models, task.count, task.seed);
  return fillStore(task.file, task.count, task.seed, task.root);
}

if (task.kind === 'prepare') {
  await prepareBatches(task);
} else {
  process.send?.(await resultOf(task), () => {
    process.disconnect();
  });
}
