// nanoid 3 and 5, with Math.random.

/** @eos unstable random */
export function nanoid(size?: number): string;
export function customAlphabet(alphabet: string, defaultSize?: number): Generate;

interface Generate {
  /** @eos unstable random */
  (size?: number): string;
}

export {};
