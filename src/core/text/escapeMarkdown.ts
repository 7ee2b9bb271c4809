/**
 * Scraped text as Markdown that shows it as it is: nothing in it can become markup, a link, an icon or an image. Every
 * ASCII punctuation mark may be escaped (CommonMark 0.31, 2.4); a dollar sign is written as a character reference,
 * because VS Code looks for `$(icon)` after the Markdown is rendered. Runs of white space become one space.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, (mark) => (mark === '$' ? '&#36;' : `\\${mark}`));
}

/**
 * The same for a document that is also read as it stands: only marks that mean something in the middle of a line are
 * escaped, and addresses are kept from becoming links.
 */
export function escapeInlineMarkdown(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .replace(/[\\`*_[\]<>!|&~#@$]/g, (mark) => (mark === '$' ? '&#36;' : `\\${mark}`))
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, (mark) => `\\${mark}`);
}
