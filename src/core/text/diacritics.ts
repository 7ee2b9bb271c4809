/** The text without the marks on its letters: `é` becomes `e`. Lengths change, so offsets do not carry over. */
export function withoutDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '');
}
