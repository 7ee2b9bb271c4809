/** The folder below the root in which a file lies: people keep one for each outlet, more often than not. */
export function sourceOf(path: string): { readonly source?: string } {
  const slash = path.indexOf('/');
  return slash < 0 ? {} : { source: path.slice(0, slash) };
}
