import ts from '../typescript.ts';
import { argumentsOf, type CallArguments } from './call-arguments.ts';
import type { Env } from './env.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import type { Binding, FunctionNode, FunctionValue, Value } from './value.ts';

/** The env of calling a function value at a call, its parameters bound to the arguments; undefined on deep recursion. */
export function enterCall(
  knowledge: Knowledge,
  callee: FunctionValue,
  call: AnyCall,
  caller: Env | undefined,
): Env | undefined {
  return knowledge.envs.enter({
    fn: callee.fn,
    call,
    caller,
    closure: callee.closure,
    self: callee.self ?? inheritedSelf(callee),
    bindings: bindArguments(callee.fn, argumentsOf(knowledge, call, caller)),
  });
}

/** The env of a function that a library calls: its parameters are given as values. */
export function enterCallback(
  knowledge: Knowledge,
  callee: FunctionValue,
  at: ts.Node,
  caller: Env | undefined,
  parameters: readonly (Binding | undefined)[],
): Env | undefined {
  const bindings = new Map<ts.ParameterDeclaration, Binding>();
  callee.fn.parameters.forEach((parameter, i) => {
    const value = parameters[i];
    if (value !== undefined && parameter.dotDotDotToken === undefined) bindings.set(parameter, value);
  });
  const self = callee.self ?? inheritedSelf(callee);
  return knowledge.envs.enter({ fn: callee.fn, call: at, caller, closure: callee.closure, self, bindings });
}

/** The env of one turn of a loop, as seen from a call of the function around it: what is declared in that belongs to it. */
export function enterTurn(knowledge: Knowledge, loop: ts.IterationStatement, around: Env | undefined): Env | undefined {
  const bindings = new Map<ts.ParameterDeclaration, Binding>();
  return knowledge.envs.enter({ fn: loop, call: loop, caller: undefined, closure: around, self: undefined, bindings });
}

/** An arrow function's `this` is that of the function around it. */
function inheritedSelf(callee: FunctionValue): Value | undefined {
  return ts.isArrowFunction(callee.fn) ? callee.closure?.self : undefined;
}

/** What a parameter is when nobody passes it. */
const NOTHING: Binding = { kind: 'value', value: { kind: 'constant', value: undefined } };

function bindArguments(fn: FunctionNode, args: CallArguments): ReadonlyMap<ts.ParameterDeclaration, Binding> {
  const bindings = new Map<ts.ParameterDeclaration, Binding>();
  fn.parameters.forEach((parameter, i) => {
    const ref = args.known[i];
    if (parameter.dotDotDotToken !== undefined) return;
    if (ref !== undefined) bindings.set(parameter, { kind: 'argument', ref });
    else if (!args.more && parameter.initializer === undefined) bindings.set(parameter, NOTHING);
  });
  return bindings;
}
