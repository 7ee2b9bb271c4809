import { RelativePattern, Uri, workspace } from 'vscode';
import { isClusterAddress } from '../../core/index.ts';
import type { Corpora } from '../corpora.ts';
import type { Corpus } from '../corpus.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { throttle, type Throttled } from '../throttle.ts';

/** A file that is saved or checked out raises several events. */
const fileEventDelayMs = 150;

/** Hears of every change of the curation files of this window, whoever makes it, and takes it up once. */
export class CurationWatch implements Disposable {
  private readonly corpora: Corpora;
  private readonly store = new DisposableStore();
  private watchers = new DisposableStore();
  private readonly touched = new Set<string>();
  private readonly takeUpTouched: Throttled;

  /** `takeUp` is given the root of a corpus. */
  constructor(corpora: Corpora, takeUp: (root: string) => void) {
    this.corpora = corpora;
    this.takeUpTouched = this.store.add(
      throttle(fileEventDelayMs, () => {
        for (const root of this.touched) takeUp(root);
        this.touched.clear();
      }),
    );
    this.watch();
    this.store.add(
      corpora.onDidChangeFolders(() => {
        this.watch();
      }),
    );
  }

  /** Another change is on its way, or was made where no watcher sees it. */
  touch(root: string): void {
    this.touched.add(root);
    this.takeUpTouched.request();
  }

  dispose(): void {
    this.store.dispose();
    this.watchers.dispose();
  }

  private watch(): void {
    this.watchers.dispose();
    this.watchers = new DisposableStore();
    for (const corpus of this.corpora.all) {
      const watcher = this.watchers.add(workspace.createFileSystemWatcher(patternOf(corpus)));
      const touch = (): void => {
        this.touch(corpus.root);
      };
      this.watchers.add(watcher.onDidCreate(touch));
      this.watchers.add(watcher.onDidChange(touch));
      this.watchers.add(watcher.onDidDelete(touch));
    }
  }
}

/** Of a folder that is none of the workspace's only what lies right in it is watched. */
function patternOf({ root, curationFolder }: Corpus): RelativePattern {
  return isClusterAddress(root)
    ? new RelativePattern(Uri.joinPath(Uri.file(curationFolder), '.corpus'), 'curation.yaml')
    : new RelativePattern(Uri.file(root), '.corpus/curation.yaml');
}
