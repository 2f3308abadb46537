import ts from '../typescript.ts';
import type { Edit } from '../facts/edit.ts';
import type { WrongOffset } from '../facts/handler-outcome.ts';
import type { Trace } from '../facts/trace.ts';
import { calleeNode, callName } from '../recognize/call-name.ts';
import { contains } from '../recognize/contains.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { offsetFormOf, type OffsetForm } from '../recognize/offset-form.ts';
import { follow, refsAt } from '../recognize/path-refs.ts';
import { replacementOf } from '../recognize/property-edits.ts';
import { stripExpression } from '../recognize/strip.ts';
import { pathsOf, type Path } from '../recognize/tag.ts';
import type { Ref } from '../recognize/value.ts';

type Kind = WrongOffset['kind'];

/** Offsets of messages that a call is given where it wants another one; the traces begin where the offset is written. */
export function wrongOffsetsAt(knowledge: Knowledge, call: ts.Node, env: Env | undefined): readonly WrongOffset[] {
  if (!ts.isCallExpression(call)) return [];
  const [member] = knowledge.calleesOf(call, env).library;
  return (member?.tags ?? []).flatMap((tag) =>
    (['next', 'raw'] as const).flatMap((wanted) =>
      pathsOf(tag, wanted).flatMap((path) =>
        offsetsAt(knowledge, call, path, env).flatMap((ref): readonly WrongOffset[] => {
          const given = offsetFormOf(knowledge, ref);
          const kind = given === undefined ? undefined : mistake(wanted, given.form);
          if (given === undefined || kind === undefined) return [];
          const place = knowledge.slice.placeOf(ref.node);
          const sink = { label: callName(call), place: knowledge.slice.placeOf(calleeNode(call)) };
          return [
            {
              kind,
              place,
              sink,
              trace: traceOf(kind, place, sink),
              correction: corrected(knowledge, ref, given, kind),
            },
          ];
        }),
      ),
    ),
  );
}

function offsetsAt(knowledge: Knowledge, call: ts.CallExpression, path: Path, env: Env | undefined): readonly Ref[] {
  const given = refsAt(knowledge, call, path, env).refs;
  const at = path.members.indexOf('*');
  if (at < 0) return given;
  const lists = refsAt(knowledge, call, { root: path.root, members: path.members.slice(0, at) }, env).refs;
  return [...given, ...lists.flatMap((list) => collected(knowledge, list, path.members.slice(at + 1)))];
}

/** `pending.push({ topic, partition, offset })` in the handler, for a timer to commit. */
function collected(knowledge: Knowledge, list: Ref, members: readonly string[]): readonly Ref[] {
  const arrays = knowledge.valuesOf(list).flatMap((value) => (value.kind === 'array' ? [value.node] : []));
  const pushed = arrays.flatMap((array) => knowledge.pushesTo(array)).flatMap((push) => push.arguments);
  return pushed.flatMap((node) => follow(knowledge, { node, env: undefined }, members).refs);
}

function mistake(wanted: 'next' | 'raw', form: OffsetForm['form']): Kind | undefined {
  if (form === 'joined') return 'joined';
  if (wanted === 'next') return form === 'raw' ? 'behind' : undefined;
  return form === 'next' ? 'ahead' : undefined;
}

function corrected(knowledge: Knowledge, { node, env }: Ref, { raw }: OffsetForm, kind: Kind): readonly Edit[] {
  const at = stripExpression(node);
  if (kind === 'ahead') return contains(at, raw) ? replacing(knowledge, node, raw.getText()) : [];
  // Of a value that was made elsewhere only what stands here is changed, and the name is still the offset itself.
  const base = contains(at, raw) ? raw.getText() : kind === 'behind' ? at.getText() : undefined;
  return base === undefined
    ? []
    : replacing(knowledge, node, successor(knowledge, { node: contains(at, raw) ? raw : at, env }, base));
}

function successor(knowledge: Knowledge, { node, env }: Ref, text: string): string {
  const [value] = knowledge.valuesOf({ node, env });
  const type = value?.kind === 'library' ? value.type : knowledge.checker.getTypeAtLocation(node);
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return `${text} + 1`;
  if ((type.flags & ts.TypeFlags.BigIntLike) !== 0) return `${text} + 1n`;
  return `(BigInt(${text}) + 1n).toString()`;
}

function replacing(knowledge: Knowledge, node: ts.Expression, text: string): readonly Edit[] {
  const isShorthand = ts.isIdentifier(node) && ts.isShorthandPropertyAssignment(node.parent);
  return replacementOf(knowledge, node, isShorthand ? `${node.text}: ${text}` : text);
}

function traceOf(kind: Kind, place: WrongOffset['place'], sink: WrongOffset['sink']): Trace {
  return [
    { place, kind: 'offset', message: WRITTEN[kind] },
    { place: sink.place, kind: 'offset', message: `${sink.label} takes it for the offset at which the group goes on` },
    { place: sink.place, kind: 'outcome', message: OUTCOMES[kind] },
  ];
}

const WRITTEN: Readonly<Record<Kind, string>> = {
  behind: 'the offset of the message itself, 41',
  joined: 'a text and a number are joined: "41" and 1 are "411"',
  ahead: 'the offset behind the message, 42, where the library adds one itself',
};

const OUTCOMES: Readonly<Record<Kind, string>> = {
  behind: 'after each restart or rebalance the last message is handed over again, although it was processed',
  joined: 'the group goes on at offset 411: hundreds of messages are skipped, or the offset is out of range',
  ahead: 'the group goes on at offset 43: message 42 is never handled',
};
