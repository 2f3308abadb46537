import type { DocumentWriter } from '../../sinks/documents/collection.ts';
import { isCallback } from '../../world/callback.ts';
import type { Application } from '../../world/ledger.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { isTransient, MongoError, noSuchTransaction } from './errors.ts';

export interface Applied {
  readonly applications: readonly Application[];
  /** The state that is left; without one it adds up. */
  readonly state?: string | undefined;
}

interface OpenTransaction {
  readonly writer: DocumentWriter;
  readonly applied: Applied[];
  aborted: boolean;
}

/** A session, with a transaction of which the server hears with its first operation. */
export class ClientSession {
  private readonly process: SimulatedProcess;
  private begun = false;
  private transaction: OpenTransaction | undefined;

  constructor(process: SimulatedProcess) {
    this.process = process;
    process.onExit(() => {
      this.drop();
    });
  }

  inTransaction = (): boolean => this.begun;

  startTransaction = (): void => {
    if (this.begun) throw new MongoError('Transaction already in progress');
    this.begun = true;
  };

  commitTransaction = async (): Promise<void> => {
    this.mustHaveBegun();
    if (this.transaction) await this.end('COMMIT', this.commit);
    this.begun = false;
  };

  abortTransaction = async (): Promise<void> => {
    this.mustHaveBegun();
    this.begun = false;
    // The driver tells nobody of its failure.
    if (this.transaction)
      await this.end('ROLLBACK', () => {
        this.drop();
      }).catch(() => undefined);
  };

  endSession = (): Promise<void> => {
    this.drop();
    return Promise.resolve();
  };

  /** Runs the callback in a transaction, and again after a conflict with another one. */
  withTransaction = async (run: unknown): Promise<unknown> => {
    if (!isCallback(run)) throw new MongoError('withTransaction takes a function');
    for (;;) {
      this.startTransaction();
      try {
        const result = await run(this);
        // Whoever has ended it by hand meant that.
        if (this.begun) await this.commitTransaction();
        return result;
      } catch (error) {
        if (this.begun) await this.abortTransaction();
        if (!isTransient(error)) throw error;
      }
    }
  };

  /** The transaction of an operation; undefined for one that is on its own. */
  open(): OpenTransaction | undefined {
    if (!this.begun) return undefined;
    this.transaction ??= { writer: this.process.world.documents.newWriter(), applied: [], aborted: false };
    if (this.transaction.aborted) throw noSuchTransaction();
    return this.transaction;
  }

  writer(): DocumentWriter | undefined {
    return this.transaction?.writer;
  }

  /** An operation was refused, or is lost: what was open can only be aborted. */
  doom(): void {
    if (!this.transaction) return;
    this.process.world.documents.abort(this.transaction.writer);
    this.transaction.aborted = true;
  }

  private end(label: string, apply: () => void): Promise<void> {
    return this.process.perform({
      label,
      point: 'write',
      apply,
      failed: () => {
        this.drop();
      },
    });
  }

  private readonly commit = (): void => {
    const { transaction } = this;
    if (transaction?.aborted === true) throw noSuchTransaction();
    this.transaction = undefined;
    if (!transaction) return;
    const { documents, ledger } = this.process.world;
    documents.commit(transaction.writer);
    for (const { applications, state } of transaction.applied) ledger.apply(applications, state);
  };

  private drop(): void {
    if (this.transaction) this.process.world.documents.abort(this.transaction.writer);
    this.transaction = undefined;
    this.begun = false;
  }

  private mustHaveBegun(): void {
    if (!this.begun) throw new MongoError('No transaction started');
  }
}
