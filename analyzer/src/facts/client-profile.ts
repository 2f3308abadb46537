/** What a Kafka library does around a handler. It is data of the library's stub, each fact with its source there. */
export interface ClientProfile {
  /** Auto-commit when no option says otherwise. */
  readonly autoCommitDefault: boolean;
  /** What happens after a handler throws, in words for a trace. */
  readonly afterThrow: string;
  /** True when a commit that failed leaves the transaction inactive, so that a guarded abort is skipped. */
  readonly inactiveAfterFailedCommit: boolean;
}
