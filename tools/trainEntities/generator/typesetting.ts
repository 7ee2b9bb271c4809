import type { Piece } from './grammar.ts';
import { draw } from './grammar.ts';

type Random = () => number;

/** The habits of one outlet. */
export interface Style {
  readonly apostrophe: string;
  readonly quotes: readonly [open: string, close: string];
  readonly colon: string;
  readonly capitalFamilyNames: boolean;
  readonly capitalHeadline: boolean;
  /** A wire text whose accents got lost. */
  readonly isPlain: boolean;
  /** A text that was put together again from its tokens: blanks stand around hyphens and apostrophes. */
  readonly isRejoined?: boolean;
  /** French: `de` loses its vowel before another. */
  readonly elides: boolean;
}

export function pickStyle(random: Random): Style {
  return {
    apostrophe: random() < 0.5 ? "'" : '’',
    quotes: draw(
      [
        ['« ', ' »'],
        ['«', '»'],
        ['“', '”'],
        ['"', '"'],
        ['« ', ' »'],
        ['«\u00a0', '\u00a0»'],
      ] as const,
      random,
    ),
    colon: draw([' : ', ' : ', ': ', '\u00a0: '], random),
    capitalFamilyNames: random() < 0.06,
    capitalHeadline: random() < 0.07,
    isPlain: random() < 0.02,
    elides: true,
  };
}

type Mention = readonly [start: number, end: number, type: string];

/** Joins blocks of pieces into a text in the given style, with the spans of the typed pieces. */
export function joinPieces(
  blocks: readonly (readonly Piece[])[],
  style: Style,
  random: Random,
  gap: string,
): { text: string; ents: Mention[] } {
  let text = '';
  const ents: Mention[] = [];
  blocks.forEach((block, b) => {
    if (b > 0) text += gap === '\n' && random() < 0.5 ? '\n\n' : gap;
    const isShouted = style.capitalHeadline && b === 0 && blocks.length > 1;
    let isStart = true;
    for (const piece of mergeWords(block, style)) {
      let shown = dress(piece.text, style, isShouted);
      if (isStart && piece.type === undefined && shown !== '')
        shown = shown[0]!.toUpperCase() + shown.slice(1);
      if (shown.trim() === '') {
        text += shown;
        continue;
      }
      isStart = false;
      const start = text.length;
      text += shown;
      if (piece.type !== undefined) ents.push([start, text.length, piece.type]);
    }
  });
  return { text: text.replace(/ +$/, ''), ents };
}

/** Words between names are dressed together, so that signs see their neighbours. */
function mergeWords(block: readonly Piece[], style: Style): Piece[] {
  const merged: Piece[] = [];
  for (const piece of block) {
    const before = merged[merged.length - 1];
    if (before !== undefined && before.type === undefined && piece.type === undefined)
      merged[merged.length - 1] = { text: before.text + piece.text };
    else merged.push(piece);
  }
  return merged.map((piece, i) =>
    piece.type === undefined ? elideBefore(piece, merged[i + 1], style) : piece,
  );
}

/** `de` right before a name that begins with a vowel becomes `d’`. */
function elideBefore(piece: Piece, next: Piece | undefined, { apostrophe, elides }: Style): Piece {
  if (!elides) return piece;
  if (next === undefined || !/^[aeiouàâéèêîôAEIOUÀÂÉÈÊÎÔ]/.test(next.text)) return piece;
  return { text: piece.text.replace(/\b([dD]|qu|Qu|jusqu)e $/, `$1${apostrophe}`) };
}

function dress(text: string, style: Style, isShouted: boolean): string {
  let shown = text.replace(/['’]/g, style.apostrophe);
  shown = shown.replace(/« /g, style.quotes[0]).replace(/ »/g, style.quotes[1]).replace(/ : /g, style.colon);
  if (style.isPlain) shown = shown.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  if (style.isRejoined === true)
    shown = shown.replace(/(?<=\p{L})-(?=\p{L})/gu, ' - ').replace(/(?<=\p{L})’(?=\p{L})/gu, ' ’ ');
  return isShouted ? shown.toUpperCase() : shown;
}
