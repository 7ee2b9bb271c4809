import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { onPath, run } from '../vscodeHost/process.ts';

/** What OpenSearch 3 needs. */
const oldestJava = 21;

/** Where systems keep Java runtimes that are not on PATH. */
const runtimeFolders = [
  '/usr/lib/jvm',
  '/Library/Java/JavaVirtualMachines',
  'C:/Program Files/Eclipse Adoptium',
];

/** A `java` that runs OpenSearch; undefined when the machine has none. */
export async function findJava(): Promise<string | undefined> {
  const program = process.platform === 'win32' ? 'java.exe' : 'java';
  const homes = [
    process.env['JAVA_HOME'],
    ...runtimeFolders
      .filter((folder) => existsSync(folder))
      .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
      .flatMap((folder) => [folder, path.join(folder, 'Contents', 'Home')]),
  ];
  const candidates = [
    onPath('java'),
    ...homes.flatMap((home) => (home ? path.join(home, 'bin', program) : [])),
  ];
  for (const candidate of new Set(candidates)) {
    if (candidate !== undefined && existsSync(candidate) && (await versionOf(candidate)) >= oldestJava)
      return candidate;
  }
  return undefined;
}

async function versionOf(java: string): Promise<number> {
  const { output } = await run(java, ['-version']);
  return Number(/version "(\d+)/.exec(output)?.[1] ?? 0);
}
