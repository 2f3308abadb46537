// ulid 2 and 3.

export type ULID = (seedTime?: number) => string;
/** @eos unstable random */
export function ulid(seedTime?: number): string;
export function monotonicFactory(prng?: any): Ulid;
/** @eos pure */
export function decodeTime(id: string): number;

interface Ulid {
  /** @eos unstable random */
  (seedTime?: number): string;
}

export {};
