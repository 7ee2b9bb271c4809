const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A path with `/` as the target of a Markdown link: nothing in a name can end the link or name another place. */
export function encodePath(path: string): string {
  const encoded = path.split('/').map((part) =>
    // What is left of `encodeURIComponent` that Markdown would read; a lone surrogate has no encoding.
    encodeURIComponent(part.replace(loneSurrogate, '\ufffd')).replace(
      /[()'*!]/g,
      (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  );
  return encoded.join('/');
}
