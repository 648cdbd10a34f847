/** A line for the person at the terminal. On stderr, because stdout belongs to the program. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
