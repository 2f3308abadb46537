/**
 * What a Kafka library does around a handler and inside a transaction, as far as the crash model or the map asks for it.
 * It is data of one major version of the library, each fact with its source there.
 */
export interface ClientProfile {
  /** Auto-commit when no option says otherwise. */
  readonly autoCommitDefault: boolean;
  /**
   * When auto-commit moves the group's position past a message: `after-handler`, once the handler has returned;
   * `at-fetch`, before the handler sees it; `in-background`, at any moment from the hand-over on.
   */
  readonly autoCommitMoves: 'after-handler' | 'at-fetch' | 'in-background';
  /**
   * True when auto-commit commits what was resolved also where a transaction has committed more: the library trusts its
   * own notes, and they differ from the group's once the answer of a commit is lost.
   */
  readonly autoCommitMayStepBack: boolean;
  /** What happens after a handler throws, in words for a trace. */
  readonly afterThrow: string;
  /** Who hands a message over again after a handler threw: the same process, or nobody until a new one starts. */
  readonly throwRedelivers: 'in-process' | 'after-restart';
  /**
   * What a commit or an abort that failed leaves behind: a producer that begins no transaction any more and whose
   * handle is inactive, or a transaction that is still open and can be aborted.
   */
  readonly failedSettlement: 'producer-unusable' | 'still-open';
  /** True when `sendOffsets` carries the group's generation, so that the group refuses those of a zombie. */
  readonly sendOffsetsCarryGeneration: boolean;
  /** The same of offset commits by hand and of auto-commit. */
  readonly offsetCommitsCarryGeneration: boolean;
  /** What a send on the producer itself does while a transaction of it is open. */
  readonly sendDuringTransaction: 'outside' | 'inside' | 'rejected';
  /** True when a partition is given away only after its handler has finished, with its commits accepted. */
  readonly awaitsHandlerBeforeRevocation: boolean;
  /**
   * What makes a batch stale, as far as `isStale()` tells: only a seek in its partition; or also that its handler has taken
   * longer than the group waits, which has given the partition away.
   */
  readonly staleAfter: 'seek' | 'expulsion';
  /** After how many milliseconds the broker aborts an open transaction, when no option says otherwise. */
  readonly transactionTimeoutMs: number;
}

/** What is assumed of a library whose profile is not known: the best in every point, so that nothing rests on a guess. */
export const unknownClient: ClientProfile = {
  autoCommitDefault: true,
  autoCommitMoves: 'after-handler',
  autoCommitMayStepBack: false,
  afterThrow: 'the message is handed over again',
  throwRedelivers: 'in-process',
  failedSettlement: 'still-open',
  sendOffsetsCarryGeneration: true,
  offsetCommitsCarryGeneration: true,
  sendDuringTransaction: 'outside',
  awaitsHandlerBeforeRevocation: true,
  staleAfter: 'expulsion',
  transactionTimeoutMs: 60_000,
};
