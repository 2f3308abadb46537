import { noClientUse } from '@kafka-eos/analyzer/facts/client-use';
import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { Consumer } from '@kafka-eos/analyzer/facts/consumer';
import type { Directive } from '@kafka-eos/analyzer/facts/directive';
import type { Place } from '@kafka-eos/analyzer/facts/place';
import { childOf, relativePath } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import type { Fix, RawFinding, Rule } from '@kafka-eos/rules/contract/define-rule';
import type { AnalysisRequest, LintEngine } from '../engine.ts';
import { decodeForDisplay } from '../source-text.ts';

/**
 * An engine for tests of everything around the real one. Each `TRAP_name` in a file is a finding of the rule `trap`
 * with the message id `name`; the fix that goes with the name is in `fixes` below. `BROKEN` leaves a file unanalysed.
 */
export const fakeEngine: LintEngine = { analyze, libraries: [], rules: [trapRule('trap'), quietRule()] };

export function engineWith(...rules: readonly Rule[]): LintEngine {
  return { ...fakeEngine, rules: [...fakeEngine.rules, ...rules] };
}

function trapRule(id: string): Rule {
  return {
    id,
    summary: 'A trap of this test.',
    severity: { recommended: 'error', strict: 'error' },
    messageIds: [],
    run: ({ consumers }) => consumers.map((consumer) => findingAt(id, consumer)),
  };
}

/** Off unless asked for; finds `TRAP_quiet` only. */
function quietRule(): Rule {
  const severity = { recommended: 'off', strict: 'warning' } as const;
  return {
    id: 'quiet',
    summary: 'A rule that the recommended preset leaves out.',
    severity,
    messageIds: ['quiet'],
    run: ({ consumers }) =>
      consumers
        .filter(({ id }) => id === 'quiet')
        .map((consumer) => ({ ...findingAt('quiet', consumer), severity, fixes: () => [] })),
  };
}

function findingAt(rule: string, { id, place }: Consumer): RawFinding {
  return {
    rule,
    messageId: id,
    severity: { recommended: 'error', strict: 'error' },
    message: `There is a trap here: ${id}.`,
    help: 'It bites.\nStep aside.',
    place,
    related: [],
    trace: [{ place, kind: 'fault', message: 'the process crashes here' }],
    fixes: () => fixes.get(id)?.(place) ?? [],
  };
}

const replaced = (place: Place, text: string, safety: Fix['safety'] = 'safe'): Fix => ({
  title: `write ${text}`,
  safety,
  edits: [{ place, text }],
});

const fixes: ReadonlyMap<string, (place: Place) => readonly Fix[]> = new Map([
  ['safe', (place: Place) => [replaced(place, 'fine')]],
  ['unsafe', (place: Place) => [replaced(place, 'fine', 'unsafe')]],
  [
    'useless',
    (place: Place) => [{ ...replaced(place, '/* ! */'), edits: [{ place: atStart(place), text: '/* ! */' }] }],
  ],
  ['spreading', (place: Place) => [replaced(place, 'TRAP_plain')]],
  ['breaking', (place: Place) => [replaced(place, 'BROKEN')]],
  ['example', (place: Place) => [replaced(place, 'like this', 'example')]],
  ['lines', (place: Place) => [replaced(place, 'one\ntwo')]],
  ['stepwise', (place: Place) => [replaced(place, 'TRAP_safe'), replaced(place, 'TRAP_spreading')]],
  [
    'failing',
    () => {
      throw new Error('no fix');
    },
  ],
]);

function atStart({ file, start }: Place): Place {
  return { file, start, end: start };
}

function analyze({ host }: AnalysisRequest): Analysis {
  const files = sourcesIn(host, host.root);
  const texts = files.map((file) => ({ file: relativePath(host.root, file), text: textIn(host, file) }));
  const consumers = texts.flatMap(({ file, text }) => trapsIn(file, text));
  return {
    filesScanned: files.length,
    files: texts.map(({ file }) => file),
    clients: consumers.length > 0 ? ['trapjs'] : [],
    consumers,
    units: [],
    topicWrites: [],
    clientUse: noClientUse,
    directives: texts.flatMap(({ file, text }) => directivesIn(file, text)),
    notices: texts
      .filter(({ text }) => text.includes('BROKEN'))
      .map(({ file }) => ({ file, message: 'cannot be parsed', incomplete: true })),
  };
}

function sourcesIn(host: WorkspaceHost, folder: string): readonly string[] {
  return host
    .readFolder(folder)
    .flatMap(({ name, kind }) => {
      const path = childOf(folder, name);
      return kind === 'folder' ? sourcesIn(host, path) : name.endsWith('.ts') ? [path] : [];
    })
    .sort();
}

function textIn(host: WorkspaceHost, file: string): string {
  const content = host.readFile(file);
  return content.kind === 'bytes' ? decodeForDisplay(content.bytes) : '';
}

function trapsIn(file: string, text: string): readonly Consumer[] {
  return matches(file, text, /TRAP_(\w+)/g).map(({ place, name }) => ({
    id: name,
    place,
    library: 'trapjs',
    topics: [],
    topicsUnknown: false,
  }));
}

function directivesIn(file: string, text: string): readonly Directive[] {
  return matches(file, text, /\/\/ (kafka-eos-.*)/g).map(({ place, name }) => ({
    place,
    text: name.trim(),
    nextLine: place.start.line + 1,
  }));
}

function matches(
  file: string,
  text: string,
  pattern: RegExp,
): readonly { readonly place: Place; readonly name: string }[] {
  return text.split(/\r?\n/).flatMap((content, index) =>
    [...content.matchAll(pattern)].map((match) => ({
      name: match[1] ?? '',
      place: {
        file,
        start: { line: index + 1, column: match.index + 1 },
        end: { line: index + 1, column: match.index + 1 + match[0].length },
      },
    })),
  );
}
