/** ISO 639-1 code of a language as another program names it: `FRENCH`, `fra`, `fr`; `und` for what is none. */
export function languageCode(value: string): string {
  const byName = codesByName().get(value.toLowerCase());
  if (byName !== undefined) return byName;
  if (!/^[a-z]{2,3}$/i.test(value)) return 'und';
  try {
    return Intl.getCanonicalLocales(value)[0] ?? 'und';
  } catch {
    return 'und';
  }
}

let known: ReadonlyMap<string, string> | undefined;

/** Codes by the English names of languages, in small letters. */
function codesByName(): ReadonlyMap<string, string> {
  if (known) return known;
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i));
  const codes = letters.flatMap((a) => letters.map((b) => a + b));
  const named = codes.flatMap((code): [string, string][] => {
    const name = names.of(code);
    // A code that is out of use has the name of the one that took its place.
    return name === undefined || Intl.getCanonicalLocales(code)[0] !== code
      ? []
      : [[name.toLowerCase(), code]];
  });
  return (known = new Map(named));
}
