import { areCopies, compareVersions, type ArticleId } from '../../core/index.ts';
import type { KnownArticle } from './knownFiles.ts';

/** The versions of every text that stands in the corpus more than once, by the id of each: every article is compared with every other one. */
export function versionsById(known: readonly KnownArticle[]): Map<ArticleId, readonly KnownArticle[]> {
  const versions = new Map<ArticleId, readonly KnownArticle[]>();
  const left = new Set(known);
  for (const article of left) {
    left.delete(article);
    const family = [article];
    for (const member of family) {
      const near = [...left].filter((other) =>
        areCopies(member.contribution.sketch, other.contribution.sketch),
      );
      for (const other of near) left.delete(other);
      family.push(...near);
    }
    if (family.length === 1) continue;
    family.sort((a, b) => compareVersions(a.contribution.row, b.contribution.row));
    for (const { contribution } of family) versions.set(contribution.row.id, family);
  }
  return versions;
}
