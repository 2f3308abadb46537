import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LintEngine } from '@kafka-eos/linter/engine';
import { fakeEngine } from '@kafka-eos/linter/testing/fake-engine';
import type { Answer, Question } from './protocol.ts';
import { inFolder, writeFiles } from './testing/temporary-folder.ts';
import { openWorkspaceSession } from './workspace-session.ts';

type Files = Readonly<Record<string, string>>;
type Asked = Partial<Pick<Question, 'text' | 'isFixed' | 'preset'>>;

interface Sample {
  readonly root: string;
  readonly ask: (file: string, asked?: Asked) => Answer;
  /** The places at which the file has traps. */
  readonly traps: (file: string, asked?: Asked) => readonly string[];
  readonly analyses: () => number;
  /** Lets time go by until the disk is looked at again. */
  readonly later: () => void;
}

function inSession(files: Files, test: (sample: Sample) => void, engine: LintEngine = fakeEngine): Promise<void> {
  return inFolder(files, (root) => {
    let analyses = 0;
    let time = 0;
    const counted: LintEngine = {
      ...engine,
      analyze: (request) => {
        analyses += 1;
        return engine.analyze(request);
      },
    };
    const session = openWorkspaceSession({ root, includeTests: false, engine: counted, now: () => time });
    const ask: Sample['ask'] = (file, asked = {}) =>
      session({ root, path: join(root, file), preset: 'recommended', includeTests: false, isFixed: false, ...asked });
    const traps: Sample['traps'] = (file, asked) => {
      const answer = ask(file, asked);
      assert.equal(answer.kind, 'checked');
      return answer.findings.map(({ messageId, start }) => `${messageId} ${start.line}`);
    };
    test({ root, ask, traps, analyses: () => analyses, later: () => (time += 1_000_000) });
  });
}

describe('a workspace session', () => {
  it('analyses once, whoever asks about which file', () =>
    inSession({ 'a.ts': 'TRAP_x', 'b.ts': 'TRAP_y', 'c.ts': '' }, ({ traps, analyses }) => {
      assert.deepEqual(traps('a.ts'), ['x 1']);
      assert.deepEqual(traps('b.ts'), ['y 1']);
      assert.deepEqual(traps('c.ts', { preset: 'strict' }), []);
      assert.deepEqual(traps('a.ts'), ['x 1']);
      assert.equal(analyses(), 1);
    }));

  it('sees the unsaved text of every file until that file is written', () =>
    inSession({ 'a.ts': '', 'b.ts': '' }, ({ root, traps, later }) => {
      assert.deepEqual(traps('a.ts', { text: '\nTRAP_a' }), ['a 2']);
      assert.deepEqual(traps('b.ts', { text: 'TRAP_b' }), ['b 1']);
      assert.deepEqual(traps('a.ts', { text: '\nTRAP_a' }), ['a 2']);
      assert.deepEqual(traps('b.ts'), []);
      writeFiles(root, { 'a.ts': 'saved with another text' });
      later();
      assert.deepEqual(traps('b.ts'), []);
      assert.deepEqual(traps('a.ts'), []);
    }));

  it('analyses again when a file was written, added or removed', () =>
    inSession({ 'a.ts': 'TRAP_x', 'kafka-eos.config.json': '{}' }, ({ root, traps, analyses, later }) => {
      assert.deepEqual(traps('a.ts'), ['x 1']);
      writeFiles(root, { 'b.ts': 'TRAP_new' });
      later();
      assert.deepEqual(traps('b.ts'), ['new 1']);
      writeFiles(root, { 'kafka-eos.config.json': '{ "ignore": ["b.ts"] }' });
      later();
      assert.deepEqual(traps('b.ts'), []);
      rmSync(join(root, 'kafka-eos.config.json'));
      later();
      assert.deepEqual(traps('b.ts'), ['new 1']);
      assert.equal(analyses(), 4);
    }));

  it('lets its engine know whether only unsaved texts are others than before', () => {
    const disks: unknown[] = [];
    const noting: LintEngine = {
      ...fakeEngine,
      analyze: (request) => {
        disks.push(request.disk);
        return fakeEngine.analyze(request);
      },
    };
    return inSession(
      { 'a.ts': '', 'b.ts': '' },
      ({ root, ask, later }) => {
        ask('a.ts');
        ask('a.ts', { text: 'let typed' });
        writeFiles(root, { 'b.ts': 'written' });
        later();
        ask('b.ts');
        assert.equal(disks.length, 3);
        assert.equal(disks[0], disks[1]);
        assert.notEqual(disks[1], disks[2]);
      },
      noting,
    );
  });

  it('notices at once that the file itself was written', () =>
    inSession({ 'a.ts': 'TRAP_x' }, ({ root, traps }) => {
      assert.deepEqual(traps('a.ts'), ['x 1']);
      writeFiles(root, { 'a.ts': '\n\nTRAP_moved' });
      assert.deepEqual(traps('a.ts'), ['moved 3']);
    }));

  it('keeps its result while other fixes change files that Kafka code cannot reach', () => {
    const reaching: LintEngine = {
      ...fakeEngine,
      analyze: (request) => ({ ...fakeEngine.analyze(request), files: ['a.ts'] }),
    };
    return inSession(
      { 'a.ts': 'TRAP_x', 'b.ts': 'let b', 'c.ts': '' },
      ({ traps, analyses }) => {
        traps('a.ts');
        traps('b.ts', { text: 'const b', isFixed: true });
        assert.equal(analyses(), 1);
        traps('c.ts', { text: "import 'kafkajs'", isFixed: true });
        assert.equal(analyses(), 2);
        traps('a.ts', { text: 'TRAP_x;', isFixed: true });
        assert.equal(analyses(), 3);
        traps('b.ts', { text: 'const typed' });
        assert.equal(analyses(), 4);
      },
      reaching,
    );
  });

  it('shows fixes that work, in saved and in unsaved text', () =>
    inSession({ 'a.ts': 'TRAP_safe TRAP_spreading', 'b.ts': 'TRAP_safe' }, ({ ask }) => {
      const titles = (answer: Answer): unknown =>
        answer.kind === 'checked' && answer.findings.map(({ fixes }) => fixes.map(({ title }) => title));
      assert.deepEqual(titles(ask('a.ts')), [['write fine'], []]);
      assert.deepEqual(titles(ask('b.ts', { text: ' TRAP_safe' })), [['write fine']]);
      assert.deepEqual(titles(ask('a.ts')), [['write fine'], []]);
    }));

  it('takes settings of the analysis from configuration files, and levels from its host', () =>
    inSession(
      {
        'a.ts': 'TRAP_x',
        'old/b.ts': 'TRAP_x',
        'kafka-eos.config.json': '{ "rules": { "trap": "off" }, "ignore": ["old/**"] }',
      },
      ({ traps }) => {
        assert.deepEqual(traps('a.ts'), ['x 1']);
        assert.deepEqual(traps('old/b.ts'), []);
      },
    ));

  it('finds in the strict preset what the recommended one leaves out', () =>
    inSession({ 'a.ts': 'TRAP_quiet' }, ({ ask }) => {
      const rules = (answer: Answer): unknown => answer.kind === 'checked' && answer.findings.map(({ rule }) => rule);
      assert.deepEqual(rules(ask('a.ts')), ['trap']);
      assert.deepEqual(rules(ask('a.ts', { preset: 'strict' })), ['quiet', 'trap']);
    }));

  it('says of each file what of it was not analysed, and of a wrong configuration where it is wrong', () =>
    inSession({ 'a.ts': 'BROKEN', 'b.ts': '' }, ({ root, ask, later }) => {
      assert.deepEqual(ask('a.ts'), { kind: 'checked', findings: [], gaps: ['cannot be parsed'], blindSpots: [] });
      assert.deepEqual(ask('b.ts'), { kind: 'checked', findings: [], gaps: [], blindSpots: [] });
      writeFiles(root, { 'kafka-eos.config.json': '{\n  "presett": "strict"\n}' });
      later();
      const message = 'kafka-eos.config.json:2:3: unknown key "presett"; did you mean "preset"?';
      assert.deepEqual(ask('b.ts'), { kind: 'failed', message });
    }));
});
