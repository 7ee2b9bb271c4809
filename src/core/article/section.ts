import { foldWord } from './dateWords.ts';
import { sectionNames } from './lists/sectionNames.ts';
import type { Found } from './metadata.ts';
import type { Reading } from './reading.ts';

/** Whether `name` is that of a newspaper's section. */
export const isSectionName = (name: string): boolean => sectionNames.has(foldWord(name));

/** So many lines before the title are looked at. */
const reach = 4;

export function readSection({ layout, title, record }: Reading): Found<string> | undefined {
  if (!title) return undefined;
  for (let i = title.index - 1; i >= Math.max(0, title.index - reach); i -= 1) {
    const line = layout.lines[i];
    if (!line || line.isJoined || line.text.length > 30) continue;
    const name = line.text.replace(/^[\s•>#|]+|[\s|:>]+$/g, '');
    if (!isSectionName(name)) continue;
    const start = line.start + line.text.indexOf(name);
    const span = { start, end: start + name.length };
    return {
      value: name,
      source: 'text',
      quote: record.text.slice(span.start, span.end),
      span,
      evidence: { rule: 'sectionAboveTitle' },
      confidence: 0.85,
    };
  }
  return undefined;
}
