import { projectUrl } from '@kafka-eos/linter/rule-url';
import type { AnalysisReply } from './analysis-job.ts';

type Failure = Extract<AnalysisReply, { readonly kind: 'failed' }>;

/** What an analysis that ended early means to whoever sits at the editor. */
export function failureOf(error: unknown): Failure {
  return { kind: 'failed', message: messageOf(error) };
}

function messageOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return 'the analysis ran out of memory; open a part of the workspace';
  }
  if (error instanceof RangeError && error.message.includes('call stack')) {
    return 'some code is nested too deeply to be analysed';
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `internal error: ${reason}; please report it at ${projectUrl}/issues`;
}
