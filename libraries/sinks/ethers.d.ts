// ethers 5, 6: a transaction that is sent moves money.

interface TransactionResponse {
  hash: string;
  wait(confirms?: number, timeout?: number): Promise<any>;
}

export class Wallet {
  constructor(key: any, provider?: any);
  /** @eos unstable random */
  static createRandom(...args: any[]): any;
  readonly address: string;
  connect(provider: any): Wallet;
  /** @eos write payment non-idempotent resource=0.to */
  sendTransaction(transaction: any): Promise<TransactionResponse>;
  signTransaction(transaction: any): Promise<string>;
  getNonce(block?: any): Promise<number>;
}

export class JsonRpcSigner {
  /** @eos write payment non-idempotent resource=0.to */
  sendTransaction(transaction: any): Promise<TransactionResponse>;
  getAddress(): Promise<string>;
}

export class JsonRpcProvider {
  constructor(url?: any, network?: any, options?: any);
  getSigner(address?: any): Promise<JsonRpcSigner>;
  /** @eos write payment non-idempotent */
  broadcastTransaction(signed: string): Promise<TransactionResponse>;
  getBalance(address: any, block?: any): Promise<bigint>;
  getBlockNumber(): Promise<number>;
  getTransactionReceipt(hash: string): Promise<any>;
  waitForTransaction(hash: string, confirms?: number, timeout?: number): Promise<any>;
}

/** Whether one of its methods reads or writes stands in the contract's ABI. */
export class Contract {
  constructor(target: any, abi: any, runner?: any);
  connect(runner: any): Contract;
  [method: string]: any;
}

export function parseEther(ether: string): bigint;
export function parseUnits(value: string, unit?: any): bigint;
export function formatEther(wei: any): string;

export namespace ethers {
  export { Wallet, JsonRpcSigner, JsonRpcProvider, Contract, parseEther, parseUnits, formatEther };
}

export {};
