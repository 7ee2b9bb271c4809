/** Words before the number of an issue. */
const number =
  '(?:n[o°º]\\.?|numéro|numero|n[uú]m\\.?|nr\\.?|issue(?:\\sno\\.?)?|(?:édition|edition|edición)\\s(?:n[o°º]\\.?)?)';

const issue = new RegExp(
  `^(\\p{Lu}[^,;:!?|()\\n]{2,50}?)(?:\\s\\([^()\\n]{2,30}\\)|\\s?[,–—-])[,–—-]?\\s?${number}\\s?\\d{2,6}$`,
  'iu',
);

const longest = 90;

/**
 * The name of the outlet on a line that is nothing but an issue of it, as databases of the press print above an article:
 * `La Gazette du Large, no. 812`, `The Bay Ledger (site web), n° 812`. Undefined for any other line.
 */
export function outletOfIssue(line: string): string | undefined {
  if (line.length > longest || !/\d$/.test(line)) return undefined;
  const name = issue.exec(line)?.[1]?.trim();
  return name !== undefined && /^\p{Lu}/u.test(name) ? name : undefined;
}
