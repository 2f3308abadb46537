// Solana, `@solana/web3.js` 1: a transaction that is sent moves money.

export class Connection {
  constructor(endpoint: string, options?: any);
  /** @eos write payment non-idempotent */
  sendTransaction(transaction: any, signers?: any, options?: any): Promise<string>;
  /** @eos write payment non-idempotent */
  sendRawTransaction(raw: any, options?: any): Promise<string>;
  /** @eos write payment non-idempotent */
  sendEncodedTransaction(encoded: string, options?: any): Promise<string>;
  confirmTransaction(strategy: any, commitment?: any): Promise<any>;
  getLatestBlockhash(options?: any): Promise<any>;
  getBalance(key: any, options?: any): Promise<number>;
  getSignatureStatus(signature: string, options?: any): Promise<any>;
  getTransaction(signature: string, options?: any): Promise<any>;
}

/** @eos write payment non-idempotent */
export function sendAndConfirmTransaction(
  connection: any,
  transaction: any,
  signers: any[],
  options?: any,
): Promise<string>;
/** @eos write payment non-idempotent */
export function sendAndConfirmRawTransaction(connection: any, raw: any, ...options: any[]): Promise<string>;

/** Builds instructions; nothing moves before one is sent. */
export class SystemProgram {
  /** @eos pure */
  static transfer(params: any): TransactionInstruction;
  static createAccount(params: any): TransactionInstruction;
  static readonly programId: PublicKey;
}

export class TransactionInstruction {
  constructor(options: any);
}

export class Transaction {
  constructor(options?: any);
  add(...items: any[]): this;
  sign(...signers: any[]): void;
  serialize(config?: any): Buffer;
  feePayer?: PublicKey;
  recentBlockhash?: string;
}

export class VersionedTransaction {
  constructor(message: any, signatures?: any);
  sign(signers: any[]): void;
  serialize(): any;
}

export class PublicKey {
  constructor(value: any);
  toBase58(): string;
  toString(): string;
}

export class Keypair {
  static fromSecretKey(key: any, options?: any): Keypair;
  /** @eos unstable random */
  static generate(): Keypair;
  readonly publicKey: PublicKey;
  readonly secretKey: any;
}

export const LAMPORTS_PER_SOL: number;
export function clusterApiUrl(cluster?: string, tls?: boolean): string;
