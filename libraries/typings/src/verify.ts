// Prints each member of a stub that a supported release of its package does not have. Run by `npm run stubs:verify`.
import { registry, type Registration } from '@kafka-eos/libraries/registry';
import { missingGlobals, missingMembers } from './missing-members.ts';
import type { ModuleView } from './module-view.ts';
import { openPublishedProgram } from './published-program.ts';
import { openStubProgram } from './stub-program.ts';

const typesOfNode = 'node--22';
const stubs = openStubProgram();
const rows = registry.filter(({ specifier }) => specifier !== '*');

const packages = rows
  .filter(({ role }) => role !== 'platform')
  .flatMap((row) => row.majors.map((major) => ({ ...row, major, pinned: pinned(row, major) })));
const published = openPublishedProgram(
  packages.map((row) => row.pinned),
  typesOfNode,
);
const problems = packages.flatMap((row) =>
  compared(row.specifier, published.view(row.pinned) ?? declared(row), `${row.specifier} ${row.major}`, newerThan(row)),
);

const globalFiles = stubs.filesOf('*');
const modules = rows.filter(({ role }) => role === 'platform').map(({ specifier }) => specifier);
for (const major of [...new Set(registry.filter(({ role }) => role === 'platform').flatMap(({ majors }) => majors))]) {
  const node = openPublishedProgram(modules, `node--${major}`);
  problems.push(
    ...missingGlobals(stubs.globals, node.globals, (file) => globalFiles.has(file)).map(
      (name) => `globals, Node.js ${major}: has no ${name}`,
    ),
    ...modules.flatMap((specifier) => compared(specifier, node.view(specifier), `${specifier}, Node.js ${major}`)),
  );
}

for (const problem of problems) console.error(problem);
console.log(`${rows.length} stubs compared with the published typings: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** What a later major brought. */
function newerThan({ since, major }: Registration & { readonly major: number }): ReadonlySet<string> {
  return new Set([...(since ?? [])].flatMap(([name, first]) => (major < first ? [name] : [])));
}

/** `redis/client` of release 5 is installed as `redis--5/client`. */
function pinned({ specifier, packageName }: Registration, major: number): string {
  return `${packageName}--${major}${specifier.slice(packageName.length)}`;
}

/** Typings that say `declare module 'name'` answer to that name only, so each release needs a program of its own. */
function declared(row: Registration & { readonly pinned: string }): ModuleView | undefined {
  return openPublishedProgram([row.pinned, row.specifier], typesOfNode).view(row.specifier);
}

function compared(
  specifier: string,
  real: ModuleView | undefined,
  title: string,
  newer: ReadonlySet<string> = new Set(),
): readonly string[] {
  const stub = stubs.view(specifier);
  const files = stubs.filesOf(specifier);
  if (stub === undefined) return [`${title}: the stub is no module`];
  if (real === undefined) return [`${title}: no typings; libraries/typings/package.json pins none, or has others`];
  const missing = missingMembers(stub, real, (file) => files.has(file));
  return missing.filter((name) => !newer.has(name)).map((name) => `${title}: has no ${name}`);
}
