/** A place that a link of a view leads to: the file's URI and its 1-based line and column. */
export type LinkedPlace = readonly [uri: string, line: number, column: number];

export const openPlaceCommand = 'kafka-eos.openPlace';

/** The address that runs the command, in a view that may run no other. */
export function placeLink(place: LinkedPlace): string {
  return `command:${openPlaceCommand}?${encodeURIComponent(JSON.stringify(place))}`;
}
