import ts from 'typescript';
import type { Edit } from '../facts/edit.ts';
import type { Remedy } from '../facts/effect.ts';
import { isFunctionNode, nameText } from './function-node.ts';
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
  const key = positionInScope(knowledge, call, env);
  if (key === undefined) return [];
  const edit = slotEdit(knowledge, slot, call, at, key);
  return edit === undefined ? [] : [{ kind: 'idempotency-key', edits: [edit] }];
}

/** An expression for the message's position from names that the call can see. */
function positionInScope(knowledge: Knowledge, call: ts.Node, env: Env | undefined): string | undefined {
  for (let at = call.parent; !ts.isSourceFile(at); at = at.parent) {
    if (!isFunctionNode(at)) continue;
    for (const parameter of at.parameters) {
      const key = positionFrom(knowledge, parameter, env);
      if (key !== undefined) return key;
    }
  }
  return undefined;
}

function positionFrom(
  knowledge: Knowledge,
  parameter: ts.ParameterDeclaration,
  env: Env | undefined,
): string | undefined {
  const { name } = parameter;
  if (ts.isIdentifier(name)) {
    const isPayload = knowledge
      .valuesOf({ node: name, env })
      .some(
        (v) =>
          v.kind === 'library' &&
          v.message &&
          knowledge.checker.getPropertyOfType(v.type, 'partition') !== undefined &&
          knowledge.checker.getPropertyOfType(v.type, 'message') !== undefined,
      );
    return isPayload ? template(`${name.text}.topic`, `${name.text}.partition`, `${name.text}.message`) : undefined;
  }
  if (!ts.isObjectBindingPattern(name)) return undefined;
  const local = (property: string): string | undefined => {
    const element = name.elements.find((e) => nameText(e.propertyName ?? e.name) === property);
    return element !== undefined && ts.isIdentifier(element.name) ? element.name.text : undefined;
  };
  const topic = local('topic');
  const partition = local('partition');
  const message = local('message');
  if (topic === undefined || partition === undefined || message === undefined) return undefined;
  return template(topic, partition, message);
}

function template(topic: string, partition: string, message: string): string {
  return `\`\${${topic}}-\${${partition}}-\${${message}.offset}\``;
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

export function insertion(knowledge: Knowledge, near: ts.Node, offset: number, text: string): Edit {
  return { place: knowledge.slice.placeAt(near.getSourceFile(), offset, offset), text };
}
