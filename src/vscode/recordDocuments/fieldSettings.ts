import type { SourceSummary } from '../../core/index.ts';
import type { L10n } from '../l10n.ts';

/** Where the user says what the fields of a corpus are for, below its root. */
export const fieldSettingsPath: readonly string[] = ['.corpus', 'corpus.yaml'];

/** The names of roles in the settings file, by those of the index. */
const writtenRoles: Readonly<Record<string, string>> = { published: 'date', outlet: 'source' };

/** A settings file that changes nothing yet: what was understood stands in it as comments, to be put right. */
export function fieldSettingsTemplate(l10n: L10n, { recordFiles }: SourceSummary): string {
  const understood = new Map<string, Set<string>>();
  for (const { fields } of recordFiles) {
    for (const { role, names } of fields.roles) {
      const written = writtenRoles[role] ?? role;
      understood.set(written, new Set([...(understood.get(written) ?? []), ...names]));
    }
  }
  const lines = [...understood].map(([role, names]) => `  # ${role}: [${[...names].map(quoted).join(', ')}]`);
  return [
    `# ${l10n.t('Which fields of records (.jsonl, .json, .csv) hold what. Best first. What is not said here is recognised by its name.')}`,
    '# text, html, title, date, modified, crawled, author, source, url, language, section, ignore',
    'fields:',
    ...(lines.length > 0 ? lines : ['  # text: content']),
    '',
  ].join('\n');
}

/** A name as YAML reads it back: plain where it is a word. */
function quoted(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name) ? name : JSON.stringify(name);
}
