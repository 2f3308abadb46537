CREATE TABLE entries (id bigserial PRIMARY KEY, account text, cents integer);
CREATE TABLE lines ("order" text, line integer, UNIQUE ("order", line));
CREATE TABLE seen (event text PRIMARY KEY, at timestamptz DEFAULT now());
CREATE TABLE balances (account text PRIMARY KEY, cents integer);
