/** The variables of the environment for the author's tools: without ours, which may hold credentials. */
export function toolVariables(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('BOURSE_')));
}
