import ts from '../typescript.ts';
import type { Edit } from '../facts/edit.ts';
import type { Remedy } from '../facts/effect.ts';
import { nameText } from './function-node.ts';
import { positionInScope } from './position-in-scope.ts';
import type { Env } from './env.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { pathsOf, type Tag } from './tag.ts';

/**
 * Where the API takes a key and the position of the message is in scope, the edit that passes one. Nothing but
 * topic, partition and offset is offered: a field of the payload may be shared by two messages that both count.
 */
export function keyRemedies(
  knowledge: Knowledge,
  tags: readonly Tag[],
  call: AnyCall,
  env: Env | undefined,
): readonly Remedy[] {
  const slot = tags.find((tag) => tag.verb === 'key-slot');
  const at = slot === undefined ? undefined : pathsOf(slot, 'at')[0]?.root;
  if (slot === undefined || typeof at !== 'number' || ts.isTaggedTemplateExpression(call)) return [];
  const key = keyInScope(knowledge, call, env);
  const edit = key === undefined ? undefined : slotEdit(knowledge, slot, call, at, key);
  return edit === undefined ? [] : [{ kind: 'idempotency-key', edits: [edit] }];
}

/** The edit that puts a stable key in the place of another, where the position of the message is in scope. */
export function stableKeyRemedies(
  knowledge: Knowledge,
  written: ts.Expression,
  env: Env | undefined,
): readonly Remedy[] {
  const key = keyInScope(knowledge, written, env);
  if (key === undefined) return [];
  const place = knowledge.slice.placeOf(written);
  // `{ idempotencyKey }` stands for a name and its value.
  const text = ts.isShorthandPropertyAssignment(written.parent) ? `${written.getText()}: ${key}` : key;
  return [{ kind: 'stable-key', edits: [{ place, text }] }];
}

function keyInScope(knowledge: Knowledge, at: ts.Node, env: Env | undefined): string | undefined {
  const position = positionInScope(knowledge, at, env);
  return position && `\`\${${position.topic}}-\${${position.partition}}-\${${position.message}.offset}\``;
}

function slotEdit(
  knowledge: Knowledge,
  slot: Tag,
  call: ts.CallExpression | ts.NewExpression,
  at: number,
  key: string,
): Edit | undefined {
  const header = slot.values.get('header');
  const property = slot.values.get('property');
  const entry = header === undefined ? `${property ?? ''}: ${key}` : `'${header}': ${key}`;
  const written = header === undefined ? entry : `headers: { ${entry} }`;
  const args = call.arguments ?? [];
  const options = args[at];
  const last = args.at(-1);
  if (options === undefined) {
    if (args.length !== at || last === undefined) return undefined;
    return insertion(knowledge, call, last.getEnd(), `, { ${written} }`);
  }
  if (!ts.isObjectLiteralExpression(options)) return undefined;
  const headers = header === undefined ? undefined : headersOf(options);
  return headers === undefined ? intoObject(knowledge, options, written) : intoObject(knowledge, headers, entry);
}

function headersOf(options: ts.ObjectLiteralExpression): ts.ObjectLiteralExpression | undefined {
  const property = options.properties.find((p) => nameText(p.name) === 'headers');
  const value = property !== undefined && ts.isPropertyAssignment(property) ? property.initializer : undefined;
  return value !== undefined && ts.isObjectLiteralExpression(value) ? value : undefined;
}

function intoObject(knowledge: Knowledge, object: ts.ObjectLiteralExpression, entry: string): Edit {
  const text = object.properties.length === 0 ? ` ${entry} ` : ` ${entry},`;
  return insertion(knowledge, object, object.getStart() + 1, text);
}

function insertion(knowledge: Knowledge, near: ts.Node, offset: number, text: string): Edit {
  return { place: knowledge.slice.placeAt(near.getSourceFile(), offset, offset), text };
}
