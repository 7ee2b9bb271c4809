/** Entry of a process that does one part of the benchmark. */
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
  | Preparing;

const task = JSON.parse(process.argv[2] ?? '') as Task;
async function resultOf(task: Exclude<Task, Preparing>): Promise<unknown> {
  return task.kind === 'ask'
    ? askStore(task.file, task.root)
    : fillStore(task.file, task.count, task.seed, task.root);
}

if (task.kind === 'prepare') {
  await prepareBatches(task);
} else {
  process.send?.(await resultOf(task), () => {
    process.disconnect();
  });
}
