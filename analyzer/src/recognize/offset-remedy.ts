import ts from '../typescript.ts';
import type { Edit } from '../facts/edit.ts';
import type { Env } from './env.ts';
import type { Knowledge } from './knowledge.ts';
import { receiverOf } from './path-refs.ts';
import { positionInScope } from './position-in-scope.ts';
import { pathsOf } from './tag.ts';
import { tagsOf } from './tags-of.ts';
import type { Ref } from './value.ts';

/**
 * Where the transaction, the group and the message's position can be named at a commit, the edit that sends the offset
 * before it.
 */
export function offsetRemedy(
  knowledge: Knowledge,
  commit: ts.Node,
  env: Env | undefined,
  groupId: string | undefined,
): readonly Edit[] {
  const handle = ts.isCallExpression(commit) ? receiverOf(commit) : undefined;
  const statement = statementOf(commit);
  const position = positionInScope(knowledge, commit, env);
  const method = handle === undefined ? undefined : sendOffsetsOf(knowledge, { node: handle, env });
  if (
    handle === undefined ||
    method === undefined ||
    statement === undefined ||
    position === undefined ||
    groupId === undefined
  )
    return [];
  const { topic, partition, message } = position;
  const next = `(BigInt(${message}.offset) + 1n).toString()`;
  const topics = `[{ ${entry('topic', topic)}, partitions: [{ ${entry('partition', partition)}, offset: ${next} }] }]`;
  const call = `await ${handle.getText()}.${method.name}({ ${method.group}: ${quoted(groupId)}, topics: ${topics} });`;
  const file = statement.getSourceFile();
  const start = statement.getStart();
  const { character } = file.getLineAndCharacterOfPosition(start);
  const indent = file.text.slice(start - character, start);
  const lineEnd = file.text.includes('\r\n') ? '\r\n' : '\n';
  // A statement that shares its line with others has no line to copy the indentation from.
  if (indent.trim() !== '') return [];
  return [{ place: knowledge.slice.placeAt(file, start, start), text: `${call}${lineEnd}${indent}` }];
}

/** The method of a transaction that takes offsets by the id of the group, with the name of that argument. */
function sendOffsetsOf(
  knowledge: Knowledge,
  handle: Ref,
): { readonly name: string; readonly group: string } | undefined {
  const types = knowledge.valuesOf(handle).flatMap((value) => (value.kind === 'library' ? [value.type] : []));
  for (const property of types.flatMap((type) => type.getProperties())) {
    const tags = (property.declarations ?? []).flatMap((declaration) => tagsOf(declaration));
    const [path] = tags.filter(({ verb }) => verb === 'send-offsets').flatMap((tag) => pathsOf(tag, 'group'));
    const [group] = path?.members ?? [];
    if (group !== undefined) return { name: property.name, group };
  }
  return undefined;
}

/** Takes out the statement that an offset commit by hand is, with its line. */
export function statementRemoval(knowledge: Knowledge, call: ts.Node): readonly Edit[] {
  const statement = statementOf(call);
  if (statement === undefined || !ts.isBlock(statement.parent)) return [];
  const file = statement.getSourceFile();
  const { text } = file;
  const lineStart = text.lastIndexOf('\n', statement.getStart()) + 1;
  const lineEnd = text.indexOf('\n', statement.getEnd());
  const alone =
    text.slice(lineStart, statement.getStart()).trim() === '' && text.slice(statement.getEnd(), lineEnd).trim() === '';
  if (!alone || lineEnd < 0) return [{ place: knowledge.slice.placeOf(statement), text: '' }];
  return [{ place: knowledge.slice.placeAt(file, lineStart, lineEnd + 1), text: '' }];
}

/** The statement that consists of a call and its `await`. */
function statementOf(call: ts.Node): ts.ExpressionStatement | undefined {
  const holder = ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent;
  return ts.isExpressionStatement(holder) ? holder : undefined;
}

function entry(name: string, expression: string): string {
  return name === expression ? name : `${name}: ${expression}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
