/** Lines of source without their outer indentation. */
export type Lines = readonly string[];

export function indented(lines: Lines): Lines {
  return lines.map((line) => (line === '' ? line : `  ${line}`));
}

/** A block with its head and its closing line. */
export function braced(head: string, body: Lines, tail = '}'): Lines {
  return [head, ...indented(body), tail];
}
