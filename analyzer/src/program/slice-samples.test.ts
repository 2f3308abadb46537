import ts from '../typescript.ts';
import type { LibraryStub } from '../facts/library-stub.ts';
import { relativePath } from './paths.ts';
import { createMemoryHost } from './memory-host.ts';
import { openSlice, type SliceRequest } from './open-slice.ts';
import type { Slice } from './slice.ts';
import type { WorkspaceHost } from './workspace-host.ts';

// What the tests of this folder share: stubs of a made-up Kafka package and a made-up database, and ways to look at a slice.

const platformStub: LibraryStub = {
  specifier: '*',
  packageName: '',
  role: 'platform',
  fileName: '/stubs/platform.d.ts',
  text: `
    interface Array<T> { length: number; [n: number]: T; map<U>(f: (value: T) => U): U[] }
    interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {}
    interface NewableFunction {} interface Number {} interface Object {} interface RegExp {} interface String {}
    interface Promise<T> { then<U>(f: (value: T) => U): Promise<U> }
    interface PromiseLike<T> { then<U>(f: (value: T) => U): PromiseLike<U> }
    declare var Promise: { resolve<T>(value: T): Promise<T> };
    interface PromiseConstructor {}
    declare namespace NodeJS { interface Require { (id: string): any } }
    declare var require: NodeJS.Require;
  `,
};

const kafkaStub: LibraryStub = {
  specifier: 'somekafka',
  packageName: 'somekafka',
  role: 'kafka',
  fileName: '/stubs/somekafka.d.ts',
  text: `
    export class Kafka { producer(): Producer; consumer(): Consumer }
    export interface Producer { send(record: object): Promise<void> }
    export interface Consumer { run(config: { eachMessage: (message: { value: string }) => Promise<void> }): Promise<void> }
    export function Handles(topic: string): (target: unknown, key: string) => void;
    export class Clients { static register(options: unknown): unknown }
  `,
};

export const databaseStub: LibraryStub = {
  specifier: 'somedb',
  packageName: 'somedb',
  role: 'sink',
  fileName: '/stubs/somedb.d.ts',
  text: `
    export class Pool { query(text: string): Promise<void> }
  `,
};

export const stubs: readonly LibraryStub[] = [platformStub, kafkaStub, databaseStub];

export function sliceOf(host: WorkspaceHost, request: Partial<SliceRequest> = {}): Slice {
  return openSlice(host, { paths: [], libraries: stubs, includeTests: false, ...request });
}

export function sliceOfFiles(files: Readonly<Record<string, string | Uint8Array>>): Slice {
  return sliceOf(createMemoryHost(files));
}

/** The files of a slice, relative to its workspace. */
export function namesIn(slice: Slice, root = '/workspace'): readonly string[] {
  return slice.files.map((file) => relativePath(root, file.fileName));
}

/** The types of the named top-level variables and functions of a slice's file, as the checker prints them. */
export function typeOf(slice: Slice, file: string, name: string): string {
  const source = slice.files.find((each) => each.fileName.endsWith(`/${file}`));
  const symbol =
    source &&
    slice.checker
      .getSymbolsInScope(source, ts.SymbolFlags.Variable | ts.SymbolFlags.Function)
      .find((each) => each.name === name);
  return source && symbol
    ? slice.checker.typeToString(slice.checker.getTypeOfSymbolAtLocation(symbol, source))
    : 'absent';
}

/** A host that counts how often each file was read. */
export function countingHost(base: WorkspaceHost): {
  readonly host: WorkspaceHost;
  readonly reads: ReadonlyMap<string, number>;
} {
  const reads = new Map<string, number>();
  const host: WorkspaceHost = {
    ...base,
    readFile(path) {
      reads.set(path, (reads.get(path) ?? 0) + 1);
      return base.readFile(path);
    },
  };
  return { host, reads };
}
