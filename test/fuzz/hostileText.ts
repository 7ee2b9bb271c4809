/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What readers look for, and what has broken readers. */
const pieces = [
  'Publié le 12 mars 2019',
  'Par Jean Martin',
  'PARIS (AFP) — ',
  'By Ann Lee and Bo Li',
  '2019-03-12T10:00:00Z',
  '31/02/2020',
  'le 1er janvier',
  'Banque du Littoral (BDL)',
  'M. Dupont',
  'Lire aussi : ',
  'Partager',
  '- 12 h 30',
  'Madrid, 3 feb. ',
  'S.A.',
  'A.',
  'a',
  'é',
  'œ',
  'ﬁ',
  'İ',
  'ẞ',
  '\u0000',
  '\ud83e',
  '\udd89',
  '🦉',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u0301',
  '\u00a0',
  '«',
  '»',
  '"',
  "'",
  '’',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '|',
  '||||',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  ' ',
  '   ',
  '.',
  '...',
  ',',
  ';',
  ':',
  '-',
  '—',
  '*',
  '#',
  '##',
  '> ',
  '`',
  '```',
  '---\n',
  '~',
  '\\',
  '/',
  '&',
  '&amp;',
  '&#x0;',
  '&#1114112;',
  '<p>',
  '</p>',
  '<div class="content">',
  '</div>',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<a href="',
  'https://example.org/2019/03/12/a',
  '<time datetime="',
  '<meta property="og:title" content="',
  '<script type="application/ld+json">{"@graph":[',
  '{"text":"',
  '"}',
  '\\u',
  '\\ud83e',
  'null',
  '1e999',
  '-0',
  '[1,',
  'title,text,date\n',
  '"a""b",',
  ';',
  'text: ',
  '- ',
  '? ',
  '!!js ',
  '&x ',
  '*x',
  'version: 1\n',
  'entities:\n',
  '  - merge: ',
  'passages:\n',
  'dates:\n',
  'fields:\n',
  '  text: ',
  ' AND ',
  ' OR ',
  ' NOT ',
  ' NEAR/3 ',
  'NEAR',
  '*"',
];

/** A text of about `length` UTF-16 code units: pieces in any order, some said again and again. */
export function hostileText(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) {
    const piece = pieces[Math.floor(random() * pieces.length)]!;
    const dice = random();
    if (dice < 0.05)
      text += piece.repeat(1 + Math.floor((random() * (length - text.length)) / piece.length / 2));
    else if (dice < 0.15) text += String.fromCharCode(Math.floor(random() ** 3 * 0x10000));
    else text += piece;
  }
  return text.slice(0, length);
}

/** Mostly short ones; a few as long as an article. */
export function hostileLength(random: () => number): number {
  const dice = random();
  if (dice < 0.9) return Math.floor(random() * 120);
  return dice < 0.995 ? Math.floor(random() * 1500) : Math.floor(random() * 12_000);
}
