import type { Lines } from './emitter.ts';
import type { Module, Needs } from './print-names.ts';
import { usesTransactions, type Program } from './program.ts';

export function stepsFile({ language }: Program): string {
  return language === 'typescript' ? 'steps.ts' : 'steps.js';
}

/** What a message says, as a type that the files share. */
export const ORDER_FILE = [
  'order.ts',
  [
    'export interface Item {',
    '  sku: string;',
    '}',
    '',
    'export interface Order {',
    '  id: string;',
    '  cents: number;',
    '  email: string;',
    '  urgent: boolean;',
    '  gift: boolean;',
    '  items: Item[];',
    '}',
    '',
  ].join('\n'),
] as const;

export function containerOf(kind: 'set' | 'map', language: Program['language']): string {
  const types = language === 'javascript' ? '' : kind === 'set' ? '<string>' : '<string, number>';
  return `new ${kind === 'set' ? 'Set' : 'Map'}${types}()`;
}

export function printHead(program: Program, needs: Needs): Lines {
  const { modules, containers, helpers } = needs;
  const typed = program.language === 'typescript';
  const kafkajs = ['Kafka', ...(typed && program.shape !== 'inline' ? [`type ${payloadType(program)}`] : [])];
  const imports = [
    importOf(program, `{ ${kafkajs.join(', ')} }`, 'kafkajs'),
    ...Object.entries(IMPORTS).flatMap(([module, names]) =>
      [...modules].some((needed) => needed === module) ? [importOf(program, names, module)] : [],
    ),
    ...(typed ? ["import type { Item, Order } from './order.ts';"] : []),
    ...(helpers.size === 0
      ? []
      : [importOf(program, `{ ${[...helpers.keys()].join(', ')} }`, `./${stepsFile(program)}`)]),
  ];
  const kept = program.shape === 'method' ? [] : [...containers];
  return [
    ...imports,
    '',
    "const kafka = new Kafka({ clientId: 'orders', brokers: ['localhost:9092'] });",
    "const consumer = kafka.consumer({ groupId: 'orders' });",
    ...constants(program, modules),
    ...kept.map(([name, kind]) => `const ${name} = ${containerOf(kind, program.language)};`),
  ];
}

function payloadType({ delivery }: Program): string {
  return delivery.kind === 'each-message' ? 'EachMessagePayload' : 'EachBatchPayload';
}

const IMPORTS: Readonly<Partial<Record<Module, string>>> = {
  pg: '{ Pool }',
  axios: 'axios',
  stripe: 'Stripe',
  nodemailer: 'nodemailer',
  ioredis: 'Redis',
  'node:crypto': '{ randomUUID }',
};

function importOf({ language }: Program, names: string, module: string): string {
  const line = `import ${names} from '${module}';`;
  return language === 'typescript' ? line : `const ${names} = require('${module}');`;
}

function constants({ transactionalId, ...program }: Program, modules: ReadonlySet<Module>): Lines {
  const id = transactionalId === 'constant' ? "'orders-0'" : '`orders-${randomUUID()}`';
  const needsTransactions = usesTransactions({ transactionalId, ...program });
  const options = needsTransactions ? `{ transactionalId: ${id}, idempotent: true }` : '';
  return [
    ...(modules.has('producer') ? [`const producer = kafka.producer(${options});`] : []),
    ...(modules.has('pg') ? ['const pool = new Pool();'] : []),
    ...(modules.has('ioredis') ? ['const redis = new Redis();'] : []),
    ...(modules.has('nodemailer') ? ['const mailer = nodemailer.createTransport({});'] : []),
    ...(modules.has('stripe') ? ["const stripe = new Stripe('sk_test');"] : []),
  ];
}

/** The second file: functions and classes that the handler calls. */
export function printSteps(program: Program, { helpers }: Needs): Lines {
  if (helpers.size === 0) return [];
  const all = [...helpers.values()];
  const modules = new Set(all.flatMap((helper) => helper.modules));
  const types = new Map<string, Set<string>>();
  for (const [module = '', name = ''] of all.flatMap((helper) => helper.types).map((type) => type.split(':'))) {
    types.set(module, (types.get(module) ?? new Set()).add(name));
  }
  const typed = program.language === 'typescript';
  const imports = [
    ...Object.entries(IMPORTS).flatMap(([module, names]) =>
      [...modules].some((needed) => needed === module) ? [importOf(program, names, module)] : [],
    ),
    ...[...types].sort().map(([module, names]) => `import type ${typeNames(module, [...names])} from '${module}';`),
    ...(typed ? ["import type { Item, Order } from './order.ts';"] : []),
  ];
  const lines = all.flatMap((helper) => ['', ...(typed ? helper.lines : helper.lines.map(withoutExport))]);
  const exported = typed ? [] : ['', `module.exports = { ${[...helpers.keys()].join(', ')} };`];
  return [...imports, ...lines, ...exported];
}

function withoutExport(line: string): string {
  return line.replace(/^export /, '');
}

function typeNames(module: string, names: readonly string[]): string {
  return module === 'ioredis' || module === 'stripe' ? names.join('') : `{ ${names.toSorted().join(', ')} }`;
}
