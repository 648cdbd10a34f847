const FLOOR = [20, 19];

/** Says in one sentence why this Node cannot even start the installation; undefined when it can. */
export function refusalOf(version) {
  const [major, minor] = version.split('.').map(Number);
  const enough = major > FLOOR[0] || (major === FLOOR[0] && minor >= FLOOR[1]);
  if (enough) return undefined;
  return `Bourse installs its own Node, but needs Node ${FLOOR.join('.')} or newer to begin; this is Node ${version}.`;
}
