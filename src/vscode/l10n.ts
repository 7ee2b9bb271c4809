/** The user's language, handed to everything that makes words, so that it can be tested without VS Code. */
export interface L10n {
  /** `vscode.l10n.t`: the message, or its translation, with `{0}`, `{1}`… filled in. */
  readonly t: (message: string, ...values: (string | number)[]) => string;
  /** BCP 47, as `vscode.env.language` says it. */
  readonly language: string;
}

/**
 * VS Code makes links that run commands of `[words](command:…)` in notifications and prompts. Words of articles and names of files
 * come into our messages, and no message of ours holds a link: a word joiner, which nobody sees, keeps them from becoming one.
 */
export function withoutLinks(message: string): string {
  return message.replace(/\](?=\((?:https?|command|file):)/gi, ']\u2060');
}

/** The locale for numbers and plurals. */
export function localeOf({ language }: L10n): string {
  return Intl.NumberFormat.supportedLocalesOf(language)[0] ?? 'en';
}

export function formatNumber(l10n: L10n, value: number): string {
  return new Intl.NumberFormat(localeOf(l10n)).format(value);
}

/** The plural rule is the language's own: French says "0 article", English "0 articles". */
export function isOne(l10n: L10n, count: number): boolean {
  return new Intl.PluralRules(localeOf(l10n)).select(count) === 'one';
}

export function countArticles(l10n: L10n, count: number): string {
  const shown = formatNumber(l10n, count);
  return isOne(l10n, count) ? l10n.t('{0} article', shown) : l10n.t('{0} articles', shown);
}

export function countMentions(l10n: L10n, count: number): string {
  const shown = formatNumber(l10n, count);
  return isOne(l10n, count) ? l10n.t('{0} mention', shown) : l10n.t('{0} mentions', shown);
}

export function countPassages(l10n: L10n, count: number): string {
  const shown = formatNumber(l10n, count);
  return isOne(l10n, count) ? l10n.t('{0} passage', shown) : l10n.t('{0} passages', shown);
}

export function countCharacters(l10n: L10n, count: number): string {
  const shown = formatNumber(l10n, count);
  return isOne(l10n, count) ? l10n.t('{0} character', shown) : l10n.t('{0} characters', shown);
}

export function countOrganizations(l10n: L10n, count: number): string {
  const shown = formatNumber(l10n, count);
  return isOne(l10n, count) ? l10n.t('{0} organization', shown) : l10n.t('{0} organizations', shown);
}

export function countPeople(l10n: L10n, count: number): string {
  const shown = formatNumber(l10n, count);
  return isOne(l10n, count) ? l10n.t('{0} person', shown) : l10n.t('{0} people', shown);
}

export function countPlaces(l10n: L10n, count: number): string {
  const shown = formatNumber(l10n, count);
  return isOne(l10n, count) ? l10n.t('{0} place', shown) : l10n.t('{0} places', shown);
}

export function countLeftOut(l10n: L10n, count: number): string {
  const shown = formatNumber(l10n, count);
  return isOne(l10n, count)
    ? l10n.t('{0} file was left out', shown)
    : l10n.t('{0} files were left out', shown);
}

export function countFiles(l10n: L10n, count: number): string {
  const shown = formatNumber(l10n, count);
  return isOne(l10n, count) ? l10n.t('{0} file', shown) : l10n.t('{0} files', shown);
}

export function countVersions(l10n: L10n, count: number): string {
  const shown = formatNumber(l10n, count);
  return isOne(l10n, count) ? l10n.t('{0} version', shown) : l10n.t('{0} versions', shown);
}

export function countLines(l10n: L10n, count: number): string {
  const shown = formatNumber(l10n, count);
  return isOne(l10n, count) ? l10n.t('{0} line', shown) : l10n.t('{0} lines', shown);
}

export function countCorrections(l10n: L10n, count: number): string {
  const shown = formatNumber(l10n, count);
  return isOne(l10n, count) ? l10n.t('{0} correction', shown) : l10n.t('{0} corrections', shown);
}
