// typeorm-transactional: a method runs in a transaction, which the repositories that it uses belong to.

/** @eos db-transaction decorated */
export function Transactional(options?: any): (...target: any[]) => any;
/**
 * @eos db-transaction run=0
 * @eos ambient-inside
 */
export function runInTransaction<T>(run: () => Promise<T>, options?: any): Promise<T>;
export function initializeTransactionalContext(options?: any): any;
export function addTransactionalDataSource(source: any): any;
export {};
