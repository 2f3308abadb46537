/** Asks once for each path, whatever the answer is. */
export function memoized<Result>(compute: (path: string) => Result): (path: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (path) => {
    const seen = known.get(path) ?? { result: compute(path) };
    known.set(path, seen);
    return seen.result;
  };
}
