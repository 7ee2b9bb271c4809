import type { MarkupElement } from '../../core/index.ts';

/** An open element's place in the table: -1 until text is found in it. */
export interface TableEntry {
  /** As `MarkupElement.label`. */
  readonly names: string;
  readonly role: string;
  index: number;
}

/** The elements of a page that hold text, entered when their first text is found, so that parents come first. */
export class ElementTable {
  readonly elements: MarkupElement[] = [];

  /** Index of the innermost of the open elements, given from the root; -1 when none is open. */
  enter(open: readonly TableEntry[]): number {
    let first = open.length;
    while (first > 0 && (open[first - 1]?.index ?? 0) < 0) first--;
    for (let i = first; i < open.length; i++) {
      const entry = open[i];
      if (entry === undefined) continue;
      entry.index = this.elements.length;
      this.elements.push({ parent: open[i - 1]?.index ?? -1, label: entry.names, role: entry.role });
    }
    return open.at(-1)?.index ?? -1;
  }
}

const maxRole = 80;

/** Attributes whose words say what an element is for; of `itemtype` the last part of the address. */
const roleAttributes = [
  'role',
  'itemprop',
  'itemtype',
  'rel',
  'aria-label',
  'aria-hidden',
  'data-testid',
  'data-test',
  'data-qa',
  'data-component',
  'data-component-name',
  'data-module',
  'data-type',
  'data-block',
  'data-name',
  'data-role',
];

const isRoleAttribute: ReadonlySet<string> = new Set(roleAttributes);

export function roleOf(attributes: Readonly<Record<string, string>>): string {
  // Few elements have one at all.
  if (!Object.keys(attributes).some((name) => isRoleAttribute.has(name))) return '';
  let role = '';
  for (const name of roleAttributes) {
    const value = attributes[name];
    if (value === undefined || value === '' || value === 'false') continue;
    if (name === 'aria-hidden') role += ' aria-hidden';
    else role += ` ${name === 'itemtype' ? value.slice(value.lastIndexOf('/') + 1) : value}`;
  }
  return role.trim().slice(0, maxRole).toLowerCase();
}
