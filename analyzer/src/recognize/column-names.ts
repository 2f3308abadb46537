import ts from '../typescript.ts';
import { declaredAt, type DeclaredKey } from './declared-key.ts';
import { nameText } from './function-node.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { refsAt } from './path-refs.ts';
import { stripExpression } from './strip.ts';
import { applies } from './tag-condition.ts';
import { pathsOf } from './tag.ts';
import { tagsOfCall } from './tags-of-call.ts';
import type { Ref } from './value.ts';

/** What a call says about unique keys: that its own column is one, or that the columns it names are one together. */
export interface UniqueColumns {
  readonly isColumn: boolean;
  readonly keys: readonly DeclaredKey[];
}

export function uniqueColumnsOf(knowledge: Knowledge, call: AnyCall): UniqueColumns {
  const tags = tagsOfCall(knowledge, call, undefined).filter(
    (tag) => applies(knowledge, tag, call, undefined) === 'yes',
  );
  const keys = tags
    .filter(({ verb }) => verb === 'unique-columns')
    .flatMap((tag) => pathsOf(tag, 'at'))
    .map((path) => refsAt(knowledge, call, path, undefined).refs.flatMap((ref) => namesAt(knowledge, ref)))
    .filter((names) => names.length > 0)
    .map((columns): DeclaredKey => ({ columns, declaredAt: declaredAt(knowledge, ownPart(call)) }));
  return { isColumn: tags.some(({ verb }) => verb === 'unique-column'), keys };
}

/** Of `unique().on(t.a, t.b)`, written over several lines, the last one says it. */
function ownPart(call: AnyCall): ts.Node {
  const callee = ts.isTaggedTemplateExpression(call) ? call.tag : stripExpression(call.expression);
  return ts.isPropertyAccessExpression(callee) ? callee.name : call;
}

/** The columns named by `['a', 'b']`, `{ a: 1, b: -1 }`, `[t.a, t.b]` or `t.a`. */
function namesAt(knowledge: Knowledge, ref: Ref): readonly string[] {
  const node = stripExpression(ref.node);
  if (ts.isPropertyAccessExpression(node)) return [node.name.text];
  return knowledge.valuesOf(ref).flatMap((value) => {
    if (value.kind === 'constant') return typeof value.value === 'string' ? [value.value] : [];
    if (value.kind === 'object') return value.node.properties.flatMap((property) => nameText(property.name) ?? []);
    if (value.kind !== 'array') return [];
    return value.node.elements.flatMap((element) => namesAt(knowledge, { node: element, env: value.env }));
  });
}

/** The columns of a description that are unique by themselves: `{ unique: true }` under one of the flags, or built so. */
export function columnsIn(knowledge: Knowledge, ref: Ref, flags: readonly string[]): readonly DeclaredKey[] {
  return knowledge.valuesOf(ref).flatMap((value) => {
    if (value.kind !== 'object') return [];
    return value.node.properties.filter(ts.isPropertyAssignment).flatMap((property) => {
      const name = nameText(property.name);
      const column: Ref = { node: property.initializer, env: value.env };
      const isUnique = isBuiltUnique(knowledge, property.initializer) || isFlagged(knowledge, column, flags);
      return name !== undefined && isUnique ? [{ columns: [name], declaredAt: declaredAt(knowledge, property) }] : [];
    });
  });
}

/** `text('event_id').notNull().unique()`. */
function isBuiltUnique(knowledge: Knowledge, built: ts.Expression): boolean {
  for (let at = stripExpression(built); ts.isCallExpression(at);) {
    if (uniqueColumnsOf(knowledge, at).isColumn) return true;
    const callee = stripExpression(at.expression);
    if (!ts.isPropertyAccessExpression(callee)) return false;
    at = stripExpression(callee.expression);
  }
  return false;
}

function isFlagged(knowledge: Knowledge, column: Ref, flags: readonly string[]): boolean {
  return knowledge.valuesOf(column).some(
    (value) =>
      value.kind === 'object' &&
      value.node.properties.some((property) => {
        if (!ts.isPropertyAssignment(property) || !flags.includes(nameText(property.name) ?? '')) return false;
        // A name in place of `true` is the name of the index.
        const values = knowledge.valuesOf({ node: property.initializer, env: value.env });
        return values.every((flag) => flag.kind === 'constant' && flag.value !== false && flag.value !== undefined);
      }),
  );
}
