import assert from 'node:assert/strict';
import { handlerFile, unitOf } from '../testing/workspace-of.ts';
import { transactionHandles } from './transaction-handles.ts';
import { transactionPaths } from './transaction-paths.ts';

const TOP = 'const own = kafka.producer({ transactionalId: "a" });';
const BEGIN = 'const transaction = await own.transaction();';
const SEND = 'await transaction.send({ topic: "out", messages: [] });';
const COMMIT = 'await transaction.commit();';
const ABORT = 'await transaction.abort();';
const GUARDED = `catch (e) { if (transaction.isActive()) ${ABORT} throw e; }`;

/** What some path does with the one transaction of a handler, as words. */
function seen(body: string): readonly string[] {
  const { knowledge, graph, conditions } = unitOf(handlerFile(body, TOP, 'autoCommit: false,'));
  const handles = transactionHandles(knowledge, graph);
  const [begin, ...others] = handles.begins.keys();
  assert.ok(begin, 'the handler begins no transaction');
  assert.equal(others.length, 0);
  const paths = transactionPaths({ graph, conditions, handles, begin, unusableAfterFailure: true });
  assert.equal(paths.complete, true);
  return [
    ...(paths.unsettled === undefined ? [] : ['unsettled']),
    ...(paths.bypasses.size > 0 ? ['bypassed'] : []),
    ...(paths.failedSends.size > 0 ? ['swallowed'] : []),
    ...(paths.lateAborts.size > 0 ? ['late abort'] : []),
    ...(paths.lateUses.size > 0 ? ['late use'] : []),
  ];
}

describe('the paths of a transaction', () => {
  const cases: readonly (readonly [title: string, body: string, expected: readonly string[]])[] = [
    ['settle it', `${BEGIN} try { ${SEND} ${COMMIT} } ${GUARDED}`, []],
    ['leave it open when a send fails', `${BEGIN} ${SEND} ${COMMIT}`, ['unsettled']],
    ['leave it open by a return', `${BEGIN} try { if (topic) return; ${SEND} ${COMMIT} } ${GUARDED}`, ['unsettled']],
    [
      'send past it',
      `${BEGIN} try { ${SEND} await own.send({ topic: "b", messages: [] }); ${COMMIT} } ${GUARDED}`,
      ['bypassed'],
    ],
    ['commit without what failed', `${BEGIN} try { try { ${SEND} } catch {} ${COMMIT} } ${GUARDED}`, ['swallowed']],
    ['send again what failed', `${BEGIN} try { try { ${SEND} } catch { ${SEND} } ${COMMIT} } ${GUARDED}`, []],
    [
      'abort after the commit failed',
      `${BEGIN} try { ${SEND} ${COMMIT} } catch (e) { ${ABORT} throw e; }`,
      ['late abort'],
    ],
    ['use it once it is over', `${BEGIN} try { ${SEND} ${COMMIT} ${SEND} } ${GUARDED}`, ['late use']],
    [
      'are told by a flag whether it is open',
      `${BEGIN} let open = true; try { ${SEND} open = false; ${COMMIT} } finally { if (open) ${ABORT} }`,
      [],
    ],
  ];
  for (const [title, body, expected] of cases) {
    it(title, () => {
      assert.deepEqual(seen(body), expected);
    });
  }
});
