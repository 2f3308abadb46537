import { workerData } from 'node:worker_threads';
import { openRememberingEngine } from '@kafka-eos/linter/remembering-engine';
import { answerOn, isThreadData } from './thread-link.ts';
import { failureOf } from './analysis-failure.ts';
import type { Ask, Question } from './protocol.ts';
import { openWorkspaceSession } from './workspace-session.ts';

/** An editor may wander through many workspaces; each session holds what is known of one. */
const mostSessions = 16;
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

function sessionFor({ root, includeTests }: Question): Ask {
  const key = JSON.stringify([root, includeTests]);
  const session =
    sessions.get(key) ?? openWorkspaceSession({ root, includeTests, engine: openRememberingEngine(), now });
  // The one asked longest ago is the first.
  sessions.delete(key);
  sessions.set(key, session);
  for (const oldest of sessions.keys()) if (sessions.size > mostSessions) sessions.delete(oldest);
  return session;
}

function now(): number {
  return performance.now();
}
