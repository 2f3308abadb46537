import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { defaultEngine } from '@kafka-eos/linter/default-engine';
import type { RunFacts } from '../facts/facts-job.ts';

/** The analysis without a thread of its own: loading the compiler once is enough for many small workspaces. */
export const directFacts: RunFacts = ({ root, ...request }) => {
  const { analyze, libraries } = defaultEngine;
  return Promise.resolve({ kind: 'done', analysis: analyze({ ...request, host: createDiskHost(root), libraries }) });
};
