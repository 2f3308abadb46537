import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import * as v from 'valibot';
import { indexLines } from '../line-index.ts';
import { lockSchema, lockVersion, type Lock } from './lock-schema.ts';

export type ReadLock =
  { readonly kind: 'lock'; readonly lock: Lock } | { readonly kind: 'problem'; readonly message: string };

/** Reads a lock, or says in one sentence why it cannot be trusted. */
export function readLock(text: string): ReadLock {
  const content = text.replace(/^\uFEFF/, '');
  const conflict = /^(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)/m.exec(content);
  if (conflict !== null) {
    return problem(
      `has merge conflict markers (line ${lineOf(content, conflict.index)}); keep either side, then run "kafka-eos guarantees --update"`,
    );
  }
  if (content.trim() === '') return problem(`is empty; ${restore}`);
  const errors: ParseError[] = [];
  const tree = parseTree(content, errors, { disallowComments: true });
  const [error] = errors;
  if (tree === undefined || error !== undefined) return problem(syntaxMessage(content, error));
  const twice = repeatedKey(tree);
  if (twice !== undefined)
    return problem(`has ${twice.name} twice (line ${lineOf(content, twice.offset)}); ${restore}`);
  return fromValue(JSON.parse(content));
}

const restore = 'restore it from version control, or delete it and run "kafka-eos guarantees --update"';

function fromValue(value: unknown): ReadLock {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof version === 'number' && version > lockVersion) {
    return problem(
      `was written by a newer kafka-eos (version ${version} of the file; this one reads ${lockVersion}); use that one`,
    );
  }
  const parsed = v.safeParse(lockSchema, value);
  if (parsed.success) return { kind: 'lock', lock: parsed.output };
  const [issue] = parsed.issues;
  const path = (issue.path ?? []).map(({ key }) => JSON.stringify(key)).join(' → ');
  const where = path === '' ? '' : ` at ${path}`;
  return problem(`is not a lock of kafka-eos${where}: expected ${issue.expected}, found ${issue.received}; ${restore}`);
}

function syntaxMessage(text: string, error: ParseError | undefined): string {
  if (error === undefined) return `is not valid JSON; ${restore}`;
  const words = printParseErrorCode(error.error)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return `is not valid JSON (line ${lineOf(text, error.offset)}: ${words}); ${restore}`;
}

/** A merge may leave one key twice without a marker; a parser would silently take the last. */
function repeatedKey(root: Node): { readonly name: string; readonly offset: number } | undefined {
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const seen = new Set<string>();
    for (const child of node.children ?? []) {
      stack.push(child);
      const key = child.type === 'property' ? child.children?.[0] : undefined;
      const name: unknown = key?.value;
      if (key === undefined || typeof name !== 'string') continue;
      if (seen.has(name)) return { name: JSON.stringify(name), offset: key.offset };
      seen.add(name);
    }
  }
  return undefined;
}

function lineOf(text: string, offset: number): number {
  return Math.max(1, indexLines(text).starts.findLastIndex((start) => start <= offset) + 1);
}

function problem(message: string): ReadLock {
  return { kind: 'problem', message };
}
