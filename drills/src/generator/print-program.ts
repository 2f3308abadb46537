import { braced, indented, type Lines } from './emitter.ts';
import { printBlock } from './print-block.ts';
import { Names, type Needs } from './print-names.ts';
import { containerOf, printHead, printSteps, stepsFile, ORDER_FILE } from './print-head.ts';
import { offsetsOf, printDatabase, printTransaction } from './print-transactions.ts';
import { usesTransactions, type BatchDelivery, type Program } from './program.ts';
import { MODULE_OF, type Scope } from './scope.ts';

/** The files of a program, by name; the entry is `main.ts` or `main.js`. */
export type Files = ReadonlyMap<string, string>;

export function entryOf({ language }: Program): string {
  return language === 'typescript' ? 'main.ts' : 'main.js';
}

export function printProgram(program: Program): Files {
  const names = new Names();
  const handler = printHandler(program, names);
  if (usesTransactions(program) && program.transactionalId === 'random') names.need('producer', 'node:crypto');
  const steps = printSteps(program, names.needs);
  const main = [...printHead(program, names.needs), '', ...handler.outside, ...printStart(program, handler.option)];
  const files = new Map([[entryOf(program), text(main)]]);
  if (steps.length > 0) files.set(stepsFile(program), text(steps));
  if (names.needs.schema.length > 0) files.set('schema.sql', text(names.needs.schema));
  if (program.language === 'typescript') files.set(...ORDER_FILE);
  return files;
}

function printStart({ autoCommit, delivery }: Program, option: Lines): Lines {
  const options = [
    ...(autoCommit ? [] : ['autoCommit: false,']),
    ...(delivery.kind === 'each-batch' && !delivery.autoResolve ? ['eachBatchAutoResolve: false,'] : []),
  ];
  return [
    'async function start() {',
    ...indented([
      "await consumer.subscribe({ topics: ['orders'] });",
      ...braced('await consumer.run({', [...options, ...option], '});'),
    ]),
    '}',
    '',
    'void start();',
  ];
}

function text(lines: Lines): string {
  return `${lines.join('\n')}\n`;
}

interface Handler {
  /** What stands above `start`. */
  readonly outside: Lines;
  /** The option of `run`. */
  readonly option: Lines;
}

function printHandler(program: Program, names: Names): Handler {
  const scope: Scope = { program, names, item: false, exit: ['return;'] };
  const body = program.delivery.kind === 'each-message' ? messageBody(scope) : batchBody(program.delivery, scope);
  const option = program.delivery.kind === 'each-message' ? 'eachMessage' : 'eachBatch';
  const payload = payloadOf(program, body);
  if (program.shape === 'inline')
    return { outside: [], option: braced(`${option}: async (${payload}) => {`, body, '},') };
  const typed = program.language === 'typescript';
  const type = program.delivery.kind === 'each-message' ? 'EachMessagePayload' : 'EachBatchPayload';
  const parameters = typed ? `${payload}: ${type}` : payload;
  const result = typed ? ': Promise<void>' : '';
  const about = typed ? [] : [`/** @param {import('kafkajs').${type}} payload */`];
  if (program.shape === 'function') {
    const outside = [...about, ...braced(`async function onOrders(${parameters})${result} {`, body), ''];
    return { outside, option: [`${option}: onOrders,`] };
  }
  const fields = fieldsOf(program, names.needs);
  const method = [...about, ...braced(`async handle(${parameters})${result} {`, body)];
  const outside = [
    ...braced('class OrderHandler {', [...fields, ...method]),
    '',
    'const handler = new OrderHandler();',
    '',
  ];
  return { outside, option: [`${option}: (payload) => handler.handle(payload),`] };
}

/** Everything that the methods use is a field, set from the module's constants. */
function fieldsOf({ language }: Program, { modules, containers }: Needs): Lines {
  const isPrivate = language === 'typescript' ? 'private readonly ' : '';
  const fields = Object.entries(MODULE_OF).flatMap(([name, module]) =>
    modules.has(module) && name !== 'consumer' ? [`${isPrivate}${name} = ${name};`] : [],
  );
  const kept = [...containers].map(([name, kind]) => `${isPrivate}${name} = ${containerOf(kind, language)};`);
  return fields.length + kept.length === 0 ? [] : [...fields, ...kept, ''];
}

const PARTS: readonly (readonly [string, RegExp])[] = [
  ['topic', /(?<!\.)\btopic\b(?!:)/],
  ['partition', /(?<!\.)\bpartition\b(?!:)/],
  ['message', /(?<!\.)\bmessage\b/],
  ['batch', /(?<!\.)\bbatch\b/],
  ['resolveOffset', /\bresolveOffset\b/],
  ['isStale', /\bisStale\b/],
  ['heartbeat', /\bheartbeat\b/],
];

function payloadOf({ delivery }: Program, body: Lines): string {
  const written = body.join('\n');
  const own =
    delivery.kind === 'each-message'
      ? ['topic', 'partition', 'message', 'heartbeat']
      : ['batch', 'resolveOffset', 'isStale', 'heartbeat'];
  const used = PARTS.filter(([name, pattern]) => own.includes(name) && pattern.test(written));
  return `{ ${used.map(([name]) => name).join(', ')} }`;
}

function messageBody(scope: Scope): Lines {
  const { delivery } = scope.program;
  return [parse(scope), ...printBlock(delivery.body, scope)];
}

function parse({ program }: Scope): string {
  const type = program.language === 'typescript' ? ': Order' : '';
  return `const order${type} = JSON.parse(String(message.value));`;
}

function batchBody({ around, settle, resolve, stops, body }: BatchDelivery, outer: Scope): Lines {
  const resolved = ['resolveOffset(message.offset);'];
  const loop = (scope: Scope): Lines => {
    const inner = [
      ...(stops ? ['if (isStale()) break;'] : []),
      ...(resolve === 'before' ? resolved : []),
      parse(scope),
      ...printBlock(body, { ...scope, exit: ['continue;'] }),
      ...(resolve === 'after' ? resolved : []),
    ];
    return braced('for (const message of batch.messages) {', inner);
  };
  if (around === 'database') return printDatabase(settle, outer, loop);
  if (around === 'transaction')
    return printTransaction({ settle, offsets: offsetsOf('next', true, true) }, outer, loop);
  return loop(outer);
}
