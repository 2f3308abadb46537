import type { Members } from './outline.ts';

/** Collects names with the members taken from them. */
export interface MemberTable {
  readonly members: Members;
  add(name: string, member: string): void;
}

export function createMemberTable(): MemberTable {
  const members = new Map<string, Set<string>>();
  return {
    members,
    add(name, member) {
      const known = members.get(name);
      if (known) known.add(member);
      else members.set(name, new Set([member]));
    },
  };
}
