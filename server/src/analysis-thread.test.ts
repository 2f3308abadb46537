import assert from 'node:assert/strict';
import type { AnalysisReply } from './analysis-job.ts';
import { openAnalysisThread } from './analysis-thread.ts';
import { defaultSettings } from './folder-settings.ts';

const script = new URL('./testing/moody-worker.js', import.meta.url);

describe('the analysis thread', () => {
  const ask = (analyse: ReturnType<typeof openAnalysisThread>, root: string, signal?: AbortSignal) =>
    analyse(
      { root, folders: [root], texts: new Map(), disk: 0, settings: defaultSettings, question: { kind: 'findings' } },
      signal,
    );
  const textOf = (reply: AnalysisReply): string => (reply.kind === 'failed' ? reply.message : reply.kind);

  it('answers in order, and goes on after a crash', async () => {
    const analyse = openAnalysisThread(script);
    const replies = ['/a', '/throws', '/b', '/exits', '/c'].map((root) => ask(analyse, root));
    const texts = (await Promise.all(replies)).map(textOf);
    assert.deepEqual([texts[0], texts[2], texts[4]], ['answer for /a', 'answer for /b', 'answer for /c']);
    assert.match(texts[1] ?? '', /^internal error: a bug of ours; please report it at https/);
    assert.match(texts[3] ?? '', /stopped with code 3/);
  });

  it('gives up what nobody waits for, running or not', async () => {
    const analyse = openAnalysisThread(script, 1);
    const end = new AbortController();
    const running = ask(analyse, '/hangs', end.signal);
    const queued = ask(analyse, '/a', end.signal);
    const wanted = ask(analyse, '/b');
    end.abort();
    assert.deepEqual([textOf(await running), textOf(await queued)], ['cancelled', 'cancelled']);
    assert.equal(textOf(await wanted), 'answer for /b');
  });
});
