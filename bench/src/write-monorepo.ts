import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namesOf, type Entity } from './entity.ts';
import { fillTemplate, readTemplate } from './fill-template.ts';
import { seededRandom, type Random } from './random.ts';
import { domains, fields, nouns } from './vocabulary.ts';
import { writeModel } from './write-model.ts';
import { writeService } from './write-service.ts';
import { writeWorker } from './write-worker.ts';

/** How large the generated repository is. */
export interface MonorepoSize {
  /** Packages with one Kafka file each, in a hundred files. */
  readonly packagesWithKafka: number;
  /** Packages of the same size with none. */
  readonly packagesWithout: number;
}

export interface MonorepoFacts {
  readonly files: number;
  readonly kafkaFiles: number;
  readonly lines: number;
}

const seed = 20_240_229;
const entitiesPerPackage = 32;
const entitiesPerArea = 4;
const repository = readTemplate('repository');

/**
 * Writes a TypeScript monorepo into an empty folder: the same size gives the same bytes. More packages without Kafka
 * leave the others as they are. `modules` becomes its `node_modules`.
 */
export function writeMonorepo(root: string, size: MonorepoSize, modules: string): MonorepoFacts {
  const count = size.packagesWithKafka + size.packagesWithout;
  const packages = domains
    .slice(0, count)
    .map((domain, index) => packageFiles(domain, index, index < size.packagesWithKafka));
  const sources = packages.flat();
  for (const { path, text } of [...sources, ...settings(domains.slice(0, count))]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(modules, join(root, 'node_modules'), 'junction');
  return {
    files: sources.length,
    kafkaFiles: sources.filter(({ text }) => text.includes(`from 'kafkajs'`)).length,
    lines: sources.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0),
  };
}

interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

function packageFiles(domain: string, index: number, withKafka: boolean): readonly WrittenFile[] {
  const random = seededRandom(seed + index);
  const entities = planEntities(random, index);
  const worker = entities[index % entities.length];
  const file = (name: string, text: string) => ({ path: `packages/${domain}/src/${name}.ts`, text });
  return [
    ...entities.flatMap((entity, position) => [
      file(`${entity.name}-model`, writeModel(entity)),
      file(`${entity.name}-repository`, fillTemplate(repository, namesOf(entity))),
      file(`${entity.name}-service`, writeService(entity, position === 0)),
    ]),
    file('errors', readTemplate('errors')),
    file('clock', readTemplate('clock')),
    file('index', entities.map((entity) => `export type * from './${entity.name}-model.js';\n`).join('')),
    ...(withKafka && worker !== undefined ? [file('worker', writeWorker(domain, worker, index))] : []),
  ];
}

function planEntities(random: Random, packageIndex: number): readonly Entity[] {
  const planned: Entity[] = [];
  for (const type of random.sample(nouns, entitiesPerPackage)) {
    const domain = packageIndex === 0 ? undefined : domains[random.below(packageIndex)];
    planned.push({
      type,
      name: type.toLowerCase(),
      fields: random.sample(fields, 4 + random.below(5)),
      // Services call each other within an area of the package, not in one chain through all of it.
      neighbour: planned.length % entitiesPerArea === 0 ? undefined : planned.at(-1),
      foreign: domain === undefined ? undefined : { domain, type: foreignType(random, domain) },
    });
  }
  return planned;
}

/** A type that the other package exports, found by planning its first entities again. */
function foreignType(random: Random, domain: string): string {
  const types = seededRandom(seed + domains.indexOf(domain)).sample(nouns, entitiesPerPackage);
  return types[random.below(types.length)] ?? '';
}

function settings(packages: readonly string[]): readonly WrittenFile[] {
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2023'],
    module: 'esnext',
    moduleResolution: 'bundler',
    types: ['node'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    paths: { '@shop/*': ['./packages/*/src/index.ts'] },
  };
  const json = (path: string, value: object) => ({ path, text: `${JSON.stringify(value, undefined, 2)}\n` });
  return [
    json('package.json', { name: 'shop', private: true, type: 'module', workspaces: ['packages/*'] }),
    json('tsconfig.json', { compilerOptions, include: ['packages/*/src'] }),
    ...packages.map((name) => json(`packages/${name}/package.json`, { name: `@shop/${name}`, type: 'module' })),
    { path: '.gitignore', text: 'node_modules\n' },
    { path: 'eslint.config.js', text: readTemplate('eslint-config') },
  ];
}
