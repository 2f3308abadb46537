import ts from '../typescript.ts';

/**
 * The body of the outermost function that a span lies in, by offsets; undefined where it lies in none, or in several, or in
 * what that function has besides a body of statements: a parameter, an expression that it answers with.
 */
export function bodyAround(file: ts.SourceFile, start: number, end: number): ts.Block | undefined {
  let at: ts.Node | undefined = file;
  while (at !== undefined) {
    const body = ts.isFunctionLike(at) && 'body' in at ? at.body : undefined;
    if (body !== undefined) {
      return ts.isBlock(body) && body.getStart(file) < start && end < body.end ? body : undefined;
    }
    at = ts.forEachChild<ts.Node>(at, (child) => (child.pos <= start && end <= child.end ? child : undefined));
  }
  return undefined;
}
