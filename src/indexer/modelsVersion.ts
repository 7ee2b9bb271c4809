import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A text that tells the files in `modelsDir` whose names begin with `prefix` from any others: 16 hexadecimal digits. */
export function modelsVersion(modelsDir: string, prefix = ''): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(modelsDir).sort()) {
    if (name.startsWith(prefix)) hash.update(name).update(readFileSync(path.join(modelsDir, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
