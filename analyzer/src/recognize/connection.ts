import ts from '../typescript.ts';
import type { Env } from './env.ts';
import { constructorOf, returnedExpressions } from './function-node.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { receiverOf, refsAt } from './path-refs.ts';
import { baseOf } from './property-values.ts';
import { slotOf } from './slot.ts';
import { sourceOfName } from './single-source.ts';
import { stripExpression } from './strip.ts';
import { applies } from './tag-condition.ts';
import { pathsOf, type Tag } from './tag.ts';
import { tagsOf } from './tags-of.ts';
import { declarationsOf, plainType } from './typed-value.ts';
import { nodesBehind, type InstanceValue, type LibraryValue, type Ref, type Value } from './value.ts';

/** How sure one has to be: `made` asks for the place where a handle is made, `declared` believes its type as well. */
type Sureness = 'made' | 'declared';

interface Question {
  readonly knowledge: Knowledge;
  readonly sureness: Sureness;
}

/**
 * Whether each statement of a call goes over any connection of a pool, for certain: what the call is made on leads back
 * to a client, and not to the handle of a transaction.
 */
export function takesAnyConnection(
  knowledge: Knowledge,
  call: AnyCall,
  env: Env | undefined,
  sureness: Sureness,
): boolean {
  return isAny({ knowledge, sureness }, { node: receiverOf(call) ?? calleeOf(call), env });
}

function calleeOf(call: AnyCall): ts.Expression {
  return ts.isTaggedTemplateExpression(call) ? call.tag : call.expression;
}

function isAny(question: Question, { node, env }: Ref): boolean {
  const { knowledge } = question;
  // A builder that is given itself, with a step more, is still what it was.
  return knowledge.once(`connection ${slotOf(knowledge, node, env)}`, true, () =>
    isAnyExpression(question, { node: stripExpression(node), env }),
  );
}

function isAnyExpression(question: Question, ref: Ref): boolean {
  const { knowledge } = question;
  const { node, env } = ref;
  const source = ts.isIdentifier(node) ? sourceOfName(knowledge, node, env) : undefined;
  if (source !== undefined) return isAny(question, source);
  // A builder that can be waited for has no value of its own: it counts as what it will be.
  if (ts.isCallExpression(node) && knowledge.calleesOf(node, env).library.length > 0)
    return isMadeSo(question, node, env);
  return knowledge.valuesOf(ref).every((value) => isAnyValue(question, value));
}

function isAnyValue(question: Question, value: Value): boolean {
  if (value.kind === 'instance') return extendsClient(question, value);
  if (value.kind !== 'library') return false;
  const { origin } = value;
  if (ts.isCallExpression(origin) || ts.isNewExpression(origin)) return isMadeSo(question, origin, value.env);
  if (isDeclaredSo(question, value)) return true;
  const isMember = ts.isPropertyAccessExpression(origin) || ts.isElementAccessExpression(origin);
  return isMember && isAny(question, { node: origin.expression, env: value.env });
}

/** A client, or what a client's methods give: a repository, a builder. */
function isMadeSo(question: Question, call: ts.CallExpression | ts.NewExpression, env: Env | undefined): boolean {
  const { knowledge } = question;
  const { library } = knowledge.calleesOf(call, env);
  const tags = library.flatMap((member) => member.tags);
  if (isLedElsewhere(knowledge, tags, call, env) || tags.some(({ verb }) => verb === 'db-transaction')) return false;
  const client = tags.find((tag) => tag.verb === CLIENT && applies(knowledge, tag, call, env) === 'yes');
  if (client !== undefined) return isOverPool(question, client, call, env) && !isProxied(knowledge, [call]);
  return (
    library.length > 0 &&
    ts.isCallExpression(call) &&
    isAny(question, { node: receiverOf(call) ?? call.expression, env })
  );
}

/** Says of a call, or of a type, that it makes, or is, a client with a pool of connections. */
const CLIENT = 'any-connection';

/** `.transacting(trx)`, `createQueryBuilder(entity, alias, runner)`: what follows goes over another connection. */
export function isLedElsewhere(
  knowledge: Knowledge,
  tags: readonly Tag[],
  call: AnyCall,
  env: Env | undefined,
): boolean {
  return tags.some((tag) => tag.verb === 'own-connection' && applies(knowledge, tag, call, env) !== 'no');
}

/** `new Proxy(client, …)`: it may hand on the transaction that it knows of, and cannot be told from the client. */
function isProxied(knowledge: Knowledge, made: readonly ts.Node[]): boolean {
  return knowledge.index
    .callsNamed('Proxy')
    .flatMap((call) => call.arguments?.slice(0, 1) ?? [])
    .flatMap((target) => knowledge.valuesOf({ node: target, env: undefined }))
    .some((value) => nodesBehind(value).some((node) => made.includes(node)));
}

/** `drizzle(pool)`: where a client is made over something, that decides. */
function isOverPool(question: Question, tag: Tag, call: AnyCall, env: Env | undefined): boolean {
  const paths = pathsOf(tag, 'over');
  if (paths.length === 0) return true;
  const refs = paths.map((path) => refsAt(question.knowledge, call, path, env).refs).find((found) => found.length > 0);
  return refs !== undefined && refs.every((ref) => isSetting(question.knowledge, ref) || isAny(question, ref));
}

/** A URL, or a block of settings: then the library makes a pool of its own. */
function isSetting(knowledge: Knowledge, ref: Ref): boolean {
  if (knowledge.valuesOf(ref).every(({ kind }) => kind === 'object' || kind === 'constant')) return true;
  const type = plainType(knowledge, knowledge.checker.getTypeAtLocation(ref.node));
  return (type.flags & ts.TypeFlags.StringLike) !== 0;
}

/** Nothing is seen to make it: what its type says, and, of what frameworks put in, that it is put in. */
function isDeclaredSo({ knowledge, sureness }: Question, { origin }: LibraryValue): boolean {
  if (sureness === 'made') return false;
  const type = plainType(knowledge, knowledge.checker.getTypeAtLocation(origin));
  return declarationsOf(type)
    .flatMap((declaration) => tagsOf(declaration))
    .some(({ verb, words }) => verb === CLIENT && (!words.includes('injected') || isInjected(origin)));
}

function isInjected(node: ts.Node): boolean {
  return ts.canHaveDecorators(node) && (ts.getDecorators(node) ?? []).length > 0;
}

/** `class PrismaService extends PrismaClient`, unless its constructor gives something else. */
function extendsClient({ knowledge, sureness }: Question, value: InstanceValue): boolean {
  if ((sureness === 'made' && value.creation === undefined) || isProxied(knowledge, nodesBehind(value))) return false;
  let declaration: ts.ClassLikeDeclaration | undefined = value.declaration;
  for (let steps = 0; declaration !== undefined && steps < 8; steps += 1) {
    const constructor = constructorOf(declaration);
    if (constructor !== undefined && returnedExpressions(constructor).length > 0) return false;
    if (baseTags(knowledge, declaration).some(({ verb, words }) => verb === CLIENT && !words.includes('injected')))
      return true;
    declaration = baseOf(knowledge, declaration);
  }
  return false;
}

function baseTags(knowledge: Knowledge, declaration: ts.ClassLikeDeclaration): readonly Tag[] {
  const clause = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  return (clause?.types ?? [])
    .flatMap((base) => declarationsOf(knowledge.checker.getTypeAtLocation(base)))
    .flatMap((base) => tagsOf(base));
}
