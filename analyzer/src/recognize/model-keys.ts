import ts from '../typescript.ts';
import { eachNode } from '../program/nodes-in.ts';
import { columnsIn, uniqueColumnsOf } from './column-names.ts';
import { declaredAt, type DeclaredKey } from './declared-key.ts';
import { decoratorCalls } from './decorator-calls.ts';
import { nameText } from './function-node.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { receiverOf, refsAt } from './path-refs.ts';
import { callsTagged } from './tagged-calls.ts';
import { pathsOf, type Tag } from './tag.ts';
import { isTagged, tagsOfCall } from './tags-of-call.ts';
import type { Ref, Value } from './value.ts';

/** Where a model is declared: a class, or the call that makes a table, a schema or a model. */
type Declaration = ts.ClassLikeDeclaration | AnyCall;

const known = new WeakMap<Knowledge, Map<Declaration, readonly DeclaredKey[]>>();

/** The unique keys that the source declares for the model, table or repository that an expression stands for. */
export function modelKeys(knowledge: Knowledge, ref: Ref): readonly DeclaredKey[] {
  return [...new Set(declarationsOf(knowledge, ref))].flatMap((declaration) => keysOf(knowledge, declaration));
}

function declarationsOf(knowledge: Knowledge, ref: Ref): readonly Declaration[] {
  const byValue = knowledge.valuesOf(ref).flatMap(declarationOf);
  return byValue.length > 0 && byValue.some((each) => !ts.isCallExpression(each) || isTable(knowledge, each))
    ? byValue
    : classesIn(knowledge, knowledge.checker.getTypeAtLocation(ref.node));
}

function declarationOf(value: Value): readonly Declaration[] {
  if (value.kind === 'class' || value.kind === 'instance') return [value.declaration];
  if (value.kind !== 'library') return [];
  const { origin } = value;
  return ts.isCallExpression(origin) || ts.isNewExpression(origin) ? [origin] : [];
}

function isTable(knowledge: Knowledge, call: AnyCall): boolean {
  return isTagged(knowledge, call, undefined, 'table');
}

/** `Repository<Payment>`, `Model<HydratedDocument<Order>>`: the classes among the type's arguments. */
function classesIn(knowledge: Knowledge, type: ts.Type): readonly ts.ClassLikeDeclaration[] {
  const given = isReference(type) ? knowledge.checker.getTypeArguments(type) : [];
  return [...given, ...(type.aliasTypeArguments ?? [])]
    .flatMap((each) => [each, ...(each.isIntersection() ? each.types : []), ...(each.aliasTypeArguments ?? [])])
    .flatMap((each) => each.getSymbol()?.declarations?.filter(ts.isClassLike) ?? []);
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return 'target' in type && (type.flags & ts.TypeFlags.Object) !== 0;
}

function keysOf(knowledge: Knowledge, declaration: Declaration): readonly DeclaredKey[] {
  const table = known.get(knowledge) ?? new Map<Declaration, readonly DeclaredKey[]>();
  known.set(knowledge, table);
  const seen = table.get(declaration);
  if (seen !== undefined) return seen;
  // A schema that names itself ends here.
  table.set(declaration, []);
  const own = ts.isClassLike(declaration) ? classKeys(knowledge, declaration) : callKeys(knowledge, declaration);
  const keys = [...own, ...keysAddedTo(knowledge, declaration)];
  table.set(declaration, keys);
  return keys;
}

/** What decorators say about the columns of an entity, and about the entity. */
function classKeys(knowledge: Knowledge, declaration: ts.ClassLikeDeclaration): readonly DeclaredKey[] {
  const ofColumns = declaration.members.flatMap((member): readonly DeclaredKey[] => {
    const name = nameText(member.name);
    const unique = decoratorCalls(member).find((call) => uniqueColumnsOf(knowledge, call).isColumn);
    return name !== undefined && unique !== undefined
      ? [{ columns: [name], declaredAt: declaredAt(knowledge, unique) }]
      : [];
  });
  return [...ofColumns, ...decoratorCalls(declaration).flatMap((call) => uniqueColumnsOf(knowledge, call).keys)];
}

function callKeys(knowledge: Knowledge, call: AnyCall): readonly DeclaredKey[] {
  return tagsOfCall(knowledge, call, undefined)
    .filter(({ verb }) => verb === 'table')
    .flatMap((tag) => tableKeys(knowledge, call, tag));
}

/** `columns=` are described one by one, `keys=` name several; the table may also be what stands `at=` a path. */
function tableKeys(knowledge: Knowledge, call: AnyCall, tag: Tag): readonly DeclaredKey[] {
  const refs = (name: string): readonly Ref[] =>
    pathsOf(tag, name).flatMap((path) => refsAt(knowledge, call, path, undefined).refs);
  return [
    ...refs('at').flatMap((ref) => modelKeys(knowledge, ref)),
    ...refs('columns').flatMap((ref) => columnsIn(knowledge, ref, (tag.values.get('keys') ?? '').split(','))),
    ...refs('indexes').flatMap((ref) => indexKeys(knowledge, ref)),
  ];
}

/** The calls below an expression that declare a key, `unique().on(t.a, t.b)`, and descriptions: `{ unique: true, fields: ['a'] }`. */
function indexKeys(knowledge: Knowledge, ref: Ref): readonly DeclaredKey[] {
  const found: DeclaredKey[] = [];
  eachNode(ref.node, (node) => {
    if (ts.isCallExpression(node)) found.push(...uniqueColumnsOf(knowledge, node).keys);
    if (ts.isObjectLiteralExpression(node)) found.push(...describedKey(knowledge, node));
  });
  return found;
}

function describedKey(knowledge: Knowledge, node: ts.ObjectLiteralExpression): readonly DeclaredKey[] {
  const property = (name: string): ts.Expression | undefined =>
    node.properties.filter(ts.isPropertyAssignment).find((each) => nameText(each.name) === name)?.initializer;
  const fields = property('fields');
  if (property('unique')?.kind !== ts.SyntaxKind.TrueKeyword || fields === undefined) return [];
  const names = knowledge.valuesOf({ node: fields, env: undefined }).flatMap((value) => {
    const elements = value.kind === 'array' ? value.node.elements : [];
    return elements.flatMap((element) => (ts.isStringLiteralLike(element) ? [element.text] : []));
  });
  return names.length === 0 ? [] : [{ columns: names, declaredAt: declaredAt(knowledge, node) }];
}

/** `schema.index({ … }, { unique: true })`, `Order.init({ … })`: what is said about a model after it was made. */
function keysAddedTo(knowledge: Knowledge, declaration: Declaration): readonly DeclaredKey[] {
  const concerns = (call: AnyCall): boolean => {
    const receiver = receiverOf(call);
    const values = receiver === undefined ? [] : knowledge.valuesOf({ node: receiver, env: undefined });
    return values.flatMap(declarationOf).includes(declaration);
  };
  const indexes = callsTagged(knowledge, 'unique-columns').filter(concerns);
  const tables = callsTagged(knowledge, 'table').filter((call) => call !== declaration && concerns(call));
  return [
    ...indexes.flatMap((call) => uniqueColumnsOf(knowledge, call).keys),
    ...(ts.isClassLike(declaration) ? tables.flatMap((call) => callKeys(knowledge, call)) : []),
  ];
}
