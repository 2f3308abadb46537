import { field, isCallback, type Callback } from '../../world/callback.ts';
import type { RunningConsumer } from '../../world/running-consumer.ts';

export interface RunOptions {
  readonly delivery: RunningConsumer['delivery'];
  readonly handler: Callback | undefined;
  readonly autoCommit: boolean;
  /** An interval or a threshold is set, so that offsets are committed in the middle of a batch, too. */
  readonly commitsOften: boolean;
  /** A batch whose handler returns is resolved to its end. */
  readonly autoResolve: boolean;
}

/** What `run` is given. Options that are put anywhere else are not read by the library either. */
export function readRunOptions(options: unknown): RunOptions {
  const [eachMessage, eachBatch] = [field(options, 'eachMessage'), field(options, 'eachBatch')];
  const handler = isCallback(eachMessage) ? eachMessage : eachBatch;
  return {
    delivery: isCallback(eachMessage) ? 'each-message' : 'each-batch',
    handler: isCallback(handler) ? handler : undefined,
    autoCommit: field(options, 'autoCommit') !== false,
    commitsOften:
      typeof field(options, 'autoCommitInterval') === 'number' ||
      typeof field(options, 'autoCommitThreshold') === 'number',
    autoResolve: field(options, 'eachBatchAutoResolve') !== false,
  };
}
