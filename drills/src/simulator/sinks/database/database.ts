import type { TableFacts } from '../../api.ts';
import type { Chance } from '../../world/chance.ts';
import type { Row, SqlValue } from './syntax.ts';
import { Table } from './table.ts';

/** What every run starts from. */
export type TableDefinitions = ReadonlyMap<string, TableFacts>;

/** One shared database, in the form that PostgreSQL's default isolation gives it. */
export class Database {
  /** Transactions that are open now; while there is at most one, nobody waits for anybody. */
  open = 0;
  private readonly tables = new Map<string, Table>();
  private readonly definitions: TableDefinitions;
  private readonly chance: Chance;

  constructor(definitions: TableDefinitions, chance: Chance) {
    this.definitions = definitions;
    this.chance = chance;
  }

  table(name: string): Table {
    const known = this.tables.get(name);
    if (known) return known;
    const facts = this.definitions.get(name);
    const fresh = new Table(name, (facts?.unique ?? []).map(lowerCase), {
      rows: facts?.rows?.map(rowOf),
      found: facts?.found,
    });
    this.tables.set(name, fresh);
    return fresh;
  }

  settle(): void {
    for (const table of this.tables.values()) table.settle();
  }

  now(): SqlValue {
    return new Date(this.chance.now(0)).toISOString();
  }

  unique(): SqlValue {
    return this.chance.uuid();
  }
}

function lowerCase(columns: readonly string[]): readonly string[] {
  return columns.map((column) => column.toLowerCase());
}

function rowOf(row: Readonly<Record<string, SqlValue>>): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column.toLowerCase(), value]));
}
