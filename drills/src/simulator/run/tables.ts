import type { TableFacts } from '../api.ts';
import type { TableDefinitions } from '../sinks/database/database.ts';
import { readStatement } from '../sinks/database/read-statement.ts';
import { SqlNotUnderstood } from '../sinks/database/tokens.ts';

/** What the program's `.sql` files create, and what the caller knows besides. */
export function tablesOf(
  files: ReadonlyMap<string, string>,
  given: Readonly<Record<string, TableFacts>>,
): TableDefinitions {
  const tables = new Map<string, TableFacts>();
  for (const [file, text] of files) {
    if (!file.endsWith('.sql')) continue;
    for (const statement of text.split(';')) addTable(statement, tables);
  }
  for (const [name, facts] of Object.entries(given)) {
    const unique = [...(tables.get(name.toLowerCase())?.unique ?? []), ...(facts.unique ?? [])];
    tables.set(name.toLowerCase(), { ...facts, unique });
  }
  return tables;
}

function addTable(text: string, tables: Map<string, TableFacts>): void {
  try {
    const statement = readStatement(text);
    if (statement.kind !== 'create-table') return;
    const known = tables.get(statement.table)?.unique ?? [];
    tables.set(statement.table, { unique: [...known, ...statement.unique] });
  } catch (error) {
    // Migrations hold much that makes no row unique.
    if (!(error instanceof SqlNotUnderstood)) throw error;
  }
}
