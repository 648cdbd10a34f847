/** Why no plugin is made. Codes never change their meaning. */
export const REFUSAL_CODES = {
  COMMAND_LINE_INVALID: 'The command line is not understood.',
  ANSWER_MISSING: 'A question has no answer, and nobody can be asked.',
  NAME_INVALID: 'The name cannot be that of a plugin.',
  NAME_RESERVED: 'The name means something else already.',
  NAME_TAKEN: 'A plugin beside the new one has that name.',
  INSTITUTION_INVALID: 'The institution cannot be named like this.',
  TYPE_UNKNOWN: 'There is no such type of plugins.',
  TYPE_NOT_YET_SERVED: 'No contract version serves plugins of this type.',
  NEEDS_INVALID: 'The needs do not fit together, or not to the type.',
  FOLDER_NOT_EMPTY: 'The folder has something in it already.',
  FOLDER_NOT_WRITABLE: 'The folder cannot be written.',
  INSTALL_FAILED: 'The packages of the new plugin could not be installed.',
} as const;

export type RefusalCode = keyof typeof REFUSAL_CODES;

/** Says why no plugin is made, and what to do about it. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly remedy: string;

  constructor(code: RefusalCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.remedy = remedy;
  }
}
