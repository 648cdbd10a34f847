import {
  currentEnvironment,
  inspectPackage,
  isAcceptable,
  type Finding,
  type InspectedPackage,
} from '@bourse/core';
import { placeInSources } from '../build/place-in-sources.js';
import { printFindings } from './print-findings.js';
import type { CommandRequest } from './run-command.js';
import type { ExitCode, Terminal } from './terminal.js';
import { findSlowLimits } from './slow-limits.js';
import { tryInCell } from './try-in-cell.js';

/** `bourse-plugin validate` */
export async function runValidate({ path, json }: CommandRequest, terminal: Terminal): Promise<ExitCode> {
  const inspected = inspectPackage(path, currentEnvironment());
  const findings = placeInSources(
    [...inspected.findings, ...findLimits(inspected), ...(await tryIfAcceptable(inspected))],
    path,
  );
  const plugin = identityOf(inspected);
  const ok = isAcceptable(findings);
  if (json) terminal.write(`${JSON.stringify({ ...plugin, ok, findings }, null, 2)}\n`);
  else if (ok)
    terminal.write(`${printFindings(findings)}${plugin.id} ${plugin.version} is fine and runs in a cell.\n`);
  else terminal.complain(printFindings(findings));
  return ok ? 0 : 1;
}

function findLimits({ content }: InspectedPackage): readonly Finding[] {
  const manifest = content?.manifest;
  return manifest?.dialect === 'bourse' ? findSlowLimits(manifest) : [];
}

async function tryIfAcceptable({ content, findings }: InspectedPackage): Promise<readonly Finding[]> {
  return content !== undefined && isAcceptable(findings) ? tryInCell(content) : [];
}

function identityOf({ content }: InspectedPackage): { readonly id?: string; readonly version?: string } {
  const manifest = content?.manifest;
  if (manifest === undefined) return {};
  return { id: manifest.id, ...(manifest.version === undefined ? {} : { version: manifest.version }) };
}
