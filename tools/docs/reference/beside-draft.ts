import type { DocumentedExport, DocumentedMember } from './documented-export.ts';

/** A record whose draft stands on the same page: what it has beyond the draft, and where the rest is. */
export function besideDraft(
  record: DocumentedExport,
  exports: readonly DocumentedExport[],
): DocumentedExport {
  const draft = exports.find(({ name }) => name === `${record.name}Draft`);
  if (draft === undefined) return record;
  const members = record.members.filter((member) => !draft.members.some((other) => isSame(member, other)));
  const note = `It has the members of [${draft.name}](#${draft.name.toLowerCase()}), and these instead or besides:`;
  return { ...record, members, notes: [...record.notes, note] };
}

function isSame(member: DocumentedMember, other: DocumentedMember): boolean {
  return (
    member.name === other.name &&
    member.isOptional === other.isOptional &&
    member.form === other.form &&
    member.text === other.text
  );
}
