import type { CallSite } from '../api.ts';
import { scheme, type CompiledProgram } from './compiled-program.ts';

type Place = Omit<CallSite, 'callers'>;

/** Deep enough for a call that reaches a simulated library through a wrapper of it. */
const framesLookedAt = 14;

/** Finds the line of the program that is on top of the stack. */
export class CallSites {
  private readonly program: CompiledProgram;
  private readonly namedOnce: RegExp | undefined;
  private readonly known = new Map<string, CallSite>();
  private readonly byResource = new Map<string, CallSite>();

  constructor(program: CompiledProgram, namedOnce?: RegExp) {
    this.program = program;
    this.namedOnce = namedOnce;
  }

  /** The line that does this to a resource. */
  of({ label, resource }: { readonly label: string; readonly resource: string }): CallSite | undefined {
    if (this.namedOnce?.test(resource) !== true) return this.current();
    const key = `${label}\n${resource}`;
    const site = this.byResource.get(key) ?? this.current();
    if (site) this.byResource.set(key, site);
    return site;
  }

  private current(): CallSite | undefined {
    // An asynchronous frame waits for a call, and makes none now.
    const own = stackFrames().filter((frame) => frame.getFileName()?.startsWith(scheme) === true && !frame.isAsync());
    const [top, ...callers] = own;
    if (!top) return undefined;
    const key = `${top.getFileName() ?? ''}:${top.getLineNumber() ?? 1}:${top.getColumnNumber() ?? 1}`;
    const known = this.known.get(key);
    if (known) return known;
    const site = { ...this.placeOf(top), callers: callers.map((frame) => this.placeOf(frame)) };
    this.known.set(key, site);
    return site;
  }

  private placeOf(frame: NodeJS.CallSite): Place {
    const file = (frame.getFileName() ?? '').slice(scheme.length);
    const [line, column] = [frame.getLineNumber() ?? 1, frame.getColumnNumber() ?? 1];
    const origin = this.program.module(file).origin(line - 1, column - 1);
    return { file, line: origin.line + 1, column: origin.column + 1 };
  }
}

/** Asks the engine for the frames themselves, not for their text. */
function stackFrames(): readonly NodeJS.CallSite[] {
  const hook: unknown = Reflect.get(Error, 'prepareStackTrace');
  const { stackTraceLimit } = Error;
  const holder: { stack?: unknown } = {};
  frames = [];
  Error.stackTraceLimit = framesLookedAt;
  Error.prepareStackTrace = keepFrames;
  Error.captureStackTrace(holder, stackFrames);
  // Reading the property is what makes the engine call the function above.
  Reflect.get(holder, 'stack');
  Reflect.set(Error, 'prepareStackTrace', hook);
  Error.stackTraceLimit = stackTraceLimit;
  return frames;
}

let frames: readonly NodeJS.CallSite[] = [];

function keepFrames(_: Error, structured: NodeJS.CallSite[]): string {
  frames = structured;
  return '';
}
