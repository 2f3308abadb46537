import { projectUrl } from '@kafka-eos/linter/rule-url';
import type { Answer } from './protocol.ts';

/** What an analysis that ended early means to whoever reads the messages of a linter. */
export function failureOf(error: unknown): Extract<Answer, { readonly kind: 'failed' }> {
  return { kind: 'failed', message: messageOf(error) };
}

function messageOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return 'the analysis ran out of memory; lint a part of the workspace, or name a smaller root in the settings';
  }
  if (error instanceof RangeError && error.message.includes('call stack')) {
    return 'some code is nested too deeply to be analysed';
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `internal error: ${reason}; please report it at ${projectUrl}/issues`;
}
