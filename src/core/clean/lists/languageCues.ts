import { arabic } from './arabic.ts';
import type { LanguageCues } from './cueList.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { greek } from './greek.ts';
import { italian } from './italian.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';

/** All lists at once: a page of one language has buttons in another more often than not. */
export const languageCues: readonly LanguageCues[] = [
  french,
  english,
  spanish,
  arabic,
  german,
  italian,
  portuguese,
  russian,
  greek,
  polish,
];
