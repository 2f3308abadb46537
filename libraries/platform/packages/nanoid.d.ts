// nanoid 3 and 5.

/** @eos unstable random */
export function nanoid(size?: number): string;
export function customAlphabet(alphabet: string, defaultSize?: number): Generate;
export function customRandom(alphabet: string, size: number, random: (bytes: number) => any): Generate;
/** @eos unstable random */
export function random(bytes: number): Uint8Array;
export const urlAlphabet: string;

interface Generate {
  /** @eos unstable random */
  (size?: number): string;
}

export {};
