import ts from '../typescript.ts';
import { isDeclaration, isJavaScript } from './source-kinds.ts';

const known = new WeakMap<ts.SourceFile, string>();

/**
 * The text of a file without what no other file's types can rest on: the bodies of functions that say what they return.
 * Constructors stay (fields may be typed by what they assign), and so does all of JavaScript, where bodies declare members.
 */
export function exteriorOf(file: ts.SourceFile): string {
  const seen = known.get(file) ?? readExterior(file);
  known.set(file, seen);
  return seen;
}

function readExterior(file: ts.SourceFile): string {
  const { fileName, text } = file;
  if (isJavaScript(fileName) || isDeclaration(fileName)) return text;
  const kept: string[] = [];
  let from = 0;
  for (const { pos, end } of closedBodies(file)) {
    kept.push(text.slice(from, pos));
    from = end;
  }
  return [...kept, text.slice(from)].join('{}');
}

/** The outermost ones, in order. */
function closedBodies(file: ts.SourceFile): readonly ts.Block[] {
  const bodies: ts.Block[] = [];
  const pending: ts.Node[] = [file];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const body = closedBody(node);
    if (body !== undefined) bodies.push(body);
    ts.forEachChild(node, (child) => {
      if (child !== body) pending.push(child);
    });
  }
  return bodies.sort((a, b) => a.pos - b.pos);
}

function closedBody(node: ts.Node): ts.Block | undefined {
  const mayBeClosed =
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isGetAccessorDeclaration(node);
  if (!mayBeClosed || node.type === undefined) return undefined;
  return node.body !== undefined && ts.isBlock(node.body) ? node.body : undefined;
}

const reaching = ['declare global', 'declare module', 'declare namespace', 'globalThis', '@eos', '/// <reference'];

/** True for a file that may say something about files that do not import it. */
export function reachesBeyondImports(file: ts.SourceFile): boolean {
  const isScript = file.isDeclarationFile && !ts.isExternalModule(file);
  return isScript || reaching.some((text) => file.text.includes(text));
}
