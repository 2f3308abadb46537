const longestValue = 160;

/** Puts the data into the holes of a text in one pass, so that a value which looks like a hole stays what it is. */
export function fillHoles(text: string, data: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\{([^{}]*)\}/g, (hole, name: string) => {
    const value = data.get(name);
    return value === undefined ? hole : oneLine(value);
  });
}

/** Values quote the user's source: a chained call or a template may span lines, a message must not. */
function oneLine(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ').trim();
  return line.length > longestValue ? `${line.slice(0, longestValue - 1)}…` : line;
}
