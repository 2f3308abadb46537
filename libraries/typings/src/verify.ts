// Prints each member of a stub that a supported release of its package does not have. Run by `npm run stubs:verify`.
import { registry } from '@kafka-eos/libraries/registry';
import { missingMembers } from './missing-members.ts';
import { openPublishedProgram, type PublishedProgram } from './published-program.ts';
import { openStubProgram } from './stub-program.ts';

const stubs = openStubProgram();
const rows = registry.filter(({ specifier }) => specifier !== '*');

const packages = rows.filter(({ role }) => role !== 'platform');
const published = openPublishedProgram(
  packages.flatMap((row) => row.majors.map((major) => pinned(row.specifier, row.packageName, major))),
  'node--22',
);
const problems = packages.flatMap((row) =>
  row.majors.flatMap((major) =>
    compared(row.specifier, pinned(row.specifier, row.packageName, major), published, `${row.specifier} ${major}`),
  ),
);

const modules = rows.filter(({ role }) => role === 'platform').map(({ specifier }) => specifier);
for (const major of [...new Set(registry.filter(({ role }) => role === 'platform').flatMap(({ majors }) => majors))]) {
  const node = openPublishedProgram(modules, `node--${major}`);
  problems.push(
    ...modules.flatMap((specifier) => compared(specifier, specifier, node, `${specifier}, Node.js ${major}`)),
  );
}

for (const problem of problems) console.error(problem);
console.log(`${rows.length} stubs compared with the published typings: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** `redis/client` of release 5 is installed as `redis--5/client`. */
function pinned(specifier: string, packageName: string, major: number): string {
  return `${packageName}--${major}${specifier.slice(packageName.length)}`;
}

function compared(specifier: string, theirs: string, program: PublishedProgram, title: string): readonly string[] {
  const stub = stubs.view(specifier);
  const fileName = stubs.fileOf(specifier);
  const real = program.view(theirs);
  if (stub === undefined) return [`${title}: the stub is no module`];
  if (real === undefined) return [`${title}: no typings are pinned in libraries/typings/package.json as ${theirs}`];
  return missingMembers(stub, real, (file) => file === fileName).map((name) => `${title}: has no ${name}`);
}
