import type { FailedReply } from './worker-protocol.ts';

const report = 'please report it at https://github.com/kafka-eos/kafka-eos/issues (KAFKA_EOS_DEBUG=1 shows where)';

/** What an analysis that ended early means to the user. */
export function failureOf(error: unknown): FailedReply {
  const stack = error instanceof Error ? { stack: error.stack ?? '' } : {};
  return { kind: 'failed', message: messageOf(error), ...stack };
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return `internal error: ${String(error)}; ${report}`;
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return 'the analysis ran out of memory; check a part of the workspace, as in "kafka-eos check services/payments"';
  }
  if (error instanceof RangeError && error.message.includes('call stack')) {
    return 'some code is nested too deeply to be analysed; check the other folders one by one, or leave that file out';
  }
  return `internal error: ${error.message}; ${report}`;
}
