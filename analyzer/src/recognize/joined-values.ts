import { OPAQUE, type Constant, type Value } from './value.ts';

type Alternative = Exclude<Constant, null | undefined>;

/**
 * What is made of several parts, each of which may be several things. A part that is one thing by default, `STAGE ?? 'dev'`,
 * is that beside what is out of sight. Only one part may be more than one thing in sight: which of one part goes with
 * which of another is not known, and there is no end to the ways to put them together.
 */
export function joinedValues(
  parts: readonly (readonly Value[])[],
  join: (constants: readonly Constant[]) => Constant,
): readonly Value[] {
  const sure = parts.flatMap(onlyConstant);
  if (sure.length === parts.length) return [{ kind: 'constant', value: join(sure.map(({ value }) => value)) }];
  const offered = parts.map(alternatives);
  const isAllInSight = parts.every((values) =>
    values.every((value) => value.kind === 'constant' && isSaid(value.value)),
  );
  const varying = offered.filter((constants) => constants.length !== 1);
  const [most = offered[0] ?? []] = varying;
  if (varying.length > 1) return [OPAQUE];
  const joined = most.map((constant): Value => ({
    kind: 'constant',
    value: join(offered.map((constants) => (constants === most ? constant : constants[0]))),
  }));
  // Whoever looks at the first one only is told that there may be others.
  return isAllInSight && joined.length > 0 ? joined : [OPAQUE, ...joined];
}

function onlyConstant(values: readonly Value[]): readonly { readonly value: Constant }[] {
  const [value, ...others] = values;
  return value?.kind === 'constant' && others.length === 0 ? [value] : [];
}

/** Nobody means the text "undefined": on that way, something else is out of sight. */
function alternatives(values: readonly Value[]): readonly Constant[] {
  const [only] = onlyConstant(values);
  if (only !== undefined) return [only.value];
  return [
    ...new Set(values.flatMap((value) => (value.kind === 'constant' && isSaid(value.value) ? [value.value] : []))),
  ];
}

function isSaid(value: Constant): value is Alternative {
  return value !== undefined && value !== null;
}
