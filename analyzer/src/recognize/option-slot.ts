import ts from '../typescript.ts';
import type { Edit } from '../facts/edit.ts';
import type { Env } from './env.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { refsAt } from './path-refs.ts';
import { firstProperty } from './property-edits.ts';
import { stripExpression } from './strip.ts';
import type { Path } from './tag.ts';

/** An object literal, and the names that lead from it to an option: more than one where a block is missing, too. */
export interface OptionSlot {
  readonly holder: ts.ObjectLiteralExpression;
  readonly members: readonly string[];
}

/** The innermost object that is written out: a setting is added to the block that there is. */
export function slotFor(
  knowledge: Knowledge,
  call: AnyCall,
  env: Env | undefined,
  places: readonly Path[],
): OptionSlot | undefined {
  const slots = places.flatMap((path) => {
    for (let length = path.members.length - 1; length >= 0; length -= 1) {
      const at = refsAt(knowledge, call, { root: path.root, members: path.members.slice(0, length) }, env);
      const [only, ...others] = at.refs;
      if (only === undefined) continue;
      const holder = stripExpression(only.node);
      // A block that is there and not written out here would be hidden by a second one.
      if (others.length > 0 || !ts.isObjectLiteralExpression(holder)) return [];
      return [{ holder, members: path.members.slice(length), depth: length }];
    }
    return [];
  });
  // As few new blocks as possible, then as deep as possible.
  return slots.sort((a, b) => a.members.length - b.members.length || b.depth - a.depth)[0];
}

/** Writes an option, with the blocks around it that are missing. */
export function putInto(knowledge: Knowledge, { holder, members }: OptionSlot, value: string): readonly Edit[] {
  const [innermost = '', ...around] = [...members].reverse();
  const entry = around.reduce(
    (inner, name) => `${propertyText(name)}: { ${inner} }`,
    `${propertyText(innermost)}: ${value}`,
  );
  return firstProperty(knowledge, holder, entry);
}

function propertyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`;
}
