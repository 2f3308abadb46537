// Hashes, which depend on their input alone, and randomness, which depends on nothing.

type Bytes = string | ArrayBufferView | Buffer;

export interface Hash {
  /** @eos pure */
  update(data: Bytes, encoding?: string): Hash;
  /** @eos pure */
  digest(): Buffer;
  /** @eos pure */
  digest(encoding: string): string;
  /** @eos pure */
  copy(options?: any): Hash;
}

export interface Hmac {
  /** @eos pure */
  update(data: Bytes, encoding?: string): Hmac;
  /** @eos pure */
  digest(): Buffer;
  /** @eos pure */
  digest(encoding: string): string;
}

interface Cipheriv {
  /** @eos pure */
  update(data: any, ...encodings: any[]): any;
  /** @eos pure */
  final(encoding?: string): any;
  /** @eos pure */
  getAuthTag(): Buffer;
  /** @eos pure */
  setAAD(data: any, options?: any): this;
}

interface Decipheriv {
  /** @eos pure */
  update(data: any, ...encodings: any[]): any;
  /** @eos pure */
  final(encoding?: string): any;
  /** @eos pure */
  setAuthTag(tag: any, encoding?: string): this;
}

export interface Sign {
  /** @eos pure */
  update(data: Bytes, encoding?: string): this;
  /** @eos pure */
  sign(key: any, encoding?: string): any;
}

export interface Verify {
  /** @eos pure */
  update(data: Bytes, encoding?: string): this;
  /** @eos pure */
  verify(key: any, signature: any, encoding?: string): boolean;
}

/** @eos pure */
export function createHash(algorithm: string, options?: any): Hash;
/** @eos pure */
export function createHmac(algorithm: string, key: any, options?: any): Hmac;
/** @eos pure */
export function hash(algorithm: string, data: Bytes, encoding?: string): string;
/** @eos pure */
export function createCipheriv(algorithm: string, key: any, iv: any, options?: any): Cipheriv;
/** @eos pure */
export function createDecipheriv(algorithm: string, key: any, iv: any, options?: any): Decipheriv;
/** @eos pure */
export function createSign(algorithm: string, options?: any): Sign;
/** @eos pure */
export function createVerify(algorithm: string, options?: any): Verify;
/** @eos pure */
export function sign(algorithm: string | null | undefined, data: any, key: any): Buffer;
/** @eos pure */
export function verify(algorithm: string | null | undefined, data: any, key: any, signature: any): boolean;
/** @eos pure */
export function pbkdf2Sync(password: any, salt: any, iterations: number, length: number, digest: string): Buffer;
/** @eos pure */
export function scryptSync(password: any, salt: any, length: number, options?: any): Buffer;
/** @eos pure */
export function timingSafeEqual(a: any, b: any): boolean;
/** @eos pure */
export function createPrivateKey(key: any): any;
/** @eos pure */
export function createPublicKey(key: any): any;
/** @eos pure */
export function createSecretKey(key: any, encoding?: string): any;
/** @eos unstable random */
export function randomUUID(options?: any): string;
/** @eos unstable random */
export function randomBytes(size: number): Buffer;
/** @eos calls 1 later */
export function randomBytes(size: number, callback: (error: Error | null, bytes: Buffer) => void): void;
/** @eos unstable random */
export function randomInt(max: number): number;
/** @eos unstable random */
export function randomInt(min: number, max: number): number;
/** @eos unstable random */
export function randomFillSync<T>(buffer: T, offset?: number, size?: number): T;
/** @eos unstable random */
export function getRandomValues<T>(array: T): T;
/** @eos unstable random */
export function generateKeyPairSync(type: string, options?: any): any;
/** @eos env */
export function getHashes(): string[];

export const subtle: SubtleCrypto;
export const webcrypto: Crypto;
export const constants: any;

export {};
