import { czech } from './czech.js';
import { danish } from './danish.js';
import { dutch } from './dutch.js';
import { english } from './english.js';
import { french } from './french.js';
import { german } from './german.js';
import { italian } from './italian.js';
import type { Language } from './language.js';
import { polish } from './polish.js';
import { portuguese } from './portuguese.js';
import { spanish } from './spanish.js';
import { swedish } from './swedish.js';

/** The languages whose words are known. A file may mix them: its header in one, its descriptions in others. */
export const LANGUAGES: readonly Language[] = [
  dutch,
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  polish,
  czech,
  danish,
  swedish,
];
