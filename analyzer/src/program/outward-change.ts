import type ts from 'typescript';
import { exteriorOf, type Exterior, type ExteriorPart, type Saying } from './exterior.ts';

/** The names of a file that may mean something else to the files that import it. */
export type Outward = ReadonlySet<string> | 'anything';

/** What the change of one file means to others, as far as the file alone tells. */
export function outwardChange(old: ts.SourceFile, current: ts.SourceFile): Outward {
  const [before, now] = [exteriorOf(old), exteriorOf(current)];
  const changed = differing(before, now);
  const names = new Set<string>();
  for (const { says } of changed) {
    if (says.kind === 'nothing') continue;
    if (says.kind !== 'declares') return 'anything';
    for (const name of says.names) names.add(name);
  }
  return united(resting(before, names), resting(now, names));
}

/** Whether all that others can see of a file is as it was. */
export function outwardlySame(old: ts.SourceFile, current: ts.SourceFile): boolean {
  return differing(exteriorOf(old), exteriorOf(current)).length === 0;
}

/** What it means to the importers of a file that these names of files that it imports mean something else. */
export function passedOn(file: ts.SourceFile, names: Outward): Outward {
  if (names === 'anything') return names;
  const exterior = exteriorOf(file);
  if (exterior.some(takesAll)) return 'anything';
  const local = new Set<string>();
  for (const { says } of exterior) {
    const meant = says.kind === 'passes' ? names : says.kind === 'gathers' ? says.names : importedThen(says, names);
    for (const name of meant) local.add(name);
  }
  return resting(exterior, local);
}

/** Whether a file may see that these names of files that it imports mean something else. */
export function maySee(file: ts.SourceFile, names: Outward): boolean {
  if (names === 'anything') return true;
  if (names.size === 0) return false;
  const sees = exteriorOf(file).some(({ says }) => says.kind === 'gathers' || says.kind === 'everything');
  return sees || takesModules(file.text) || speaksOf(names)(file.text);
}

export function united(a: Outward, b: Outward): Outward {
  return a === 'anything' || b === 'anything' ? 'anything' : new Set([...a, ...b]);
}

/** The statements that are not in both, between those that both begin and both end with. */
function differing(before: Exterior, now: Exterior): readonly ExteriorPart[] {
  const shorter = Math.min(before.length, now.length);
  const isAlike = (a: number, b: number): boolean => before[a]?.text === now[b]?.text;
  let head = 0;
  while (head < shorter && isAlike(head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && isAlike(before.length - 1 - tail, now.length - 1 - tail)) tail += 1;
  return [...before.slice(head, before.length - tail), ...now.slice(head, now.length - tail)];
}

/** The names, and those of all declarations of the file that speak of them. */
function resting(exterior: Exterior, start: ReadonlySet<string>): Outward {
  const names = new Set(start);
  let silent: readonly ExteriorPart[] = exterior;
  for (let size = 0; size !== names.size;) {
    size = names.size;
    const speaks = speaksOf(names);
    const speaking = silent.filter(({ text }) => speaks(text));
    silent = silent.filter((part) => !speaking.includes(part));
    if (speaking.some(({ says }) => says.kind === 'anything' || says.kind === 'everything')) return 'anything';
    for (const name of speaking.flatMap(({ says }) => namesThen(says, names))) names.add(name);
  }
  return names;
}

function importedThen(says: Saying, names: ReadonlySet<string>): readonly string[] {
  return says.kind === 'renames' ? namesThen(says, names) : [];
}

/** What a statement gives another meaning to when these names have another. */
function namesThen(says: Saying, names: ReadonlySet<string>): readonly string[] {
  if (says.kind === 'declares') return says.names;
  if (says.kind !== 'renames') return [];
  return says.renamings.filter(({ from }) => names.has(from)).map(({ to }) => to);
}

/** Names may be spelt with escapes, too. */
function speaksOf(names: ReadonlySet<string>): (text: string) => boolean {
  const spelt = [...names].map((name) => name.replaceAll('$', String.raw`\$`)).join('|');
  const pattern = new RegExp(String.raw`(?<![\p{ID_Continue}$])(?:${spelt})(?![\p{ID_Continue}$])|\\u`, 'u');
  return (text) => pattern.test(text);
}

function takesAll({ text, says }: ExteriorPart): boolean {
  return says.kind === 'everything' || takesModules(text);
}

/** `import('…')`, `require('…')`: what is taken of the module need not be spelt. */
function takesModules(text: string): boolean {
  return /\b(?:import|require)\s*\(/.test(text);
}
