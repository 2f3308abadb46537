// uuid 11 to 14. Versions 3 and 5 are hashes of a name; all others differ at each call.

interface NameBased {
  /** @eos pure */
  (name: any, namespace: any, ...rest: any[]): string;
  readonly DNS: string;
  readonly URL: string;
}

/** @eos unstable random */
export function v1(...options: any[]): string;
export const v3: NameBased;
export const v5: NameBased;
/** @eos unstable random */
export function v4(...options: any[]): string;
/** @eos unstable random */
export function v6(...options: any[]): string;
/** @eos unstable random */
export function v7(...options: any[]): string;
/** @eos pure */
export function validate(uuid: unknown): boolean;
/** @eos pure */
export function version(uuid: string): number;
/** @eos pure */
export function parse(uuid: string): Uint8Array;
/** @eos pure */
export function stringify(bytes: Uint8Array, offset?: number): string;
export const NIL: string;
export const MAX: string;

export {};
