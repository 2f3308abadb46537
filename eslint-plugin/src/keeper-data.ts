import { MessagePort } from 'node:worker_threads';
import { isThreadData, type ThreadData } from './thread-link.ts';

/** What the thread is given that watches over the analysis. */
export interface KeeperData extends ThreadData {
  /** The URL of the analysis. */
  readonly script: string;
  /** Where questions come from, and answers go to. */
  readonly analysisPort: MessagePort;
}

export function isKeeperData(value: unknown): value is KeeperData {
  return (
    isThreadData(value) &&
    'script' in value &&
    typeof value.script === 'string' &&
    'analysisPort' in value &&
    value.analysisPort instanceof MessagePort
  );
}
