import { workerData } from 'node:worker_threads';
import { defaultEngine } from '@kafka-eos/linter/default-engine';
import { answerOn, isThreadData } from './thread-link.ts';
import { failureOf } from './analysis-failure.ts';
import type { Ask } from './protocol.ts';
import { openWorkspaceSession } from './workspace-session.ts';

const sessions = new Map<string, Ask>();

const ask: Ask = (question) => {
  try {
    return sessionFor(question)(question);
  } catch (error) {
    return failureOf(error);
  }
};

const data: unknown = workerData;
if (isThreadData(data)) answerOn(data, ask);

function sessionFor({ root, includeTests }: Parameters<Ask>[0]): Ask {
  const key = JSON.stringify([root, includeTests]);
  const session =
    sessions.get(key) ??
    openWorkspaceSession({ root, includeTests, engine: defaultEngine, now: () => performance.now() });
  sessions.set(key, session);
  return session;
}
