import { braced, indented, type Lines } from './emitter.ts';
import { callOf, receiverOf } from './print-call.ts';
import { secondFunction, stepFunction, type Apart, type StepFunction } from './print-step.ts';
import type { AnsweredStatement, AnswerForm } from './program.ts';
import type { Scope } from './scope.ts';

/** A call whose failure is caught and answered, and what is done unless it has failed. */
export function printAnswered(statement: AnsweredStatement, scope: Scope, body: (scope: Scope) => Lines): Lines {
  const receiver = receiverOf(statement, scope);
  const call = callOf(statement, scope);
  const direct = call(receiver?.name ?? '');
  const { form, outcome } = statement;
  if (form === 'flag') return flagged(statement, scope, direct, body);
  if (form === 'settled') return settled(statement, scope, direct, body);
  if (form in CHAINS) return asking(statement, scope, `${direct}${CHAINS[form] ?? ''}`, body);
  const answer = answeringFunction({ statement, receiver, call }, statement, scope);
  const isSwitch = statement.asked === 'switch' && WORDS.has(form);
  if (!isSwitch) return asking(statement, scope, answer, body);
  const name = scope.names.local('answer');
  const subject = form === 'status' ? `${name}.status` : name;
  const ask = `const ${name} = await ${answer};`;
  return [ask, ...switched(subject, outcome, statement.style, scope, body)];
}

const CHAINS: Readonly<Partial<Record<AnswerForm, string>>> = {
  chain: '.then(() => true).catch(() => false)',
  handlers: '.then(() => true, () => false)',
  reason: '.then(() => undefined, (error) => error)',
};

/** Forms that a switch may ask. */
const WORDS: ReadonlySet<AnswerForm> = new Set(['word', 'handled-word', 'status']);

type Body = (scope: Scope) => Lines;

function flagged({ outcome, style }: AnsweredStatement, scope: Scope, call: string, body: Body): Lines {
  const isSuccess = outcome === 'success';
  const name = scope.names.local(isSuccess ? 'stored' : 'failed');
  const set = `${name} = true;`;
  const attempt = [`await ${call};`, ...(isSuccess ? [set] : [])];
  const rescue = ["console.error('not stored', error);", ...(isSuccess ? [] : [set])];
  return [
    `let ${name} = false;`,
    ...['try {', ...indented(attempt), '} catch (error) {', ...indented(rescue), '}'],
    ...decided(isSuccess ? [name, `!${name}`] : [`!${name}`, name], style, scope, body),
  ];
}

function settled({ outcome, asked, style }: AnsweredStatement, scope: Scope, call: string, body: Body): Lines {
  const isParts = asked === 'parts';
  const name = scope.names.local(isParts ? 'result' : 'results');
  const status = isParts ? `${name}.status` : `${name}[0].status`;
  const ask = `const ${isParts ? `[${name}]` : name} = await Promise.allSettled([${call}]);`;
  const met: Conditions =
    outcome === 'success'
      ? [`${status} === 'fulfilled'`, `${status} !== 'fulfilled'`]
      : [`${status} !== 'rejected'`, `${status} === 'rejected'`];
  return [ask, ...decided(met, style, scope, body)];
}

/** Asks for the answer under a name, in parts or in place. */
function asking(statement: AnsweredStatement, scope: Scope, answer: string, body: Body): Lines {
  const { form, asked, outcome, style } = statement;
  const part = partOf(form, outcome);
  if (asked === 'in-place')
    return decided(conditions(form, outcome, member(`(await ${answer})`, part)), style, scope, body);
  if (asked === 'parts' && part !== undefined) {
    const name = scope.names.local(part);
    const ask = `const { ${name === part ? part : `${part}: ${name}`} } = await ${answer};`;
    return [ask, ...decided(conditions(form, outcome, name), style, scope, body)];
  }
  const name = scope.names.local(form === 'reason' ? 'failure' : 'answer');
  const ask = `const ${name} = await ${answer};`;
  return [ask, ...decided(conditions(form, outcome, member(name, part)), style, scope, body)];
}

/** The member of the answer that is asked for. */
function partOf(form: AnswerForm, outcome: AnsweredStatement['outcome']): string | undefined {
  if (form === 'status') return 'status';
  if (form !== 'ok') return undefined;
  return outcome === 'success' ? 'ok' : 'error';
}

function member(subject: string, part: string | undefined): string {
  return part === undefined ? subject : `${subject}.${part}`;
}

/** What is true when the call has succeeded, and what is true when it has failed. */
type Conditions = readonly [succeeded: string, failed: string];

function conditions(form: AnswerForm, outcome: AnsweredStatement['outcome'], subject: string): Conditions {
  const isSuccess = outcome === 'success';
  switch (form) {
    case 'word':
    case 'handled-word':
    case 'status':
      return isSuccess
        ? [`${subject} === 'stored'`, `${subject} !== 'stored'`]
        : [`${subject} !== 'failed'`, `${subject} === 'failed'`];
    case 'reason':
      return isSuccess ? [`!${subject}`, subject] : [`${subject} === undefined`, `${subject} !== undefined`];
    case 'ok':
      return isSuccess ? [subject, `!${subject}`] : [`${subject} === undefined`, `${subject} !== undefined`];
    default:
      return isSuccess ? [subject, `!${subject}`] : [`${subject} !== false`, `${subject} === false`];
  }
}

function decided([succeeded, failed]: Conditions, style: AnsweredStatement['style'], scope: Scope, body: Body): Lines {
  return style === 'wrap'
    ? braced(`if (${succeeded}) {`, body(scope))
    : [...braced(`if (${failed}) {`, scope.exit), ...body(scope)];
}

function switched(
  subject: string,
  outcome: AnsweredStatement['outcome'],
  style: AnsweredStatement['style'],
  scope: Scope,
  body: Body,
): Lines {
  const [done, left] = style === 'wrap' ? [body(scope), ["console.warn('left out');"]] : [[], scope.exit];
  const [first, second] = outcome === 'success' ? [done, left] : [left, done];
  const word = outcome === 'success' ? 'stored' : 'failed';
  const cases = [...braced(`case '${word}': {`, [...first, 'break;']), ...braced('default: {', [...second, 'break;'])];
  return [...braced(`switch (${subject}) {`, cases), ...(style === 'wrap' ? [] : body(scope))];
}

function answeringFunction(apart: Apart, { form, via }: AnsweredStatement, scope: Scope): string {
  const { result } = ANSWERS[form] ?? TRUTH;
  const own: StepFunction = { prefix: 'store', result, body: (call) => answering(form, call) };
  if (via === 'itself') return stepFunction(apart, scope, own);
  return secondFunction(apart, scope, own, { prefix: 'keep', result, body: WAYS[via] });
}

function answering(form: AnswerForm, call: string): Lines {
  const { good, bad } = ANSWERS[form] ?? TRUTH;
  const tried = (work: Lines, rescue: Lines): Lines => [
    ...['try {', ...indented([`await ${call};`, ...work]), '} catch (error) {'],
    ...indented(["console.error('not stored', error);", ...rescue]),
    '}',
  ];
  switch (form) {
    case 'handled-word':
      return [`return ${call}.then(() => ${good}, () => ${bad});`];
    case 'kept-flag':
      return ['let stored = false;', ...tried(['stored = true;'], []), 'return stored;'];
    case 'behind':
      return [...tried([`return ${good};`], []), `return ${bad};`];
    default:
      return tried([`return ${good};`], [`return ${bad};`]);
  }
}

interface Answers {
  /** Its type. */
  readonly result: string;
  readonly good: string;
  readonly bad: string;
}

const TRUTH: Answers = { result: 'boolean', good: 'true', bad: 'false' };

const WORD: Answers = { result: "'stored' | 'failed'", good: "'stored'", bad: "'failed'" };

const ANSWERS: Readonly<Partial<Record<AnswerForm, Answers>>> = {
  word: WORD,
  'handled-word': WORD,
  status: { result: "{ status: 'stored' | 'failed' }", good: "{ status: 'stored' }", bad: "{ status: 'failed' }" },
  ok: { result: '{ ok: boolean; error?: unknown }', good: '{ ok: true }', bad: '{ ok: false, error }' },
};

const WAYS = {
  promise: (call: string): Lines => [`return ${call};`],
  awaited: (call: string): Lines => [`return await ${call};`],
  kept: (call: string): Lines => [`const answer = await ${call};`, 'return answer;'],
} as const;
