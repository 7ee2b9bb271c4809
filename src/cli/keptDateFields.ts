import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the user said of corpora in clusters, by address: nothing of it is secret. */
type Kept = Readonly<Record<string, { readonly dateField?: string }>>;

/** Which field of another program's index says when an article was published, as the user said it before. */
export function keptDateField(storageDir: string, address: string): string | undefined {
  return read(storageDir)[address]?.dateField;
}

export function keepDateField(storageDir: string, address: string, dateField: string): void {
  mkdirSync(storageDir, { recursive: true });
  const kept = { ...read(storageDir), [address]: { dateField } };
  writeFileSync(fileOf(storageDir), `${JSON.stringify(kept, undefined, 2)}\n`);
}

const fileOf = (storageDir: string): string => path.join(storageDir, 'clusters.json');

function read(storageDir: string): Kept {
  try {
    return JSON.parse(readFileSync(fileOf(storageDir), 'utf8')) as Kept;
  } catch {
    // Nothing was kept yet; what cannot be read is asked for again.
    return {};
  }
}
