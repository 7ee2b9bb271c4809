import { arabic } from './arabic.ts';
import type { LanguageCues } from './cueList.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { spanish } from './spanish.ts';

/** All lists at once: a page of one language has buttons in another more often than not. */
export const languageCues: readonly LanguageCues[] = [french, english, spanish, arabic];
