/** A point of a page, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Runs in the page: the middle of the first occurrence of `wanted` in one of these elements. Nothing when it is in none of them.
 * The scripts are typed without the browser's library, so what is used of it is named below.
 */
export function placeOfText(elements: unknown, wanted: string): Place | undefined {
  for (const element of elements as PageNode[]) {
    const start = (element.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
    if (start < 0) continue;
    const end = start + wanted.length;
    const range = document.createRange();
    const showText = 4;
    const walker = document.createTreeWalker(element, showText);
    let before = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const after = before + (node.textContent ?? '').length;
      if (start >= before && start < after) range.setStart(node, start - before);
      if (end > before && end <= after) range.setEnd(node, end - before);
      before = after;
    }
    const box = range.getClientRects()[0];
    if (box !== undefined) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  return undefined;
}

interface PageNode {
  readonly textContent: string | null;
}

interface PageRange {
  setStart(node: PageNode, offset: number): void;
  setEnd(node: PageNode, offset: number): void;
  getClientRects(): readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

declare const document: {
  createRange(): PageRange;
  createTreeWalker(root: PageNode, show: number): { nextNode(): PageNode | null };
};
