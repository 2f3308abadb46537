import { parse } from 'yaml';
import { isRecord, parsedJson, type Json } from './package-json.ts';

/** What a package.json asks a lockfile for. */
export interface Wanted {
  readonly name: string;
  /** As the package.json spells it: `^2.2.4`. */
  readonly range: string;
  /** The folder of that package.json as seen from the lockfile's: empty for the same one, else `services/orders`. */
  readonly folder: string;
}

/** The version that is locked; undefined where the file does not say. */
export type Lock = (wanted: Wanted) => string | undefined;

/** Reads a lockfile in the form of its package manager, by the file's name. */
export const lockfiles: ReadonlyMap<string, (text: string) => Lock> = new Map([
  ['package-lock.json', lockedByNpm],
  ['npm-shrinkwrap.json', lockedByNpm],
  ['pnpm-lock.yaml', lockedByPnpm],
  ['yarn.lock', lockedByYarn],
]);

/** Since npm 7 `packages`, by the folder that a package is installed in; before that `dependencies`, by name. */
function lockedByNpm(text: string): Lock {
  const lock = parsedJson(text);
  return ({ name, folder }) => {
    const installed = `node_modules/${name}`;
    const own = folder === '' ? undefined : versionIn(at(lock, 'packages', `${folder}/${installed}`));
    return own ?? versionIn(at(lock, 'packages', installed)) ?? versionIn(at(lock, 'dependencies', name));
  };
}

/** `importers`, by folder, come ahead of `packages`, which is most of the file; a single package may stand at the top. */
function lockedByPnpm(text: string): Lock {
  const [head = ''] = text.split(/^packages:/m, 1);
  const lock = readYaml(head);
  return ({ name, folder }) => {
    const importer = at(lock, 'importers', folder === '' ? '.' : folder) ?? (folder === '' ? lock : undefined);
    for (const field of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      const entry = at(importer, field, name);
      const version = typeof entry === 'string' ? entry : versionIn(entry);
      // Behind it stand the peers that it was resolved with.
      if (version !== undefined) return /^[^(_]+/.exec(version)?.[0];
    }
    return undefined;
  };
}

function readYaml(text: string): Json {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** Blocks that begin with what was asked for: `kafkajs@^2.2.4:`, or `"kafkajs@npm:^2.2.4, kafkajs@npm:^2.0.0":`. */
function lockedByYarn(text: string): Lock {
  const blocks = text.split(/\r?\n(?=\S)/);
  return ({ name, range }) => {
    const asked = new Set([`${name}@${range}`, `${name}@npm:${range}`]);
    const block = blocks.find((each) => askedBy(each).some((one) => asked.has(one)));
    return block === undefined ? undefined : /^\s+version:?\s+"?([^"\s]+)/m.exec(block)?.[1];
  };
}

function askedBy(block: string): readonly string[] {
  const [heading = ''] = block.split(/:\r?\n/, 1);
  return heading.replaceAll('"', '').split(', ');
}

function at(json: Json, ...path: readonly string[]): Json {
  return path.reduce<Json>((value, key) => (isRecord(value) ? value[key] : undefined), json);
}

function versionIn(json: Json): string | undefined {
  const version = at(json, 'version');
  return typeof version === 'string' ? version : undefined;
}
