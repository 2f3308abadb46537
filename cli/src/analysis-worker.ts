import { parentPort, workerData } from 'node:worker_threads';
import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { settableRules } from '@kafka-eos/linter/check-workspace';
import { defaultEngine } from '@kafka-eos/linter/default-engine';
import { mapWorkspace } from '@kafka-eos/linter/map/map-workspace';
import { openRememberingEngine } from '@kafka-eos/linter/remembering-engine';
import { fix, lint, type LintRequest } from '@kafka-eos/linter/session';
import { failureOf } from './analysis-failure.ts';
import { timedEngine } from './check/timed-engine.ts';
import { repositoryOf } from './files/repository-of.ts';
import type { AnalysisJob, AnalysisReply, MapJob, MapReply } from './worker-protocol.ts';

// The thread exists for its stack: code nests deeper than the main thread's stack can follow.
const job: unknown = workerData;
if (isMapJob(job)) parentPort?.postMessage(mapFor(job));
else if (isJob(job)) parentPort?.postMessage(replyTo(job));

function replyTo({ root, fix: level, ...request }: AnalysisJob): AnalysisReply {
  try {
    // Each fix is checked by another analysis, of which only what the fix touches is done again.
    const { engine, timings } = timedEngine(openRememberingEngine());
    const lintRequest: LintRequest = { ...request, ...sharingHost(root), disk: 0 };
    const result =
      level === 'none' ? { result: lint(lintRequest, engine), files: [], applied: 0 } : fix(lintRequest, level, engine);
    return { kind: 'done', ...result, rules: settableRules(defaultEngine).map(plainRule), timings: timings() };
  } catch (error) {
    return failureOf(error);
  }
}

function mapFor({ root, paths, includeTests, maxStates }: MapJob): MapReply {
  try {
    const request = { ...sharingHost(root), paths, includeTests, maxStates };
    return { kind: 'mapped', ...mapWorkspace(request, defaultEngine) };
  } catch (error) {
    return failureOf(error);
  }
}

/** A folder of a repository is asked about alone, and works with what the others share with it. */
function sharingHost(root: string): Required<Pick<LintRequest, 'host' | 'outermost'>> {
  const host = createDiskHost(root);
  return { host, outermost: repositoryOf(host.root, host) };
}

/** Without its functions: those do not cross a thread. */
function plainRule({ id, summary, severity }: ReturnType<typeof settableRules>[number]) {
  return { id, summary, severity };
}

/** Only the command starts this thread, so the shape is known; the check is for the compiler. */
function isJob(value: unknown): value is AnalysisJob {
  return typeof value === 'object' && value !== null && 'root' in value && 'settings' in value;
}

function isMapJob(value: unknown): value is MapJob {
  return typeof value === 'object' && value !== null && 'task' in value && value.task === 'map';
}
