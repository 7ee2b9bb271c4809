/** A row of a tree as it is shown; the roots have level 1. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  readonly level: number;
}

/** Runs in the page: what the rows of a tree say. The scripts are typed without the browser's library. */
export function readTreeRows(rows: unknown): TreeRow[] {
  return (rows as RowElement[]).map((row) => ({
    label: row.querySelector('.label-name')?.textContent ?? '',
    description: Array.from(row.querySelectorAll('.label-description'), (part) => part.textContent).join(' '),
    level: Number(row.getAttribute('aria-level')),
  }));
}

interface RowElement {
  querySelector(selector: string): { readonly textContent: string } | null;
  querySelectorAll(selector: string): ArrayLike<{ readonly textContent: string }>;
  getAttribute(name: string): string | null;
}
