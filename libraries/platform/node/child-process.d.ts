// Other programs. What they do is out of sight.

import EventEmitter = require('./events');

export class ChildProcess extends EventEmitter {
  /** @eos unstable process */
  readonly pid?: number;
  readonly stdin: any;
  readonly stdout: any;
  readonly stderr: any;
  readonly exitCode: number | null;
  kill(signal?: string | number): boolean;
  send(message: any, ...rest: any[]): boolean;
}

/**
 * @eos calls 1 later
 * @eos calls 2 later
 */
export function exec(command: string, ...rest: any[]): ChildProcess;
/**
 * @eos calls 1 later
 * @eos calls 2 later
 * @eos calls 3 later
 */
export function execFile(file: string, ...rest: any[]): ChildProcess;
export function spawn(command: string, ...rest: any[]): ChildProcess;
export function fork(module: string | URL, ...rest: any[]): ChildProcess;
export function execSync(command: string, options?: any): any;
export function execFileSync(file: string, ...rest: any[]): any;
export function spawnSync(command: string, ...rest: any[]): any;
