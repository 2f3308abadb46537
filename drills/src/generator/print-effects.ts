import { braced, type Lines } from './emitter.ts';
import { callOf, receiverOf } from './print-call.ts';
import { stepClass, stepFunction } from './print-step.ts';
import type { EffectStatement } from './program.ts';
import { isTyped, type Scope } from './scope.ts';

export function printEffect(given: EffectStatement, scope: Scope): Lines {
  // What nobody waits for outlives the transaction around it.
  const statement = given.form === 'detached' ? { ...given, ambient: false } : given;
  const receiver = receiverOf(statement, scope);
  const call = callOf(statement, scope);
  const direct = call(receiver?.name ?? '');
  switch (statement.form) {
    case 'plain':
      return [`await ${direct};`];
    case 'caught':
      return [`await ${direct}.catch(() => undefined);`];
    case 'detached':
      return [`void ${direct};`];
    case 'callback':
      return wrapped(scope, 'timed', direct);
    case 'attempts':
      return attempts(direct);
    case 'retry':
      return wrapped(scope, 'withRetry', direct);
    case 'helper':
      return [`await ${stepFunction({ statement, receiver, call }, scope, DONE)};`];
    case 'method':
      return [`await ${stepClass({ statement, receiver, call }, scope)};`];
  }
}

const DONE = { prefix: 'do', result: 'void', body: (call: string): Lines => [`await ${call};`] } as const;

function wrapped(scope: Scope, helper: 'timed' | 'withRetry', call: string): Lines {
  const lines = helper === 'timed' ? TIMED : RETRY;
  const [generic, parameter, result] = isTyped(scope)
    ? ['<T>', 'work: () => Promise<T>', ': Promise<T>']
    : ['', 'work', ''];
  scope.names.needs.helpers.set(helper, {
    modules: [],
    types: [],
    lines: [`export async function ${helper}${generic}(${parameter})${result} {`, ...lines, '}'],
  });
  return [`await ${helper}(() => ${call});`];
}

const TIMED = [
  '  const started = Date.now();',
  '  const result = await work();',
  "  console.log('took', Date.now() - started);",
  '  return result;',
];
const RETRY = [
  '  try {',
  '    return await work();',
  '  } catch (error) {',
  "    console.warn('tried again', error);",
  '    return await work();',
  '  }',
];

function attempts(call: string): Lines {
  const again = [
    'try {',
    `  await ${call};`,
    '  break;',
    '} catch (error) {',
    '  if (attempt === 2) throw error;',
    '}',
  ];
  return braced('for (let attempt = 1; attempt <= 2; attempt += 1) {', again);
}
