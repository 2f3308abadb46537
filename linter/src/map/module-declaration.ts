import type { ModuleMember } from '@kafka-eos/analyzer/facts/delivery';

/** For the user to correct: nobody else knows what is written, and whether it may be repeated. */
export const TAG = '/** @eos write http non-idempotent */';

/** What a call is: it changes another system, or it gives back the function that it is given. */
type End = 'effect' | 'wrapper';

/** What is called of packages. */
export type Called = Readonly<Record<End, readonly ModuleMember[]>>;

/** What is known of a value: what it has, and what comes of a call of it. */
interface Shape {
  readonly members: Map<string, Shape>;
  /** `call` and `construct` are what they give. */
  call?: Shape;
  construct?: Shape;
  /** It is what such a call gives. */
  end?: End;
}

/**
 * All that is called of a package as one declaration with a tag at each call, because two of one class would not go
 * together; undefined where none can be written that an import of this member would resolve to.
 */
export function declarationOf(member: ModuleMember, { effect, wrapper }: Called): string | undefined {
  if (!isDeclarable(member)) return undefined;
  const isBeside = (other: ModuleMember): boolean => other.module === member.module && isDeclarable(other);
  const exports = new Map<string, Shape>();
  const add = (end: End, { name, path }: ModuleMember): void => {
    const shape = exports.get(name) ?? emptyShape();
    exports.set(name, shape);
    path.reduce(walk, shape).end = end;
  };
  for (const other of effect.filter(isBeside)) add('effect', other);
  for (const other of wrapper.filter(isBeside)) add('wrapper', other);
  const lines = [...exports].flatMap(([name, shape]) => exported(name, shape));
  return [`declare module ${quoted(member.module)} {`, ...lines.map(indented), '}'].join('\n');
}

/** The whole of a module has no name to export; two calls in a row have no member to put a tag on. */
function isDeclarable({ name, path }: ModuleMember): boolean {
  const names = [name, ...path.flatMap((step) => (step.startsWith('.') ? [step.slice(1)] : []))];
  const isCurried = path.some((step, i) => step.endsWith(')') && path[i + 1]?.endsWith(')') === true);
  return name !== '*' && !isCurried && names.every(isName);
}

function emptyShape(): Shape {
  return { members: new Map() };
}

function walk(shape: Shape, step: string): Shape {
  if (step === '()') return (shape.call ??= emptyShape());
  if (step === 'new()') return (shape.construct ??= emptyShape());
  const member = shape.members.get(step.slice(1)) ?? emptyShape();
  shape.members.set(step.slice(1), member);
  return member;
}

function exported(name: string, shape: Shape): readonly string[] {
  const isDefault = name === 'default';
  const { call, construct, members } = shape;
  const isPlain = members.size === 0;
  if (construct !== undefined && call === undefined && isPlain) {
    const head = isDefault ? 'export default class' : `export class ${name}`;
    return [`${head} {`, indented('constructor(...args: unknown[]);'), ...membersOf(construct).map(indented), '}'];
  }
  if (call !== undefined && construct === undefined && isPlain) {
    return called(isDefault ? 'export default function ' : `export function ${name}`, call);
  }
  if (isDefault) return [...typed('const members: ', shape), 'export default members;'];
  const instance =
    construct === undefined ? [] : [`export interface ${name} {`, ...membersOf(construct).map(indented), '}'];
  return [...instance, ...typed(`export const ${name}: `, shape)];
}

/** A value of that shape behind what declares it. */
function typed(head: string, shape: Shape): readonly string[] {
  return [`${head}{`, ...membersOf(shape).map(indented), '};'];
}

function membersOf({ call, construct, members }: Shape): readonly string[] {
  return [
    ...(call === undefined ? [] : called('', call)),
    ...(construct === undefined ? [] : called('new ', construct)),
    ...[...members].flatMap(([name, shape]) =>
      shape.call !== undefined && shape.construct === undefined && shape.members.size === 0
        ? called(name, shape.call)
        : typed(`${name}: `, shape),
    ),
  ];
}

/** A signature; what it gives is a promise where the call is what matters. */
function called(name: string, result: Shape): readonly string[] {
  if (result.end === 'wrapper') return ['/** @eos same */', `${name}<T>(handler: T, ...args: unknown[]): T;`];
  const head = `${name}(...args: unknown[]): `;
  const isMore = result.call !== undefined || result.construct !== undefined || result.members.size > 0;
  const tag = result.end === 'effect' ? [TAG] : [];
  if (!isMore) return [...tag, `${head}${result.end === 'effect' ? 'Promise<unknown>' : 'unknown'};`];
  return [...tag, ...typed(head, result)];
}

function indented(line: string): string {
  return `  ${line}`;
}

function isName(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);
}

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}
