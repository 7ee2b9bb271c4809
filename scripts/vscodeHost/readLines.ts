/** Runs in the page: the texts of an editor's lines, from top to bottom. The scripts are typed without the browser's library. */
export function readLines(lines: unknown): string[] {
  return (lines as LineElement[])
    .map((line) => ({ top: line.getBoundingClientRect().top, text: line.innerText }))
    .sort((a, b) => a.top - b.top)
    .map(({ text }) => text);
}

interface LineElement {
  readonly innerText: string;
  getBoundingClientRect(): { readonly top: number };
}
