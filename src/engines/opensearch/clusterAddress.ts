/** Where a corpus lies in a cluster. */
export interface ClusterAddress {
  /** Addresses of nodes, without a path, tried in turn. */
  readonly nodes: readonly string[];
  /** The name of the corpus: its indexes begin with it. */
  readonly name: string;
}

/** What an index may be called, on every server. */
const namePattern = /^[a-z0-9][a-z0-9._-]{0,100}$/;

/**
 * Reads `https://host:9200/name`, or several nodes of one cluster: `https://a:9200,https://b:9200/name`. Throws a RangeError that
 * says what is wrong. Credentials have no place in an address: addresses are shown and written down.
 */
export function parseClusterAddress(text: string): ClusterAddress {
  const parts = text.split(',').map((part) => part.trim());
  const urls = parts.map((part) => {
    if (!/^https?:\/\//.test(part) || !URL.canParse(part))
      throw new RangeError(`Not an address like https://host:9200/name: ${JSON.stringify(part)}`);
    return new URL(part);
  });
  if (urls.some(({ username, password }) => username !== '' || password !== ''))
    throw new RangeError('Leave user and password out of the address: they are given apart.');
  const name = urls.at(-1)!.pathname.replace(/^\/|\/$/g, '');
  if (!namePattern.test(name)) {
    throw new RangeError(
      `The address must end with the corpus's name, in small letters, digits, ".", "_" and "-": ${JSON.stringify(text)}`,
    );
  }
  return { nodes: urls.map(({ origin }) => origin), name };
}

/** The address as one writes it. */
export function formatClusterAddress({ nodes, name }: ClusterAddress): string {
  return `${nodes.join(',')}/${name}`;
}
