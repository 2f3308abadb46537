import ts from '../typescript.ts';
import type { Env } from './env.ts';
import type { Knowledge } from './knowledge.ts';
import { tagsOf } from './tags-of.ts';
import { OPAQUE, type Value } from './value.ts';

/** What the declared type alone says: a library's object, an object of a workspace class, or nothing. */
export function typedValue(knowledge: Knowledge, origin: ts.Node, declared: ts.Type, env: Env | undefined): Value {
  const type = plainType(knowledge, declared);
  const declaration = declarationsOf(type)[0];
  if (declaration === undefined) return OPAQUE;
  if (isStubNode(knowledge, declaration)) {
    return { kind: 'library', type, origin, env, message: isMessage(knowledge, type) };
  }
  if (ts.isClassLike(declaration)) return { kind: 'instance', declaration, creation: undefined };
  return OPAQUE;
}

/** A type, or a list of a type, that its library tags as what consumers are handed. */
function isMessage({ checker }: Knowledge, type: ts.Type): boolean {
  const element = checker.isArrayType(type) ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined;
  return declarationsOf(element ?? type).some((declaration) =>
    tagsOf(declaration).some(({ verb }) => verb === 'message'),
  );
}

/** The type without promise, null and undefined. */
export function plainType(knowledge: Knowledge, type: ts.Type): ts.Type {
  const awaited = knowledge.checker.getAwaitedType(type) ?? type;
  return knowledge.checker.getNonNullableType(awaited);
}

export function declarationsOf(type: ts.Type): readonly ts.Declaration[] {
  const own = symbolOf(type)?.declarations ?? type.aliasSymbol?.declarations;
  if (own !== undefined && own.length > 0) return own;
  return type.isUnionOrIntersection() ? type.types.flatMap((part) => declarationsOf(part)) : [];
}

/** The compiler types `symbol` as always present; a primitive has none. */
function symbolOf(type: ts.Type): ts.Symbol | undefined {
  return type.getSymbol();
}

export function isStubNode(knowledge: Knowledge, node: ts.Node): boolean {
  return knowledge.slice.stubOf(node.getSourceFile()) !== undefined;
}
