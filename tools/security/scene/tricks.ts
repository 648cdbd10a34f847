/** Text that does something to whoever reads it on a terminal: clears the screen, sets a title, turns the direction, hides. */
export const TRICKS = [
  '\u001b[2J\u001b[1;1H',
  '\u001b]0;gone\u0007',
  '\u009b31m',
  '\rgood',
  '\u0008\u0008\u0008',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u2028',
  '\u{e0041}',
].join('safe');
