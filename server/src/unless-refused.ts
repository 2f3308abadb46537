/** For what an editor may refuse although it said that it can: it then goes without. */
export function unlessRefused(request: Promise<unknown>): void {
  request.catch(() => undefined);
}
