/** A folder (or a single file) of product code, what it may import, and why it may import no more. */
export interface Layer {
  /** The longest match decides which layer a file is in. */
  readonly folder: string;
  /** Other layers, by their folder. Files of one layer may always import each other. */
  readonly layers: readonly string[];
  /** npm packages and `node:` modules; the globals `process` and `console` count as their modules. */
  readonly packages: readonly string[];
  readonly because: string;
}

const compiler = 'typescript';

/** From the bottom to the top: each step may import those before it. */
const analyzerSteps: readonly Omit<Layer, 'layers'>[] = [
  {
    folder: 'analyzer/src/facts',
    packages: [],
    because: 'Facts are the vocabulary that rules, reporters and the editor share; plain types outlive every engine.',
  },
  {
    folder: 'analyzer/src/typescript.ts',
    packages: [compiler],
    because: 'The compiler is loaded in one place, in the fast way; facts know nothing of it.',
  },
  {
    folder: 'analyzer/src/program',
    packages: [compiler, 'ignore', 'yaml'],
    because: 'The only door to the code of the workspace: everything else gets files as nodes, never as paths to open.',
  },
  {
    folder: 'analyzer/src/program/disk-host.ts',
    packages: ['node:fs', 'node:path'],
    because: 'The disk is one host among others; the editor and the tests bring their own.',
  },
  {
    folder: 'analyzer/src/recognize',
    packages: [compiler, 'node-sql-parser', 'node:module'],
    because: 'A call means what its stub says, wherever it stands, so control flow is none of its business.',
  },
  {
    folder: 'analyzer/src/flow',
    packages: [compiler],
    because: 'The graph of one function depends on that function alone; that is what makes it cacheable.',
  },
  {
    folder: 'analyzer/src/summaries',
    packages: [compiler],
    because: 'A summary is all that callers may know of a function, so it cannot know who calls it.',
  },
  {
    folder: 'analyzer/src/scopes',
    packages: [compiler],
    because: 'Consumers, producers and transactions are found in graphs; what a crash does to them comes later.',
  },
  {
    folder: 'analyzer/src/explore',
    packages: [compiler],
    because: 'Crash, replay and retry are explored over scopes only, so guarantees never depend on syntax.',
  },
  {
    folder: 'analyzer/src/pieces',
    packages: [compiler],
    because:
      'What a change leaves as it is is known piece by piece; no step below knows that there was a slice before.',
  },
  {
    folder: 'analyzer/src',
    packages: [],
    because: 'The façade puts the steps in order and decides nothing itself.',
  },
];

/** What any surface may use: the linter, and the parts of the analyzer that open and describe files. */
const belowAdapters: readonly string[] = [
  'analyzer/src',
  'analyzer/src/facts',
  'analyzer/src/program',
  'analyzer/src/program/disk-host.ts',
  'libraries/src',
  'rules/src',
  'linter/src',
];

/** The order of the product's code. A reviewer should find every boundary here, and nowhere else. */
export const layers: readonly Layer[] = [
  ...analyzerSteps.map((step, index) => ({
    ...step,
    layers: analyzerSteps.slice(0, index).map(({ folder }) => folder),
  })),
  {
    folder: 'libraries/src',
    layers: ['analyzer/src/facts'],
    packages: ['node:fs', 'node:path', 'node:url'],
    because: 'Stubs are data that ship with the package; loading them is the only code here.',
  },
  {
    folder: 'rules/src',
    layers: ['analyzer/src/facts'],
    packages: [],
    because: 'A rule judges facts. One that could see a syntax tree would walk it.',
  },
  {
    folder: 'linter/src',
    layers: ['analyzer/src', 'analyzer/src/facts', 'analyzer/src/program', 'libraries/src', 'rules/src'],
    packages: ['jsonc-parser', 'picomatch', 'valibot', 'node:crypto'],
    because:
      'The same session serves the command line, the editor and ESLint: it has no terminal and no disk of its own.',
  },
  {
    folder: 'cli/src',
    layers: belowAdapters,
    packages: [
      '@dagrejs/dagre',
      'commander',
      'node:child_process',
      'node:console',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:process',
      'node:url',
      'node:util',
      'node:worker_threads',
      'sarif',
    ],
    because: 'An adapter shows what the linter decided; this one owns a process and a terminal.',
  },
  {
    folder: 'server/src',
    layers: belowAdapters,
    packages: [
      'node:v8',
      'node:vm',
      'node:worker_threads',
      'vscode-languageserver',
      'vscode-languageserver-textdocument',
      'vscode-uri',
    ],
    because:
      'An adapter shows what the linter decided; an editor talks to this one, and a bad message must not end it.',
  },
  {
    folder: 'server/src/main.ts',
    layers: ['server/src', ...belowAdapters],
    packages: ['node:fs', 'node:process', 'node:timers/promises', 'vscode-languageserver/node'],
    because: 'The only file of the server that knows it is a process: the rest is tested without one.',
  },
  {
    folder: 'eslint-plugin/src',
    layers: belowAdapters,
    packages: ['eslint', 'node:fs', 'node:path', 'node:worker_threads'],
    because:
      'An adapter shows what the linter decided; in this one the host owns process and parser, and rules never see a tree.',
  },
  {
    folder: 'client/src',
    // Of the linter only the shapes of what the server sends; of the command line only the drawing of the map.
    layers: ['analyzer/src/facts', 'linter/src', 'cli/src'],
    packages: ['node:crypto', 'vscode', 'vscode-languageclient/node'],
    because:
      'The extension starts the server and shows what it says; it judges nothing, and every editor gets the same.',
  },
  {
    folder: 'drills/src',
    layers: [
      'analyzer/src',
      'analyzer/src/facts',
      'analyzer/src/program',
      'libraries/src',
      'rules/src',
      'linter/src',
      'drills/src/simulator',
    ],
    packages: [],
    because: 'What the analyzer claims is put to the test beside it: nothing that ships may depend on a drill.',
  },
  {
    folder: 'drills/src/simulate.ts',
    layers: ['drills/src', 'drills/src/simulator'],
    packages: ['node:console', 'node:fs', 'node:path', 'node:process', 'node:util'],
    because: 'The command of the simulator; all else gets programs as text.',
  },
  {
    folder: 'drills/src/simulator',
    layers: ['analyzer/src/facts'],
    packages: [
      'node:buffer',
      'node:crypto',
      'node:events',
      'node:module',
      'node:path',
      'node:process',
      'node:url',
      'node:util',
      'node:vm',
      'sucrase',
    ],
    because:
      'A second opinion is worth something only if it shares nothing with the first but its words: no compiler, no stubs.',
  },
  {
    folder: 'drills/src/generator',
    layers: ['drills/src/simulator'],
    packages: ['fast-check'],
    because: 'What is generated may depend on neither side of the comparison, or it would only ask what they know.',
  },
  {
    folder: 'drills/src/differential',
    layers: [
      'analyzer/src',
      'analyzer/src/facts',
      'analyzer/src/program',
      'analyzer/src/explore',
      'libraries/src',
      'drills/src/simulator',
      'drills/src/generator',
    ],
    packages: [
      'fast-check',
      'node:console',
      'node:fs',
      'node:path',
      'node:process',
      'node:url',
      'node:util',
      'node:worker_threads',
    ],
    because: 'The one place that sees both the explorer and the simulator, and only to hold one against the other.',
  },
];

/** npm package names of this repository, and the folder that their exports come from. */
export const packageSources: ReadonlyMap<string, string> = new Map([
  ['@kafka-eos/analyzer', 'analyzer/src'],
  ['@kafka-eos/libraries', 'libraries/src'],
  ['@kafka-eos/rules', 'rules/src'],
  ['@kafka-eos/linter', 'linter/src'],
  ['@kafka-eos/drills', 'drills/src'],
  ['kafka-eos/map', 'cli/src/map'],
]);

/** Where a package's bare name leads, relative to its sources. */
export const packageEntries: ReadonlyMap<string, string> = new Map([
  ['@kafka-eos/analyzer', 'analyze.ts'],
  ['@kafka-eos/libraries', 'library-stubs.ts'],
  ['@kafka-eos/rules', 'all-rules.ts'],
]);
