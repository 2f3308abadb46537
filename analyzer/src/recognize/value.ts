import type ts from 'typescript';
import type { Env } from './env.ts';

/** A function with a body: what can be lowered and called. */
export type FunctionNode =
  | ts.ArrowFunction
  | ts.FunctionExpression
  | ts.FunctionDeclaration
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.GetAccessorDeclaration
  | ts.SetAccessorDeclaration;

/** An expression and the calls it is seen through. */
export interface Ref {
  readonly node: ts.Expression;
  readonly env: Env | undefined;
}

export type Constant = string | number | boolean | bigint | null | undefined;

/** A function of the workspace together with what its free names mean. */
export interface FunctionValue {
  readonly kind: 'function';
  readonly fn: FunctionNode;
  readonly closure: Env | undefined;
  readonly self: Value | undefined;
}

/** One turn of a loop that is handed messages, as the first line of a unit of work. */
export interface Turn {
  readonly kind: 'turn';
  readonly fn: ts.IterationStatement;
}

/** An object of a workspace class; without a creation it stands for any object of that class. */
export interface InstanceValue {
  readonly kind: 'instance';
  readonly declaration: ts.ClassLikeDeclaration;
  readonly creation: { readonly node: ts.NewExpression; readonly env: Env | undefined } | undefined;
}

/** An object that a stub describes. `message` marks the payload of a handler and what is read from it. */
export interface LibraryValue {
  readonly kind: 'library';
  readonly type: ts.Type;
  /** The call, `new` or parameter it comes from. */
  readonly origin: ts.Node;
  readonly env: Env | undefined;
  readonly message: boolean;
}

/** What an expression may be. `opaque` is honest ignorance: whatever rests on it stays unknown. */
export type Value =
  | { readonly kind: 'constant'; readonly value: Constant }
  | { readonly kind: 'object'; readonly node: ts.ObjectLiteralExpression; readonly env: Env | undefined }
  | { readonly kind: 'array'; readonly node: ts.ArrayLiteralExpression; readonly env: Env | undefined }
  /** `Object.assign(a, b)`: the last one that has a property wins. */
  | { readonly kind: 'merged'; readonly parts: readonly Ref[] }
  | { readonly kind: 'class'; readonly declaration: ts.ClassLikeDeclaration }
  | FunctionValue
  | InstanceValue
  | LibraryValue
  | { readonly kind: 'opaque' };

/** What a parameter stands for: an argument, an element of a collection, or a value that no expression gives. */
export type Binding =
  | { readonly kind: 'argument'; readonly ref: Ref }
  | { readonly kind: 'element'; readonly of: Ref }
  | { readonly kind: 'value'; readonly value: Value };

export const OPAQUE: Value = { kind: 'opaque' };

/** Where a value comes from. */
export function nodesBehind(value: Value): readonly ts.Node[] {
  switch (value.kind) {
    case 'object':
    case 'array':
      return [value.node];
    case 'merged':
      return value.parts.map(({ node }) => node);
    case 'class':
      return [value.declaration];
    case 'function':
      return [value.fn];
    case 'instance':
      return value.creation === undefined ? [value.declaration] : [value.declaration, value.creation.node];
    case 'library':
      return [value.origin];
    case 'constant':
    case 'opaque':
      return [];
  }
}
