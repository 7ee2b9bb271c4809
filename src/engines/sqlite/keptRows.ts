import type { ArticleRow } from '../../core/index.ts';

/** Some 600 bytes each: twenty pages. */
const mostRows = 2000;

/** The rows of articles that were shown last, by their numbers: a tree that is drawn anew and the lists beside it show the same ones. */
export class KeptRows {
  private readonly rows = new Map<number, ArticleRow>();

  get(doc: number): ArticleRow | undefined {
    const row = this.rows.get(doc);
    if (row) this.keep(doc, row);
    return row;
  }

  keep(doc: number, row: ArticleRow): void {
    this.rows.delete(doc);
    this.rows.set(doc, row);
    if (this.rows.size <= mostRows) return;
    for (const oldest of this.rows.keys()) {
      this.rows.delete(oldest);
      break;
    }
  }

  forget(): void {
    this.rows.clear();
  }
}
