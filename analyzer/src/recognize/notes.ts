import type ts from 'typescript';
import { bodyOf, isFunctionNode } from './function-node.ts';

/** Where what is read stands: each node, and what symbols and types are declared by. */
export interface Notes<Home> {
  readonly homes: ReadonlySet<Home>;
  readonly note: (node: ts.Node) => void;
  readonly noteSymbol: (symbol: ts.Symbol | undefined) => void;
  readonly noteType: (type: ts.Type) => void;
}

export function openNotes<Home>(homeOf: (node: ts.Node) => Home): Notes<Home> {
  const homes = new Set<Home>();
  const types = new Set<ts.Type>();
  const note = (node: ts.Node): void => {
    homes.add(homeOf(node));
    // What a function does is in its body, also where there is nothing in it yet that could be noted.
    if (isFunctionNode(node)) homes.add(homeOf(bodyOf(node)));
  };
  const noteSymbol = (symbol: ts.Symbol | undefined): void => {
    symbol?.declarations?.forEach(note);
  };
  const noteType = (type: ts.Type): void => {
    if (types.has(type)) return;
    types.add(type);
    noteSymbol(type.getSymbol());
    noteSymbol(type.aliasSymbol);
    type.aliasTypeArguments?.forEach(noteType);
    if (type.isUnionOrIntersection()) type.types.forEach(noteType);
  };
  return { homes, note, noteSymbol, noteType };
}
