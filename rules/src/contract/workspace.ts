import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';

/** What a rule may ask about the whole workspace besides the thing it inspects. */
export type Workspace = Pick<Analysis, 'units' | 'consumers' | 'topicWrites' | 'clientUse'>;
