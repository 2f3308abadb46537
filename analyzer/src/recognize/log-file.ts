import ts from '../typescript.ts';

/**
 * A file that a logger writes is a log, and no effect of whoever logs: `const logger = (text) => appendFile(…)`, or a method
 * of a class `FileLogger`.
 */
export function isOfLogger(call: ts.Node): boolean {
  for (let at = call; !ts.isSourceFile(at); at = at.parent) {
    const name = ownName(at);
    if (name !== undefined && LOGGER.test(name)) return true;
  }
  return false;
}

/** Not `auditLog`, nor `logEvent`: what is kept of events may be what the handler is there for. */
const LOGGER = /^(?:log|\w*logger(?:service|module|provider)?)$/i;

function ownName(node: ts.Node): string | undefined {
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isClassLike(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isVariableDeclaration(node);
  return isNamed && node.name !== undefined && ts.isIdentifier(node.name) ? node.name.text : undefined;
}
