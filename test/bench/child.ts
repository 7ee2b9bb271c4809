/** Entry of a process that does one part of the benchmark. */
import { askStore } from './askStore.ts';
import { fillStore } from './fillStore.ts';

export type Task =
  | {
      readonly kind: 'fill';
      readonly file: string;
      readonly count: number;
      readonly seed: number;
      /** Where the articles lie as files; without it their stamps are made up. */
      readonly root?: string;
    }
  | { readonly kind: 'ask'; readonly file: string; readonly root: string };

const task = JSON.parse(process.argv[2] ?? '') as Task;
const result =
  task.kind === 'ask'
    ? await askStore(task.file, task.root)
    : await fillStore(task.file, task.count, task.seed, task.root);
process.send?.(result, () => {
  process.disconnect();
});
