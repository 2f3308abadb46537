import { posix } from 'node:path';
import { moduleFor } from '../modules/module-table.ts';
import { field, isCallback, type Callback } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import type { CompiledModule, CompiledProgram } from './compiled-program.ts';
import { globalsOf } from './globals.ts';

interface Loaded {
  readonly module: { exports: unknown };
  readonly completed: unknown;
}

/** The program in one process: its modules with their state, evaluated as they are asked for. */
export class LoadedProgram {
  private readonly program: CompiledProgram;
  private readonly process: SimulatedProcess;
  private readonly loaded = new Map<string, Loaded>();
  private readonly libraries = new Map<string, unknown>();
  private readonly global: (name: string) => unknown;

  constructor(program: CompiledProgram, process: SimulatedProcess) {
    this.program = program;
    this.process = process;
    this.global = globalsOf(process);
  }

  /** Runs the entry, and whatever starts the consumers after it. Rejects with what the program throws. */
  async start(named: string | undefined): Promise<void> {
    for (const file of this.program.waitingImports()) await this.load(file).completed;
    const entry = this.load(this.program.entry);
    await entry.completed;
    if (named === undefined && this.process.consumers.length > 0) return;
    const start = named === undefined ? startOf(entry.module.exports) : field(entry.module.exports, named);
    if (isCallback(start)) await start();
  }

  /** An exported function of the entry. */
  exported(name: string): Callback | undefined {
    const found = field(this.load(this.program.entry).module.exports, name);
    return isCallback(found) ? found : undefined;
  }

  private load(file: string): Loaded {
    const known = this.loaded.get(file);
    if (known) return known;
    const module: { exports: unknown } = { exports: {} };
    const loading = { module, completed: undefined };
    this.loaded.set(file, loading);
    const compiled = this.program.module(file);
    const loaded = { module, completed: compiled.run(...this.argumentsFor(compiled, module)) };
    this.loaded.set(file, loaded);
    return loaded;
  }

  private argumentsFor({ file, parameters }: CompiledModule, module: { exports: unknown }): readonly unknown[] {
    return parameters.map((name) => {
      switch (name) {
        case 'require':
          return (specifier: unknown) => this.require(file, String(specifier));
        case 'exports':
          return module.exports;
        case 'module':
          return module;
        case '__filename':
          return file;
        case '__dirname':
          return posix.dirname(file);
        default:
          return this.global(name);
      }
    });
  }

  private require(from: string, specifier: string): unknown {
    const file = this.program.resolve(from, specifier);
    if (file !== undefined) return this.load(file).module.exports;
    const known = this.libraries.get(specifier);
    if (known !== undefined) return known;
    const library = moduleFor(this.process, specifier);
    this.libraries.set(specifier, library);
    return library;
  }
}

const startNames = ['start', 'main', 'run', 'default'];

function startOf(exports: unknown): Callback | undefined {
  for (const name of startNames) {
    const candidate = field(exports, name);
    if (isCallback(candidate) && candidate.length === 0 && !isClass(candidate)) return candidate;
  }
  return undefined;
}

function isClass(candidate: Callback): boolean {
  return Function.prototype.toString.call(candidate).startsWith('class');
}
