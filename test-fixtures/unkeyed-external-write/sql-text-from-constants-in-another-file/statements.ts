const TABLE = 'loans';

export const Sql = {
  add: `INSERT INTO ${TABLE} (borrower, cents) VALUES ($1, $2)`,
  close: `UPDATE ${TABLE} SET state = 'closed' WHERE borrower = $1`,
} as const;
