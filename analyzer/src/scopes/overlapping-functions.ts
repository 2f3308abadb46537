import ts from '../typescript.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { refsAt } from '../recognize/path-refs.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { wordPaths } from '../recognize/tag.ts';

const known = new WeakMap<Knowledge, ReadonlySet<ts.Node>>();

/** Functions that a server or a timer starts again before an earlier run has ended. */
export function overlappingFunctions(knowledge: Knowledge): ReadonlySet<ts.Node> {
  const table =
    known.get(knowledge) ?? new Set(callsTagged(knowledge, 'overlaps').flatMap((call) => startedBy(knowledge, call)));
  known.set(knowledge, table);
  return table;
}

function startedBy(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression): readonly ts.Node[] {
  const tags = knowledge.calleesOf(call, undefined).library.flatMap((member) => member.tags);
  return tags
    .filter(({ verb }) => verb === 'overlaps')
    .flatMap((tag) => {
      if (tag.words.includes('decorated')) return decoratedBy(call);
      return wordPaths(tag)
        .flatMap((path) => refsAt(knowledge, call, path, undefined).refs)
        .flatMap((ref) => knowledge.valuesOf(ref))
        .flatMap((value) => (value.kind === 'function' ? [value.fn] : []));
    });
}

function decoratedBy(call: ts.Node): readonly ts.Node[] {
  const decorator = call.parent;
  return ts.isDecorator(decorator) && isFunctionNode(decorator.parent) ? [decorator.parent] : [];
}
