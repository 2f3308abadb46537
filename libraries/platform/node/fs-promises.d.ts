// Files, with promises.

type PathLike = string | Buffer | URL | FileHandle;
type Stats = import('./fs').Stats;

/**
 * @eos when 2.flag=a,a+,as write file non-idempotent resource=0
 * @eos write file idempotent resource=0
 */
export function writeFile(path: PathLike, data: any, ...rest: any[]): Promise<void>;
/** @eos write file non-idempotent resource=0 */
export function appendFile(path: PathLike, data: any, ...rest: any[]): Promise<void>;
/** @eos write file idempotent resource=1 */
export function copyFile(from: PathLike, to: PathLike, ...rest: any[]): Promise<void>;
/** @eos write file idempotent resource=1 */
export function cp(from: PathLike, to: PathLike, ...rest: any[]): Promise<void>;
/** @eos write file idempotent resource=1 */
export function rename(from: PathLike, to: PathLike, ...rest: any[]): Promise<void>;
/** @eos write file idempotent resource=1 */
export function link(from: PathLike, to: PathLike, ...rest: any[]): Promise<void>;
/** @eos write file idempotent resource=1 */
export function symlink(from: PathLike, to: PathLike, ...rest: any[]): Promise<void>;
/** @eos write file idempotent resource=0 */
export function mkdir(path: PathLike, ...rest: any[]): Promise<string | undefined>;
/** @eos write file idempotent resource=0 */
export function rm(path: PathLike, ...rest: any[]): Promise<void>;
/** @eos write file idempotent resource=0 */
export function rmdir(path: PathLike, ...rest: any[]): Promise<void>;
/** @eos write file idempotent resource=0 */
export function unlink(path: PathLike, ...rest: any[]): Promise<void>;
/** @eos write file idempotent resource=0 */
export function truncate(path: PathLike, ...rest: any[]): Promise<void>;
/** @eos write file idempotent resource=0 */
export function chmod(path: PathLike, ...rest: any[]): Promise<void>;
/** @eos write file idempotent resource=0 */
export function utimes(path: PathLike, ...rest: any[]): Promise<void>;
/** @eos read file resource=0 */
export function readFile(path: PathLike, ...rest: any[]): Promise<any>;
/** @eos read file resource=0 */
export function readdir(path: PathLike, ...rest: any[]): Promise<any[]>;
/** @eos read file resource=0 */
export function stat(path: PathLike, ...rest: any[]): Promise<Stats>;
/** @eos read file resource=0 */
export function lstat(path: PathLike, ...rest: any[]): Promise<Stats>;
/** @eos read file resource=0 */
export function access(path: PathLike, ...rest: any[]): Promise<void>;
/** @eos read file resource=0 */
export function realpath(path: PathLike, ...rest: any[]): Promise<string>;
/** @eos write file non-idempotent resource=0 */
export function mkdtemp(prefix: string, ...rest: any[]): Promise<string>;
export function open(path: PathLike, flags?: string | number, mode?: string | number): Promise<FileHandle>;
export function opendir(path: PathLike, options?: any): Promise<any>;

export const constants: any;

export interface FileHandle {
  /** @eos write file non-idempotent resource=this */
  appendFile(data: any, options?: any): Promise<void>;
  /** @eos write file unknown resource=this */
  write(data: any, ...rest: any[]): Promise<any>;
  /** @eos write file unknown resource=this */
  writeFile(data: any, options?: any): Promise<void>;
  /** @eos read file resource=this */
  readFile(options?: any): Promise<any>;
  /** @eos read file resource=this */
  stat(options?: any): Promise<Stats>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export {};
