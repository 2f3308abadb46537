import { posix } from 'node:path';
import { moduleFor } from '../modules/module-table.ts';
import { field, isCallback, type Callback } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { moduleParameters, type CompiledProgram } from './compiled-program.ts';
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
  private readonly globals: Readonly<Record<string, unknown>>;

  constructor(program: CompiledProgram, process: SimulatedProcess) {
    this.program = program;
    this.process = process;
    this.globals = globalsOf(process);
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
    const loaded = { module, completed: this.program.module(file).run(...this.argumentsFor(file, module)) };
    this.loaded.set(file, loaded);
    return loaded;
  }

  private argumentsFor(file: string, module: { exports: unknown }): readonly unknown[] {
    const own: Readonly<Record<string, unknown>> = {
      require: (specifier: unknown) => this.require(file, String(specifier)),
      exports: module.exports,
      module,
      __filename: file,
      __dirname: posix.dirname(file),
    };
    return moduleParameters.map((name) => (Object.hasOwn(own, name) ? own[name] : this.globals[name]));
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
