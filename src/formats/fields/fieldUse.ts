import type { RecordFields } from '../../core/index.ts';
import type { FieldRole } from './fieldNames.ts';
import type { RecognisedFields } from './recogniseFields.ts';

/** Names told of a file: a report is read by people. */
const toldNames = 40;

const told: readonly FieldRole[] = [
  ...(['text', 'html', 'title', 'published', 'modified', 'crawled', 'author', 'outlet', 'url'] as const),
  ...(['language', 'section'] as const),
];

/** Remembers, over the records of a file, which of their fields were taken for what. */
export class FieldUse {
  private readonly byRole = new Map<FieldRole, Set<string>>();
  private readonly unused = new Set<string>();
  private last: RecognisedFields | undefined;

  add(fields: RecognisedFields, textField: string | undefined): void {
    if (fields === this.last) return;
    this.last = fields;
    for (const [role, names] of fields.byRole) for (const name of names) this.note(role, name);
    for (const name of Object.values(fields.dateParts ?? {})) this.note('published', name);
    if (textField !== undefined) this.note('text', textField);
    for (const name of fields.unused)
      if (name !== textField && this.unused.size < toldNames) this.unused.add(name);
  }

  /** Undefined when no record was read. */
  summary(): RecordFields | undefined {
    if (!this.last) return undefined;
    const roles = told.flatMap((role) => {
      const names = [...(this.byRole.get(role) ?? [])];
      return names.length === 0 ? [] : [{ role, names }];
    });
    return { roles, unused: [...this.unused] };
  }

  private note(role: FieldRole, name: string): void {
    const names = this.byRole.get(role) ?? new Set<string>();
    if (names.size < toldNames) names.add(name);
    this.byRole.set(role, names);
  }
}
