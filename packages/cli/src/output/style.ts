import { styleText, type InspectColor } from 'node:util';

/** What a piece of text means; how that looks is decided here and nowhere else. */
export type Meaning = 'heading' | 'quiet' | 'good' | 'warning' | 'bad' | 'accent';

/** Marks text with a meaning, or returns it as it is where colours are off. */
export type Style = (meaning: Meaning, text: string) => string;

const FORMATS: Readonly<Record<Meaning, InspectColor>> = {
  heading: 'bold',
  quiet: 'dim',
  good: 'green',
  warning: 'yellow',
  bad: 'red',
  accent: 'cyan',
};

export function createStyle(isColored: boolean): Style {
  return isColored
    ? (meaning, text) => styleText(FORMATS[meaning], text, { validateStream: false })
    : (_meaning, text) => text;
}
