import type { Name } from './names.ts';
import type { NameJoin } from './nameJoin.ts';

/** `X, ex-Y` and `X (anciennement Y)`; folded case, in French, English and Spanish. */
const former =
  /^\s?[,(]\s?(?:(?:ex|l[’']ex)[-\s]|(?:anciennement|autrefois|naguère|jadis|formerly|previously|antes|antigua|anteriormente)\s+(?:(?:appelée?|nommée?|connue? sous le nom de?|known as|called|llamad[oa]|conocid[oa] como)\s+)?["«“'’]?\s?)$/iu;

const longestLeadIn = 40;

/**
 * Joins an organization with the name it had before, where the article says so right behind the new one: "X, ex-Y,". A name
 * that two organizations had is joined with neither. "L’ex-patron de Y" and "ex-filiale de Y" are not of this form.
 */
export function linkFormerNames(text: string, names: readonly Name[]): NameJoin[] {
  const placed = names
    .flatMap((name, index) =>
      name.type === 'ORG' ? name.mentions.map((mention) => ({ mention, index })) : [],
    )
    .sort((a, b) => a.mention.start - b.mention.start);
  const successors = new Map<number, Map<number, NameJoin>>();
  for (let i = 1; i < placed.length; i += 1) {
    const [now, before] = [placed[i - 1]!, placed[i]!];
    const gap = before.mention.start - now.mention.end;
    if (now.index === before.index || gap > longestLeadIn) continue;
    if (!former.test(text.slice(now.mention.end, before.mention.start))) continue;
    const evidence = { rule: 'formerName', values: { short: before.mention.text, long: now.mention.text } };
    const known = successors.get(before.index) ?? new Map<number, NameJoin>();
    known.set(now.index, { name: before.index, other: now.index, evidence, isProven: true });
    successors.set(before.index, known);
  }
  return [...successors.values()].flatMap((joins) => (joins.size === 1 ? [...joins.values()] : []));
}
