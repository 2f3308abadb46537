import ts from '../typescript.ts';
import type { Env } from './env.ts';
import { isFunctionNode, nameText } from './function-node.ts';
import type { Knowledge } from './knowledge.ts';

/** Expressions that name the consumed message's position at some place of the source. */
export interface Position {
  readonly topic: string;
  readonly partition: string;
  readonly message: string;
}

/** The position of the message in names that a call can see; undefined where none of its functions is the handler. */
export function positionInScope(knowledge: Knowledge, call: ts.Node, env: Env | undefined): Position | undefined {
  for (let at = call.parent; !ts.isSourceFile(at); at = at.parent) {
    if (!isFunctionNode(at)) continue;
    for (const parameter of at.parameters) {
      const position = positionFrom(knowledge, parameter, env);
      if (position !== undefined) return position;
    }
  }
  return undefined;
}

function positionFrom(
  knowledge: Knowledge,
  parameter: ts.ParameterDeclaration,
  env: Env | undefined,
): Position | undefined {
  const { name } = parameter;
  if (ts.isIdentifier(name)) {
    const { text } = name;
    if (!isPayload(knowledge, name, env)) return undefined;
    return { topic: `${text}.topic`, partition: `${text}.partition`, message: `${text}.message` };
  }
  if (!ts.isObjectBindingPattern(name)) return undefined;
  const local = (property: string): string | undefined => {
    const element = name.elements.find((e) => nameText(e.propertyName ?? e.name) === property);
    return element !== undefined && ts.isIdentifier(element.name) ? element.name.text : undefined;
  };
  const topic = local('topic');
  const partition = local('partition');
  const message = local('message');
  return topic === undefined || partition === undefined || message === undefined
    ? undefined
    : { topic, partition, message };
}

function isPayload(knowledge: Knowledge, name: ts.Identifier, env: Env | undefined): boolean {
  const has = (type: ts.Type, property: string): boolean =>
    knowledge.checker.getPropertyOfType(type, property) !== undefined;
  return knowledge
    .valuesOf({ node: name, env })
    .some(
      (value) =>
        value.kind === 'library' && value.message && has(value.type, 'partition') && has(value.type, 'message'),
    );
}
