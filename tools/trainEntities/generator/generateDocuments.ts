import type { LabelledText } from '../corpus.ts';
import { generateFrench } from './frenchDocuments.ts';
import type { NameLists } from './inventedNames.ts';
import { english, spanish } from './languages.ts';
import { generatePlain } from './plainDocuments.ts';

/** `count` French documents, half as many English and a third as many Spanish ones. */
export function generateDocuments(count: number, random: () => number, lists: NameLists): LabelledText[] {
  const times = (length: number, make: (i: number) => LabelledText): LabelledText[] =>
    Array.from({ length }, (_, i) => make(i));
  return [
    ...times(count, (i) => generateFrench(random, lists, `fr/${i}`)),
    ...times(count / 2, (i) => generatePlain(english, random, lists, `en/${i}`)),
    ...times(count / 3, (i) => generatePlain(spanish, random, lists, `es/${i}`)),
  ];
}
