import assert from 'node:assert/strict';
import ts from 'typescript';
import { missingGlobals, missingMembers } from './missing-members.ts';
import { scopeOf, type ModuleView, type ScopeView } from './module-view.ts';

const options: ts.CompilerOptions = { noLib: true, strict: true, types: [], target: ts.ScriptTarget.ESNext };

/** A file as a module and as a scope. */
function read(text: string): ModuleView & ScopeView {
  const file = ts.createSourceFile('/file.d.ts', text, ts.ScriptTarget.ESNext, true);
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === file.fileName ? file : undefined),
    getDefaultLibFileName: () => '',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
    fileExists: (name) => name === file.fileName,
    readFile: () => undefined,
  };
  const checker = ts.createProgram({ rootNames: [file.fileName], options, host }).getTypeChecker();
  const scope = scopeOf(checker, file);
  const [anything] = scope.symbols;
  const module = checker.getSymbolAtLocation(file) ?? anything;
  if (module === undefined) throw new Error('the text declares nothing');
  return { ...scope, module };
}

function missing(stub: string, published: string): readonly string[] {
  return missingMembers(read(stub), read(published), () => true);
}

describe('missingMembers', () => {
  it('names an export that is not there', () => {
    assert.deepEqual(missing('export function a(): void; export interface B {}', 'export function a(): void;'), ['B']);
  });

  it('names a member that is not there', () => {
    const stub = 'export interface A { one: string; two: string }';
    assert.deepEqual(missing(stub, 'export interface A { one: string }'), ['A.two']);
  });

  it('looks into what calls and constructors return', () => {
    const stub = 'export function open(): { read(): { close(): void } }; export class A { get(): { b: string } }';
    const published = 'export function open(): { read(): {} }; export class A { get(): { b: string } }';
    assert.deepEqual(missing(stub, published), ['open.read.close']);
  });

  it('accepts a member of any overload and any part of a union', () => {
    const published = 'export function a(x: string): { b: 1 }; export function a(x: number): { c: 1 } | { d: 1 };';
    assert.deepEqual(missing('export function a(x: any): { b: any; c: any; d: any }', published), []);
  });

  it('does not take a type for a value', () => {
    assert.deepEqual(missing('export const a: any;', 'export type a = string;'), ['a']);
    assert.deepEqual(missing('export type a = any;', 'export const a: { b: 1 };'), []);
  });

  it('believes typings that say nothing', () => {
    assert.deepEqual(missing('export const a: { b(): void };', 'export const a: any;'), []);
    assert.deepEqual(missing('export const a: { b: string };', 'export const a: { [name: string]: string };'), []);
  });

  it('finds the same name wherever a package puts it', () => {
    const stub =
      'declare function f(): void; declare namespace f { const a: string; interface B { c: 1 } } export = f;';
    const merged =
      'declare function f(): void; declare namespace f { const a: string; interface B {} } export default f;';
    assert.deepEqual(missing(stub, merged), ['B.c']);
    assert.deepEqual(missing(stub, 'declare const f: { (): void; a: string }; export = f;'), ['B']);
    assert.deepEqual(
      missing(stub, 'export default function f(): void; export const a: string; export type B = any;'),
      [],
    );
  });

  it('ends at a type that contains itself', () => {
    const text = 'export interface A<T> { next(): A<A<T>>; all: A<T> }';
    assert.deepEqual(missing(text, text), []);
  });
});

describe('missingGlobals', () => {
  it('names globals, and members of globals', () => {
    const stub = read('interface A { one: 1; two: 1 } declare const b: A; declare var c: string;');
    const published = read('interface A { one: 1 } declare const b: A;');
    assert.deepEqual(
      missingGlobals(stub, published, () => true),
      ['A.two', 'c'],
    );
  });

  it('leaves out what others declare', () => {
    assert.deepEqual(
      missingGlobals(read('declare const a: 1;'), read('declare const b: 1;'), () => false),
      [],
    );
  });
});
