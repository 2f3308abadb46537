import { posix } from 'node:path';
import { compileFunction } from 'node:vm';
import type { Program } from '../api.ts';
import { isCallback, type Callback } from '../world/callback.ts';
import { transpile, type Transpiled } from './transpile.ts';

/** Globals that lead to the real world, to the clock, or to chance: a module gets others in their place. */
export const replacedGlobals: ReadonlySet<string> = new Set([
  'process',
  'console',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'clearImmediate',
  'Date',
  'Math',
  'crypto',
  'performance',
  'globalThis',
  'global',
]);

const moduleParameters = ['require', 'exports', 'module', '__filename', '__dirname', ...replacedGlobals];

export interface CompiledModule {
  readonly file: string;
  /** Names, of what a module has besides the language, that this one mentions. */
  readonly parameters: readonly string[];
  /** Runs the module with a value for each of them. A promise where it waits for something at its top level. */
  readonly run: Callback;
  readonly origin: Transpiled['origin'];
  /** Imported files of the program, in order. */
  readonly imports: readonly string[];
  readonly waits: boolean;
}

/** Marks frames of the stack that are code of the program. */
export const scheme = 'drill:/';

/** A program whose modules are compiled once, however often it is started. */
export class CompiledProgram {
  readonly entry: string;
  private readonly files: ReadonlyMap<string, string>;
  private readonly modules = new Map<string, CompiledModule>();
  private readonly resolved = new Map<string, { readonly file: string | undefined }>();
  private readonly aliases: readonly (readonly [string, string])[];

  constructor({ files, entry }: Program) {
    this.files = files;
    this.entry = posix.normalize(entry);
    this.aliases = aliasesIn(files.get('tsconfig.json') ?? '');
    if (!files.has(this.entry)) throw new Error(`the program has no file ${entry}`);
  }

  mentions(words: RegExp): boolean {
    return [...this.files.values()].some((text) => words.test(text));
  }

  /** Throws a `SyntaxError` for a file that is no JavaScript without its types. */
  module(file: string): CompiledModule {
    const known = this.modules.get(file);
    if (known) return known;
    const compiled = this.compile(file, this.files.get(file) ?? '');
    this.modules.set(file, compiled);
    return compiled;
  }

  /** The file that a relative specifier, or one that `tsconfig.json` maps, leads to. */
  resolve(from: string, specifier: string): string | undefined {
    const key = `${specifier}\n${from}`;
    const known = this.resolved.get(key);
    if (known !== undefined) return known.file;
    const file = this.find(from, specifier);
    this.resolved.set(key, { file });
    return file;
  }

  private find(from: string, specifier: string): string | undefined {
    const path = specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : this.mapped(specifier);
    if (path === undefined) return undefined;
    const stem = path.replace(/\.[cm]?js$/, '');
    const candidates = [path, ...[stem, path].flatMap((base) => [`${base}.ts`, `${base}.mts`, `${base}.tsx`])];
    return [...candidates, `${path}.js`, `${path}/index.ts`, `${path}/index.js`].find((file) => this.files.has(file));
  }

  private mapped(specifier: string): string | undefined {
    for (const [pattern, target] of this.aliases) {
      const [prefix = '', suffix = ''] = pattern.split('*');
      if (!specifier.startsWith(prefix) || !specifier.endsWith(suffix)) continue;
      return posix.normalize(target.replace('*', specifier.slice(prefix.length, specifier.length - suffix.length)));
    }
    return undefined;
  }

  /** Modules that wait at their top level and are imported, directly or not: they must be loaded before the entry. */
  waitingImports(): readonly string[] {
    const seen = new Set<string>();
    const waiting: string[] = [];
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const { imports, waits } = this.module(file);
      for (const imported of imports) visit(imported);
      if (waits && file !== this.entry) waiting.push(file);
    };
    visit(this.entry);
    return waiting;
  }

  private compile(file: string, text: string): CompiledModule {
    if (file.endsWith('.json')) return jsonModule(file, text);
    const { code, origin } = transpile(file, text);
    const specifiers = [...code.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map((match) => match[1] ?? '');
    const imports = specifiers.flatMap((specifier) => this.resolve(file, specifier) ?? []);
    const parameters = moduleParameters.filter((name) => code.includes(name));
    const atOnce = compileOnce(file, code, parameters);
    const run = atOnce ?? compileOnce(file, `return (async () => {${code}\n})();`, parameters);
    if (!run) throw new SyntaxError(`${file} cannot be compiled`);
    return { file, parameters, origin, imports, run, waits: !atOnce };
  }
}

/** `"@orders/*": ["./src/orders/*"]`, which may stand among comments. */
function aliasesIn(settings: string): readonly (readonly [string, string])[] {
  return [...settings.matchAll(/"([^"]+\*)":\s*\[\s*"([^"]+\*)"/g)].map(
    ([, pattern = '', target = '']) => [pattern, target] as const,
  );
}

function compileOnce(file: string, code: string, parameters: readonly string[]): Callback | undefined {
  try {
    const compiled: unknown = compileFunction(code, parameters, { filename: `${scheme}${file}` });
    return isCallback(compiled) ? compiled : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function jsonModule(file: string, text: string): CompiledModule {
  const run: Callback = (module) => {
    if (typeof module === 'object' && module !== null) Reflect.set(module, 'exports', JSON.parse(text));
  };
  return { file, run, parameters: ['module'], imports: [], waits: false, origin: (line, column) => ({ line, column }) };
}
