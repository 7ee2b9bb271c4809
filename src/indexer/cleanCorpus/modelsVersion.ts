import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Tells the models that clean apart from others: copies made with others are made anew. */
export function modelsVersion(modelsDir: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(modelsDir).sort()) {
    if (name.startsWith('clean')) hash.update(name).update(readFileSync(path.join(modelsDir, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
