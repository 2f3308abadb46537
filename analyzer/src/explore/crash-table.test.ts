import assert from 'node:assert/strict';
import type { CrashOutcome, CrashPoint } from '../facts/crash-table.ts';
import type { Unit } from '../facts/unit.ts';
import { analysisOf, handlerFile, type Files } from '../testing/workspace-of.ts';

const BEGIN = 'const transaction = await producer.transaction();';

function unitWithTable(files: Files, tableOf = 'main.ts'): Unit {
  const [unit] = analysisOf(files, 20_000, tableOf).units;
  assert.ok(unit);
  return unit;
}

/** A row for each point: the step, and what each effect is before the crash and comes to. */
function rowsOf(body: string, top = '', options = ''): readonly string[] {
  const { crashTable } = unitWithTable(handlerFile(body, top, options));
  return (crashTable?.points ?? []).map((point) => `${nameOf(point)}: ${point.outcomes.map(shown).join(', ')}`);
}

function nameOf({ moment, label }: CrashPoint): string {
  return moment === 'after' ? label : moment;
}

function shown({ kept, dropped, performed, ends }: CrashOutcome): string {
  const words = [
    kept === 'never' ? '' : 'kept',
    dropped === 'never' ? '' : 'dropped',
    performed === 'never' ? '' : 'runs',
  ];
  return [...words.filter((word) => word !== ''), ends.join('|')].join(' ');
}

describe('the crash table', () => {
  it('has the three rows of every failure drill for a plain payment', () => {
    assert.deepEqual(rowsOf('await bank.charge({});'), [
      'before: runs once',
      'bank.charge: kept runs duplicate',
      'returned: kept runs duplicate',
      'committed: kept once',
    ]);
  });

  it('shows what moves together in a transaction, and what does not', () => {
    const body = `${BEGIN} await transaction.send({ topic: "t", messages: [] });
      await bank.charge({});
      await transaction.sendOffsets({ consumerGroupId: "billing", topics: [] }); await transaction.commit();`;
    assert.deepEqual(rowsOf(body, '', 'autoCommit: false,'), [
      'before: runs once, runs once',
      'transaction.send: dropped runs aborted-read, runs once',
      'bank.charge: dropped runs aborted-read, kept runs duplicate',
      'sendOffsets: dropped runs aborted-read, kept runs duplicate',
      'the commit of the transaction: kept once, kept once',
      'returned: kept once, kept once',
    ]);
  });

  it('shows what a claim before the payment loses, and nothing else', () => {
    assert.deepEqual(rowsOf('if (!(await database.claim("seen", {}))) return; await bank.charge({});'), [
      'before: runs once, runs once',
      'database.claim: kept runs once, lost-write',
      'bank.charge: kept runs once, kept once',
      'returned: kept runs once, kept once',
      'committed: kept once, kept once',
    ]);
  });

  it('names the memory that is lost', () => {
    const body = 'if (seen.has(message.offset)) return; await bank.charge({}); seen.add(message.offset);';
    const { crashTable } = unitWithTable(handlerFile(body, 'const seen = new Set();'));
    const forgetting = crashTable?.points.filter(({ forgotten }) => forgotten.length > 0) ?? [];
    assert.deepEqual(
      forgetting.map((point) => `${nameOf(point)} ${point.forgotten.join()} ${point.redelivered}`),
      ['seen remembers the message seen always', 'returned seen always', 'committed seen never'],
    );
  });

  it('gives every end where paths differ, the worst first', () => {
    const body =
      'if (message.retry) await bank.charge({}); else await bank.charge({}, { idempotencyKey: message.offset });';
    const { crashTable, effects } = unitWithTable(handlerFile(body));
    const returned = crashTable?.points.find(({ moment }) => moment === 'returned');
    assert.deepEqual(
      returned?.outcomes.map(({ effect }) => effect),
      effects.map(({ effect }) => effect.id),
    );
    assert.deepEqual(
      returned.outcomes.map(({ ends }) => ends[0]),
      ['duplicate', 'once'],
    );
  });

  it('has no outcome for what has no verdict', () => {
    const rows = rowsOf('try { await bank.charge({}, unseen(1)); } catch { await database.insert("x", {}); }');
    assert.ok(rows.every((row) => / unknown, unknown$/.test(row)) || rows.length === 0, rows.join('\n'));
  });

  it('never contradicts the verdict', () => {
    const bodies = [
      'await database.upsert("x", {}); await bank.charge({});',
      'for (const item of message.items) await bank.charge(item);',
      'try { await bank.charge({}); } finally { await database.insert("log", {}); }',
      'await retrying(() => bank.charge({}));',
      `${BEGIN} try { await transaction.send({ topic: "t", messages: [] }); await transaction.commit(); } catch (e) { await transaction.abort(); throw e; }`,
    ];
    for (const body of bodies) {
      const { crashTable, effects } = unitWithTable(handlerFile(body));
      assert.ok(crashTable && crashTable.points.length > 2, body);
      for (const { effect, verdict } of effects) {
        const found = new Set<string>(verdict.anomalies.map(({ kind }) => kind));
        const bad = crashTable.points.flatMap(({ outcomes }) =>
          outcomes.filter((outcome) => outcome.effect === effect.id).flatMap(({ ends }) => ends.filter(isBad)),
        );
        for (const end of bad) assert.ok(found.has(end), `${body}: ${effect.label} ${end}`);
      }
    }
  });

  it('is there for the units that enter the file, and no other', () => {
    const files = {
      'main.ts': handlerFile('await pay(message);', "import { pay } from './pay.ts';"),
      'pay.ts': `import { Bank } from 'some-sinks';
        const bank = new Bank();
        export async function pay(order: unknown): Promise<void> {
          await bank.charge(order);
        }`,
      'other.ts': 'export const x = 1;',
    };
    const { crashTable } = unitWithTable(files, 'pay.ts');
    const after = crashTable?.points.find(({ moment }) => moment === 'after');
    assert.equal(after?.place.file, 'pay.ts');
    assert.deepEqual(
      after.calls.map(({ file }) => file),
      ['main.ts'],
    );
    assert.deepEqual(
      crashTable?.functions.map(({ file }) => file),
      ['main.ts', 'pay.ts'],
    );
    assert.equal(unitWithTable(files, 'other.ts').crashTable, undefined);
  });
});

function isBad(end: string): boolean {
  return end === 'duplicate' || end === 'lost-write';
}
