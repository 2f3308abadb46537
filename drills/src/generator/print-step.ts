import { braced, type Lines } from './emitter.ts';
import { takesKey, type Call, type Receiver } from './print-call.ts';
import type { Helper, Module } from './print-names.ts';
import type { EffectCall } from './program.ts';
import { isTyped, type Scope } from './scope.ts';

/** A call that stands in the second file. */
export interface Apart {
  readonly statement: EffectCall;
  readonly receiver: Receiver | undefined;
  readonly call: Call;
}

/** A function of the second file. */
export interface StepFunction {
  readonly prefix: string;
  /** What its promise gives. */
  readonly result: string;
  readonly body: (call: string) => Lines;
}

/** Puts a call into a function; how the handler calls that. */
export function stepFunction(apart: Apart, scope: Scope, { prefix, result, body }: StepFunction): string {
  const { receiver, call } = apart;
  const name = nameOf(apart, scope, prefix);
  const head = `export async function ${name}(${parameters(scope, receiver)})${isTyped(scope) ? `: Promise<${result}>` : ''} {`;
  const lines = braced(head, body(call(receiver?.parameter ?? '')));
  scope.names.needs.helpers.set(name, helper(scope, apart, [...jsdoc(scope, receiver), ...lines]));
  return called(name, scope, receiver?.name);
}

/** Puts a call into a function, and that into a second one. */
export function secondFunction(apart: Apart, scope: Scope, first: StepFunction, second: StepFunction): string {
  const { receiver } = apart;
  const [name = ''] = stepFunction(apart, scope, first).split('(');
  return stepFunction({ ...apart, call: () => called(name, scope, receiver?.parameter) }, scope, second);
}

function called(name: string, scope: Scope, receiver: string | undefined): string {
  return `${name}(${[...(receiver === undefined ? [] : [receiver]), ...messageArguments(scope)].join(', ')})`;
}

/** Puts a call into a method of a class. */
export function stepClass(apart: Apart, scope: Scope): string {
  const { receiver, call } = apart;
  const name = nameOf(apart, scope, 'Do');
  const save = braced(`async run(${typedMessage(scope).join(', ')})${isTyped(scope) ? ': Promise<void>' : ''} {`, [
    `await ${call(receiver === undefined ? '' : `this.${receiver.parameter}`)};`,
  ]);
  const lines = braced(`export class ${name} {`, [...constructorOf(scope, receiver), ...save]);
  scope.names.needs.helpers.set(name, helper(scope, apart, lines));
  return `new ${name}(${receiver?.name ?? ''}).run(${messageArguments(scope).join(', ')})`;
}

function constructorOf(scope: Scope, receiver: Receiver | undefined): Lines {
  if (receiver === undefined) return [];
  const { parameter, type } = receiver;
  if (isTyped(scope)) return [`constructor(private readonly ${parameter}: ${type}) {}`, ''];
  return [
    ...jsdoc(scope, receiver),
    ...braced(`constructor(${parameter}) {`, [`this.${parameter} = ${parameter};`]),
    '',
  ];
}

function nameOf({ statement: { effect } }: Apart, scope: Scope, prefix: string): string {
  const { size } = scope.names.needs.helpers;
  const word = effect.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return `${prefix}${word}${size + 1}`;
}

function helper(scope: Scope, { statement: { effect, key }, receiver }: Apart, lines: Lines): Helper {
  const modules: Module[] = effect === 'axios' ? ['axios'] : [];
  if (key === 'unstable' && takesKey(effect)) modules.push('node:crypto');
  const types = receiver === undefined || !isTyped(scope) ? [] : [`${receiver.from}:${receiver.type}`];
  return { modules, types, lines };
}

function parameters(scope: Scope, receiver: Receiver | undefined): string {
  const own =
    receiver === undefined ? [] : [isTyped(scope) ? `${receiver.parameter}: ${receiver.type}` : receiver.parameter];
  return [...own, ...typedMessage(scope)].join(', ');
}

function typedMessage(scope: Scope): readonly string[] {
  if (!isTyped(scope)) return messageArguments(scope);
  return scope.item ? ['order: Order', 'item: Item'] : ['order: Order'];
}

function messageArguments(scope: Scope): readonly string[] {
  return scope.item ? ['order', 'item'] : ['order'];
}

/** JavaScript's way to say what a parameter is. */
function jsdoc(scope: Scope, receiver: Receiver | undefined): Lines {
  if (receiver === undefined || isTyped(scope)) return [];
  const name =
    receiver.type === 'Redis' || receiver.type === 'Stripe'
      ? `import('${receiver.from}')`
      : `import('${receiver.from}').${receiver.type}`;
  return [`/** @param {${name}} ${receiver.parameter} */`];
}
