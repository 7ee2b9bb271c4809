import { readAnyText, type RawCuration } from './curationText.ts';
import { readRegularText } from './regularText.ts';

/** Reads the YAML; what the choices mean is not looked at. `isBroken`: nothing can be said of the rest then. */
export function readCurationText(text: string): RawCuration & { readonly isBroken: boolean } {
  const regular = readRegularText(text);
  return regular ? { ...regular, isBroken: false } : readAnyText(text);
}
