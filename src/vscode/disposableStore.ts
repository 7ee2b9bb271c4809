/** What can be ended. VS Code's own class fits. */
export interface Disposable {
  dispose(): void;
}

/** Disposables that end together, last first. What is added after the end ends at once. */
export class DisposableStore implements Disposable {
  private readonly items: { dispose(): unknown }[] = [];
  private isDisposed = false;

  add<T extends { dispose(): unknown }>(item: T): T {
    if (this.isDisposed) item.dispose();
    else this.items.push(item);
    return item;
  }

  dispose(): void {
    this.isDisposed = true;
    for (const item of this.items.splice(0).reverse()) item.dispose();
  }
}
