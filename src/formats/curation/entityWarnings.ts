import { subjectId, targetId, type EntityChoice, type Evidence } from '../../core/index.ts';

/** Choices that say something, but hardly what was meant: one that names itself, and entities merged in a circle. */
export function entityWarnings(choices: readonly EntityChoice[]): ReadonlyMap<EntityChoice, Evidence> {
  const targets = new Map<string, string>();
  for (const choice of choices) {
    if (choice.action === 'mergeInto') targets.set(subjectId(choice), targetId(choice)!);
  }
  return new Map(
    choices.flatMap((choice): [EntityChoice, Evidence][] => {
      const own = subjectId(choice);
      if (targetId(choice) === own) return [[choice, { rule: 'ownTarget' }]];
      if (choice.action !== 'mergeInto' || !leadsBack(targets, own)) return [];
      return [[choice, { rule: 'mergedInCircle' }]];
    }),
  );
}

function leadsBack(targets: ReadonlyMap<string, string>, from: string): boolean {
  const seen = new Set<string>();
  for (let at = targets.get(from); at !== undefined && !seen.has(at); at = targets.get(at)) {
    if (at === from) return true;
    seen.add(at);
  }
  return false;
}
