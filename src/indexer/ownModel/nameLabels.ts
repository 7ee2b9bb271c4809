import type { EntityType } from '../../core/index.ts';
import { OwnModelProblem } from './ownModelProblem.ts';

/** What one label of a model says of a word. */
export interface NameLabel {
  /** Undefined: in no name, or in one of a kind that we do not have. */
  readonly type: EntityType | undefined;
  /** A name begins with this word, even where the word before is of the same type. */
  readonly isBegin: boolean;
}

/** How models call what we have, in capitals. */
const typesByName: Readonly<Record<string, EntityType>> = {
  ...Object.fromEntries(
    ['ORG', 'ORGANIZATION', 'ORGANISATION', 'CORP', 'COMPANY'].map((name) => [name, 'ORG']),
  ),
  ...Object.fromEntries(['PER', 'PERS', 'PERSON', 'PEOPLE', 'PERSONNE'].map((name) => [name, 'PER'])),
  ...Object.fromEntries(['LOC', 'LOCATION', 'GPE', 'PLACE', 'LIEU'].map((name) => [name, 'LOC'])),
};

/**
 * The labels of a model by number, from the `id2label` of its configuration: `B-ORG`, `I-ORG`, `ORG`, `S-PERSON`… Throws
 * `OwnModelProblem` when none of them is a name of ours.
 */
export function nameLabels(id2label: unknown, folder: string): readonly NameLabel[] {
  const entries = Object.entries((id2label ?? {}) as Record<string, unknown>);
  const labels = entries.map((): NameLabel => ({ type: undefined, isBegin: false }));
  for (const [id, name] of entries)
    if (Number(id) < labels.length) labels[Number(id)] = labelOf(String(name));
  if (labels.some((label) => label.type !== undefined)) return labels;
  const shown = entries.map(([, name]) => String(name)).slice(0, 12);
  throw new OwnModelProblem({
    rule: 'ownModelNoNames',
    values: { folder, labels: shown.join(', ') || 'LABEL_0' },
  });
}

function labelOf(name: string): NameLabel {
  const [, prefix, kind = ''] = /^(?:([BILEUS])[-_])?(.*)$/.exec(name.toUpperCase()) ?? [];
  return { type: typesByName[kind], isBegin: prefix !== undefined && 'BSU'.includes(prefix) };
}
