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
