import { field, textField, type Callback } from '../world/callback.ts';
import { payloadText } from '../world/payload-text.ts';
import type { EffectDescription } from '../world/effect-index.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { answer, packaged, read, write, writeNow } from './requests.ts';

interface FileWrite {
  readonly path: string;
  readonly data: unknown;
  readonly appends: boolean;
}

/** `node:fs/promises`: a shared disk in memory. */
export function filesWithPromises(process: SimulatedProcess): object {
  const put = (appends: boolean): Callback => {
    return (path, data, options) => {
      const file = { path: String(path), data, appends: appends || appendsBy(options) };
      return write(process, {
        effect: describe(file),
        payload: [path, data],
        apply: (applications) => {
          process.world.ledger.apply(applications, file.appends ? undefined : '');
          store(process, file);
        },
      });
    };
  };
  return packaged({
    writeFile: put(false),
    appendFile: put(true),
    readFile: (path: unknown) => read(process, `reads ${String(path)}`, () => contentsOf(process, path)),
    access: (path: unknown) => read(process, `looks for ${String(path)}`, () => void contentsOf(process, path)),
    mkdir: () => Promise.resolve(),
    unlink: (path: unknown) => Promise.resolve(void process.world.files.delete(String(path))),
  });
}

/** `node:fs`: the same disk, with answers at once or to a callback. */
export function files(process: SimulatedProcess): object {
  const putNow = (appends: boolean): Callback => {
    return (path, data, options) => {
      const file = { path: String(path), data, appends: appends || appendsBy(options) };
      writeNow(process, {
        effect: describe(file),
        payload: [path, data],
        apply: (applications) => {
          process.world.ledger.apply(applications, file.appends ? undefined : '');
          store(process, file);
        },
      });
    };
  };
  const promises = filesWithPromises(process);
  return packaged({
    promises,
    writeFileSync: putNow(false),
    appendFileSync: putNow(true),
    existsSync: (path: unknown) => process.world.files.has(String(path)),
    readFileSync: (path: unknown) => contentsOf(process, path),
    mkdirSync: () => undefined,
    writeFile: withCallback(promises, 'writeFile'),
    appendFile: withCallback(promises, 'appendFile'),
    readFile: withCallback(promises, 'readFile'),
  });
}

function withCallback(promises: object, name: string): Callback {
  return (...args) => {
    const method = field(promises, name);
    const outcome: unknown =
      typeof method === 'function' ? Reflect.apply(method, promises, args.slice(0, -1)) : undefined;
    return answer(Promise.resolve(outcome), args);
  };
}

function describe({ path, appends }: FileWrite): EffectDescription {
  const label = `${appends ? 'appends to' : 'writes'} ${path}`;
  return { kind: 'external-write', role: 'effect', category: 'file', resource: path, label };
}

function store(process: SimulatedProcess, { path, data, appends }: FileWrite): void {
  const before = appends ? (process.world.files.get(path) ?? '') : '';
  process.world.files.set(path, before + payloadText(data));
}

function contentsOf(process: SimulatedProcess, path: unknown): string {
  const contents = process.world.files.get(String(path));
  if (contents === undefined) {
    throw Object.assign(new Error(`ENOENT: no such file or directory, open '${String(path)}'`), { code: 'ENOENT' });
  }
  return contents;
}

function appendsBy(options: unknown): boolean {
  return textField(options, 'flag')?.startsWith('a') === true;
}
