import type { Random } from '../random.ts';

/** Where somebody types: each weighs the same. */
export const spots = ['handler', 'service', 'repository', 'top level of a model', 'file without Kafka'] as const;
export type Spot = (typeof spots)[number];

/** A document in which somebody types at one place. */
export interface Desk {
  readonly spot: Spot;
  readonly path: string;
  readonly text: string;
  /** Where the text is put. */
  readonly offset: number;
  readonly typed: string;
}

/** One change of one document: a character that comes, or the last one that goes. */
export interface Keystroke {
  readonly desk: Desk;
  readonly offset: number;
  readonly removed: number;
  readonly inserted: string;
}

/** The desk of a spot in a package whose files have these texts; the worker says which service it uses. */
export function deskAt(spot: Spot, files: ReadonlyMap<string, string>): Desk {
  const worker = pathEnding(files, '/worker.ts');
  const service = /from '\.\/(.+)-service\.js'/.exec(files.get(worker) ?? '')?.[1] ?? '';
  switch (spot) {
    case 'handler':
      return inBody(spot, worker, files, 'private async handle(', 'const copied = message.key;\n');
    case 'service':
      return inBody(
        spot,
        pathEnding(files, `/${service}-service.ts`),
        files,
        'async summary(',
        'const asked = id.trim();\n',
      );
    case 'repository':
      return inBody(
        spot,
        pathEnding(files, `/${service}-repository.ts`),
        files,
        'async get(',
        'const asked = id.trim();\n',
      );
    case 'top level of a model': {
      const path = pathEnding(files, `/${service}-model.ts`);
      const text = files.get(path) ?? '';
      return { spot, path, text, offset: text.length, typed: 'export const draft = 1;\n' };
    }
    case 'file without Kafka': {
      const others = [...files.keys()].filter(
        (path) => path.endsWith('-service.ts') && !path.endsWith(`/${service}-service.ts`),
      );
      return inBody(spot, others.at(-1) ?? '', files, 'async summary(', 'const asked = id.trim();\n');
    }
  }
}

/** Behind the first line of a function. */
function inBody(spot: Spot, path: string, files: ReadonlyMap<string, string>, start: string, typed: string): Desk {
  const text = files.get(path) ?? '';
  const at = text.indexOf(start);
  if (at < 0) throw new Error(`${path} has no ${start}`);
  return { spot, path, text, offset: text.indexOf('\n', at) + 1, typed };
}

function pathEnding(files: ReadonlyMap<string, string>, ending: string): string {
  const found = [...files.keys()].find((path) => path.endsWith(ending));
  if (found === undefined) throw new Error(`no file ends with ${ending}`);
  return found;
}

/** Types a line at one desk and takes it back, then goes to another desk, for ever. */
export function* keystrokes(desks: readonly Desk[], random: Random): Generator<Keystroke, never> {
  for (;;) {
    const desk = desks[random.below(desks.length)];
    if (desk === undefined) throw new Error('nobody has a desk');
    const { offset, typed } = desk;
    for (let at = 0; at < typed.length; at += 1) {
      yield { desk, offset: offset + at, removed: 0, inserted: typed.charAt(at) };
    }
    for (let at = typed.length - 1; at >= 0; at -= 1) yield { desk, offset: offset + at, removed: 1, inserted: '' };
  }
}
