/** The `packages` of an npm lockfile (version 3): place in the tree (`node_modules/a/node_modules/b`) → entry. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

export interface LockedPackage {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * The part of a lockfile that the named top-level libraries reach, entries unchanged: exact versions, exact hashes, the same
 * places in the tree. Names that the lockfile does not hold are left out.
 */
export function lockfileSubset(
  packages: LockedPackages,
  libraries: readonly string[],
): Record<string, LockedPackage> {
  const kept: Record<string, LockedPackage> = {};
  const queue = libraries.map((name) => `node_modules/${name}`);
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    const entry = packages[place];
    if (entry === undefined || kept[place] !== undefined) continue;
    kept[place] = entry;
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      const found = resolvedPlace(packages, place, name);
      if (found !== undefined) queue.push(found);
    }
  }
  return kept;
}

/** Where Node would find `name` when a file of the package at `from` asks for it. */
function resolvedPlace(packages: LockedPackages, from: string, name: string): string | undefined {
  for (let base = from; ;) {
    const place = `${base === '' ? '' : `${base}/`}node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (base === '') return undefined;
    const cut = base.lastIndexOf('/node_modules/');
    base = cut < 0 ? '' : base.slice(0, cut);
  }
}
