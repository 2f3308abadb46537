CREATE TABLE shipments (
  order_id TEXT PRIMARY KEY,
  carrier  TEXT NOT NULL
);
