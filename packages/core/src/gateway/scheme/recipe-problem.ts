import { ProblemError } from '../../interfaces/index.js';

/** What a recipe asks for cannot be done; `path` leads to it in the manifest. */
export function recipeProblem(path: string, message: string, cause?: unknown): ProblemError {
  return new ProblemError({ code: 'MANIFEST_INVALID', message, place: { path } }, { cause });
}

/** A credential, or what a login brought, has another form than a step needs. Says nothing of its content. */
export function formProblem(path: string, message: string): ProblemError {
  return new ProblemError({ code: 'CREDENTIAL_INVALID', message, place: { path } });
}

/** What the plugin sent cannot carry what the gateway has to put into it. */
export function requestProblem(path: string, message: string): ProblemError {
  return new ProblemError({ code: 'INVALID_REQUEST', message, place: { path } });
}
