import ts from '../typescript.ts';
import { isFunctionNode, nameText } from './function-node.ts';
import type { FunctionNode } from './value.ts';

/**
 * Whether a function is a level of a logger that the workspace wrote: `info` of a class or object that is called a logger and
 * has several levels. Where its lines go, to a file or to a topic of their own, is no effect of whoever logs.
 */
export function isOwnLogger(fn: FunctionNode): boolean {
  const level = memberOf(fn);
  const owner = level?.parent;
  if (level === undefined || owner === undefined || !isLevel(level)) return false;
  if (ts.isClassLike(owner)) return isLog(owner.name) && owner.members.filter(isLevel).length >= LEVELS_OF_A_LOGGER;
  if (!ts.isObjectLiteralExpression(owner)) return false;
  const named = ts.isVariableDeclaration(owner.parent) ? owner.parent.name : undefined;
  return isLog(named) && owner.properties.filter(isLevel).length >= LEVELS_OF_A_LOGGER;
}

/** Two may be the outcomes of something that is reported. */
const LEVELS_OF_A_LOGGER = 3;
const LEVELS: ReadonlySet<string> = new Set(['trace', 'debug', 'verbose', 'info', 'warn', 'error', 'fatal']);

/** The member that is the function, or that holds it. */
function memberOf(fn: FunctionNode): ts.ClassElement | ts.ObjectLiteralElement | undefined {
  if (ts.isMethodDeclaration(fn)) return fn;
  const { parent } = fn;
  return ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent : undefined;
}

function isLevel(member: ts.ClassElement | ts.ObjectLiteralElement): boolean {
  const isCalled =
    ts.isMethodDeclaration(member) ||
    ((ts.isPropertyDeclaration(member) || ts.isPropertyAssignment(member)) &&
      member.initializer !== undefined &&
      isFunctionNode(member.initializer));
  return isCalled && LEVELS.has(nameText(member.name) ?? '');
}

/** `Log`, `auditLogger`, `LoggingService`; no `Login`, no `catalog`. */
const LOG = /(?:^l|L)og(?:ger|ging)?(?![a-z])|logger$/;

function isLog(name: ts.Node | undefined): boolean {
  return name !== undefined && ts.isIdentifier(name) && LOG.test(name.text);
}
