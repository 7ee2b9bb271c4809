import fc from 'fast-check';

/** Titles, names and paths as somebody would write them who wants to get out of the place where they are shown. */
export const hostileStrings: readonly string[] = [
  '[click](command:workbench.action.quit)',
  '[click](https://evil.invalid) ![x](https://evil.invalid/x.png)',
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  '</td></table><a href="command:workbench.action.quit">x</a>',
  'https://evil.invalid www.evil.invalid evil@evil.invalid <https://evil.invalid>',
  '**b** _i_ `c` ~~s~~ $(bug) $(sync~spin) | a | b |',
  '\n\n# heading\n\n- list\n\n```sh\nrm\n```\n> quote\n',
  '\\[a\\](command:x) \\\\[b](command:y)',
  '&lt;b&gt; &#91;x&#93;(command:z) &amp;#91;',
  '[ref]: command:evil "t"\n[ref] [^1] [^1]: note',
  '\u202e[kcilc]\u2028(command:x)\u0000\u0007',
  '=cmd|"/c calc"!A1',
];

const marks = ['[', ']', '(', ')', '<', '>', '!', '`', '*', '_', '\\', '|', '#', '&', '$(x)', ':', '\n', ' '];
const words = [
  'command:x',
  'https://evil.invalid',
  'www.evil.invalid',
  '](',
  'é',
  'a',
  'javascript:alert(1)',
];

/** Such strings, made up. */
export const hostileText = fc
  .array(fc.constantFrom(...marks, ...words, ...hostileStrings), { maxLength: 12 })
  .map((parts) => parts.join(''));
