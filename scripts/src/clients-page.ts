/** A rule's row of the table: what it says of each client. */
export interface ClientsRow {
  readonly rule: string;
  readonly marks: ReadonlyMap<string, string>;
}

export interface ClientsPage {
  readonly clients: readonly string[];
  readonly rows: readonly ClientsRow[];
  /** By rule, the clients for which the page says why it has nothing to find. */
  readonly reasons: ReadonlyMap<string, readonly string[]>;
}

/** Reads the table of rules and clients, and the reasons below it. */
export function readClientsPage(text: string): ClientsPage {
  const table = text.split('\n').filter((line) => line.startsWith('|'));
  const [head = [], , ...body] = table.map(cellsOf);
  const clients = head.slice(1);
  const rows = body.map(([name = '', ...marks]): ClientsRow => ({
    rule: /^\[([a-z-]+)\]/.exec(name)?.[1] ?? name,
    marks: new Map(clients.map((client, i) => [client, marks[i] ?? ''])),
  }));
  const sections = text.split(/^## /m).slice(1);
  const reasons = sections.map((section): [string, readonly string[]] => [
    section.split('\n')[0] ?? '',
    section.split('\n').flatMap((line) => /^- ([^:]+): \S/.exec(line)?.[1]?.split(', ') ?? []),
  ]);
  return { clients, rows, reasons: new Map(reasons) };
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
