import { childOf } from './paths.ts';
import type { Folders } from './folders.ts';
import type { WorkspaceHost } from './workspace-host.ts';

/** A package.json as it was found: nothing about its shape is taken for granted. */
export type Json = unknown;

export interface PackageJson {
  readonly folder: string;
  readonly content: Readonly<Record<string, Json>>;
}

/** The package.json of a folder; undefined when there is none, and said when it is broken. */
export function readPackageJson(
  host: WorkspaceHost,
  folders: Folders,
  folder: string,
  onProblem: (file: string, problem: string) => void,
): PackageJson | undefined {
  if (folders.entries(folder).get('package.json') !== 'file') return undefined;
  const file = childOf(folder, 'package.json');
  const read = host.readFile(file);
  if (read.kind !== 'bytes') return undefined;
  try {
    const content: Json = JSON.parse(new TextDecoder().decode(read.bytes));
    return isRecord(content) ? { folder, content } : undefined;
  } catch {
    onProblem(file, 'is not valid JSON');
    return undefined;
  }
}

/** Undefined for what is not JSON. */
export function parsedJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function stringsOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
